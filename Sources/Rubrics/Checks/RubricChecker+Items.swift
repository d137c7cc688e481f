import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Checks an item; `pointsKey` is `cap` for a deduction.
  mutating func checkItem(_ record: Record, pointsKey: String = "points") -> Item? {
    // Items see numbers of the whole cohort; sections and bars do not.
    let outer = expressions
    expressions = expressions.adding(cohortEntries)
    defer { expressions = outer }
    noteID(record.scalar("id"), in: "item")
    reportNegative(record, pointsKey)
    let place = record.scalar("id")?.place ?? record.place
    let citation = checkCitation(record)
    let basis = record.record("basis").flatMap { checkBasis($0, pointsAreNeeded: true) }
    if let basis, basis.rule != .illustrative, !record.mentions("cite") {
      diagnostics.report(.missingCite(basis.rule, at: place))
    }
    let evidence = record.list("evidence").flatMap { checkEvidence($0) }
    let condition = plan(record, "applies when", expecting: .boolean)
    let otherwise = checkOtherwise(record)
    let void = record.record("void").flatMap { checkVoid($0) }
    let excuse = record.record("excused").flatMap { checkExcuse($0) }
    let rounding = record.record("round").flatMap { checkRounding($0) }
    let points = record.number(pointsKey)
    let stages = checkStages(of: record)
    fullMarks = record.scalar(pointsKey).map { .declared($0.place) }
    let form = seeingStage(record) { checker in
      record.record("score").flatMap { checker.form($0, of: record, worth: points) }
    }
    // Its meaning is the same for any points, as far as is asked here.
    let given = form?.plan(greatest: points ?? .zero, isDeduction: pointsKey == "cap")
    if let given, given.panel == nil, record.mentions("panel") {
      diagnostics.report(.panelWithoutJudging(at: record.keyPlace("panel")))
    }
    guard let form, let meaning = given, let basis, let points, let id = record.string("id"),
      let title = record.wording("title"), let says = record.wording("says")
    else { return nil }
    let ifEmpty = emptyRule(record.record("score"), meaning)
    reportEmptyTables(meaning, of: record, appliesWhen: condition)
    reportDeclaredNull(meaning, of: record)
    reportEmptyTables(inCondition: condition)
    var used = Set(meaning.slotsUsed)
    for plan in [condition, void?.trigger.plan, excuse?.when] {
      used.formUnion(plan?.slotsUsed ?? [])
    }
    let columns = Set(
      slots.indices.filter {
        switch slots[$0] {
        case .surveyColumn, .tested, .stage, .visit: true
        default: false
        }
      })
    reportIdleStages(stages, meaning, used, of: record)
    let isCompared = used.contains { slot in
      if lateFigures.contains(slot) { return true }
      return if slots.indices.contains(slot), case .cohort = slots[slot] { true } else { false }
    }
    return Item(
      id: id, title: title, points: points, says: says, citation: citation, basis: basis,
      measures: record.choice("measures"), evidence: evidence, stages: stages,
      appliesWhen: condition,
      otherwise: otherwise, void: void, excuse: excuse,
      whenNull: record.choice("null") ?? .unknown, ifEmpty: ifEmpty,
      whenClosed: record.choice("when closed"),
      rounding: rounding, advice: record.wording("advice"), form: form,
      plan: meaning, place: place,
      inputs: used.subtracting(columns).sorted(), isCompared: isCompared || meaning.rank != nil)
  }

  private mutating func checkEvidence(_ written: Written) -> [EvidenceNeed] {
    let needs: [(Scalar, Bool)] =
      switch written {
      case .map(let entries, _):
        entries.map { ($0.key, $0.value.scalar?.text == "optional") }
      default: written.scalar.map { [($0, false)] } ?? []
      }
    return needs.compactMap { scalar, isOptional in
      if let index = documents.firstIndex(where: { $0.name == scalar.text }) {
        return EvidenceNeed(document: index, isOptional: isOptional)
      }
      diagnostics.report(
        .unknownDocument(scalar.text, among: documents.map(\.name), at: scalar.place))
      return nil
    }
  }

  private mutating func checkVoid(_ record: Record) -> VoidRule? {
    checkTrigger(record, in: expressions).map {
      VoidRule(
        trigger: $0, whenClosed: GateClosing(record.string("when closed")),
        says: record.wording("says"), keys: record.place)
    }
  }

}
