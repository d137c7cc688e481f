package import Diagnostics
import FEEL
import Formats
import Values

extension RubricSyntax {
  /// Checks everything that can be checked without evidence; `digest` is SHA-256 of the file's bytes.
  ///
  /// - Returns: `nil` when something that the rubric cannot do without was reported.
  package func check(digest: String, into diagnostics: inout Diagnostics) -> Rubric? {
    var checker = RubricChecker(self, isWhole: !diagnostics.hasErrors)
    let rubric = checker.check(digest: digest)
    diagnostics.append(checker.diagnostics)
    return rubric
  }
}

/// Turns a rubric as written into a checked one; its extensions check one aspect each.
struct RubricChecker {
  let syntax: RubricSyntax
  let root: Record
  var diagnostics = Diagnostics()

  var sources: [Source] = []
  var facts: [Declaration] = []
  var tables: [TableDeclaration] = []
  var surveys: [TableDeclaration] = []
  var documents: [DocumentDeclaration] = []
  var findings: [FindingDeclaration] = []
  var parties: [PartyDeclaration] = []
  var stages: [Stage] = []
  var figures: [Figure] = []
  var panels: [Panel] = []
  var slots: [Slot] = []

  /// What items see: facts, tables, surveys, documents, the period, figures.
  var expressions = Expressions(Scope([]), tables: [])
  /// The numbers that facts and figures can be.
  var finder = DomainFinder()
  /// By slot of a figure: the lists over which it ranges.
  var rangedByFigure: [Int: [RangedList]] = [:]
  /// By slot of a figure: the slots of the tables behind it.
  var tablesByFigure: [Int: Set<Int>] = [:]
  /// By slot of a figure: the slots of the tables whose members it counts.
  var countedByFigure: [Int: Set<Int>] = [:]
  /// By slot of a figure: the tables of which it asks whether they have any rows.
  var askedByFigure: [Int: Set<Int>] = [:]
  /// By slot of a figure: whether it is null for no other reason than that there is nothing.
  var coveredFigures: [Int: Bool] = [:]
  /// Figures that look at the cohort, by slot: nobody knows them before everybody is scored.
  var lateFigures: Set<Int> = []
  /// Expressions that are run for every member of a cohort, with where they stand.
  var comparisons: [(plan: Plan, place: Place)] = []
  /// By item, section, gate, grade: where an id was first written.
  var seenIDs: [String: [String: Place]] = [:]
  /// Where the points of the item at hand are declared.
  var fullMarks: RelatedPlace?

  /// Whether all of the file could be read; what is missing may have used what seems idle.
  private let isWhole: Bool

  init(_ syntax: RubricSyntax, isWhole: Bool) {
    self.isWhole = isWhole
    self.syntax = syntax
    root = syntax.root
  }

  mutating func check(digest: String) -> Rubric? {
    guard isOfReasonableSize() else { return nil }
    checkNames()
    checkFigures()
    finishSlots()
    checkStages()
    panels = root.map("panels").compactMap { checkPanel($0) }
    let cohort = checkCohort()
    let sections = checkSections(root.records("sections"))
    let bonus = root.record("bonus").flatMap { checkBonus($0) }
    let deductions = root.records("deductions").compactMap { checkDeduction($0) }
    let total = root.record("total").flatMap { checkTotal($0) }
    let grades = checkGrades()
    let admission = root.records("admission").compactMap { checkBar($0) }
    let caps = root.records("caps").compactMap { checkGate($0, grades, isVeto: false) }
    let vetoes = root.records("vetoes").compactMap { checkGate($0, grades, isVeto: true) }
    let together = root.records("together").compactMap { checkTogether($0) }
    let accepted = checkAcceptances()
    let movement = root.record("movement").flatMap { checkMovement($0, grades) }
    let downgrades = root.records("downgrades").compactMap { checkDowngrade($0) }
    let reEvaluation = root.record("re-evaluation").flatMap { checkReEvaluation($0, grades) }
    let validity = root.record("validity").flatMap { checkValidity($0, grades) }
    checkPasses(
      sections.flatMap(\.allItems) + (bonus?.items ?? []) + deductions.map(\.item), sections,
      cohort,
      others: (caps + vetoes).compactMap(\.trigger.plan)
        + downgrades.compactMap(\.trigger.plan) + [total?.formula].compactMap { $0 })
    var resultPlan: ResultPlan?
    if let total, let grades, sections.count == root.records("sections").count {
      reportPartsWithoutShare(sections, total)
      let plan = ResultPlan(
        admission: admission, sections: sections, bonus: bonus, losses: deductions, total: total,
        standing: StandingPlan.steps(
          grades, over: sections, movement: movement, reEvaluation: reEvaluation, caps: caps,
          downgrades: downgrades, vetoes: vetoes))
      prove(grades, total, plan)
      resultPlan = plan
    }
    reportBeforeComparison(admission, sections)
    guard !diagnostics.hasErrors, let id = root.string("rubric"),
      let edition = root.string("edition"), let title = root.wording("title"),
      let subject = subject(), let total, let grades, let resultPlan
    else { return nil }
    var rubric = Rubric(
      id: id, edition: edition, language: syntax.language, title: title,
      note: root.wording("note"), isFictional: root.boolean("fictional") ?? false,
      subject: subject, digest: digest, path: syntax.source.path, sources: sources, facts: facts,
      tables: tables, surveys: surveys, documents: documents, findings: findings,
      parties: parties, stages: stages, figures: figures, panels: panels, slots: slots,
      sections: sections,
      bonus: bonus,
      deductions: deductions, total: total, admission: admission, caps: caps, vetoes: vetoes,
      movement: movement, downgrades: downgrades, reEvaluation: reEvaluation, validity: validity,
      grades: grades, together: together, accepted: accepted,
      heads: root.record("heads").map(SheetHeads.init), questions: syntax.questions, cohort: cohort,
      resultPlan: resultPlan,
      privateFrom: root.number("private from")?.intValue ?? Privacy.usualLeastRows)
    rubric.privacy = Privacy(rubric)
    if isWhole { reportIdleNames(rubric) }
    reportTotals(in: rubric)
    return diagnostics.hasErrors ? nil : rubric
  }

  /// Larger rubrics were written by a machine, and some checks compare everything with everything.
  private mutating func isOfReasonableSize() -> Bool {
    let names =
      ["sources", "facts", "tables", "surveys", "documents", "findings"].map { root.map($0).count }
      .reduce(0, +)
    let columns = (root.map("tables") + root.map("surveys")).map { entry -> Int in
      if case .map(let columns, _) = entry.value { return columns.count }
      return entry.value.record?.map("columns").count ?? 0
    }
    let counts: [(Wording, Int, Int)] = [
      (Wording(en: "declared names", zh: "声明的名称"), names, 2000),
      (Wording(en: "columns", zh: "列"), columns.reduce(0, +), 5000),
      (Wording(en: "figures", zh: "中间数"), root.map("define").count, 1000),
      (Wording(en: "items", zh: "指标"), syntax.allItems.count, 2000),
      (Wording(en: "sections", zh: "部分"), syntax.allSections.count, 1000),
      (Wording(en: "grades", zh: "等级"), root.list("grades").count, 100),
      (Wording(en: "gates", zh: "门槛"), root.list("caps").count + root.list("vetoes").count, 500),
    ]
    for (what, count, most) in counts where count > most {
      diagnostics.report(.tooMany(what, count, most, at: root.place))
    }
    return !diagnostics.hasErrors
  }

  private func subject() -> SubjectKind? {
    switch root.value("subject") {
    case .record(let record):
      record.string("kind").map {
        SubjectKind(
          kind: $0, keyColumn: record.string("key"),
          same: record.has("same")
            ? Set(record.strings("same").compactMap(FoldedName.Way.init)) : nil)
      }
    case .text(let scalar): SubjectKind(kind: scalar.text, keyColumn: nil, same: nil)
    default: nil
    }
  }

  /// Reports the second thing with the same id in one realm (`item`, `section`, …).
  mutating func noteID(_ scalar: Scalar?, in realm: String) {
    guard let scalar else { return }
    if let first = seenIDs[realm]?[scalar.text] {
      diagnostics.report(.idTwice(scalar.text, at: scalar.place, first: first))
    } else {
      seenIDs[realm, default: [:]][scalar.text] = scalar.place
    }
  }

  // MARK: expressions

  mutating func plan(_ record: Record, _ key: String, expecting shape: Shape) -> Plan? {
    let plan = record.scalar(key).flatMap {
      expressions.plan($0, expecting: shape, into: &diagnostics)
    }
    reportConstant(plan, at: record.scalar(key)?.place ?? record.place)
    if let plan { reportShares(in: plan) }
    return plan
  }

  /// What gates and grade tables see besides.
  var gateExpressions: Expressions {
    expressions.adding(
      resultEntries + cohortEntries + [entry("total", .optional(.number), .total)])
  }

  var resultEntries: [Scope.Entry] {
    let points = Shape.optional(.number)
    let items = syntax.allItems.compactMap { $0.string("id") }.map { Shape.Field($0, points) }
    let share: [Shape.Field] = [
      Shape.Field("points", points), Shape.Field("earned", points), Shape.Field("share", points),
    ]
    let sections = syntax.allSections.compactMap { $0.string("id") }
      .map { Shape.Field($0, .context(share)) }
    return [
      entry("items", .context(items), .items), entry("sections", .context(sections), .sections),
    ]
  }

  func entry(_ name: String, _ shape: Shape, _ slot: Slot) -> Scope.Entry {
    Scope.Entry(name, shape, slot: slots.firstIndex(of: slot) ?? 0)
  }

  /// Slots are numbered once: inputs, figures in order of evaluation, what the engine gives.
  mutating func finishSlots() {
    slots += [.total, .items, .sections, .stage]
    if hasVisits { slots.append(.visit) }
    slots.append(.tested)
    for (number, survey) in surveys.enumerated() {
      slots += survey.columns.indices.map { .surveyColumn(survey: number, column: $0) }
    }
    expressions = expressions.knowing(lint)
  }

  var tableSlots: Set<Int> {
    Set(
      slots.indices.filter {
        switch slots[$0] {
        case .table, .survey, .document, .judgements, .faults: true
        default: false
        }
      })
  }
}
