import Diagnostics
import Rubrics
import Scoring
import Values
import WorkbookWriting

/// Everybody who was evaluated by one rubric, a line each.
struct RoundSheet {
  private let rubric: Rubric
  private let entries: [RoundWorkbook.Entry]
  private let language: Language
  private let name: String
  private(set) var page: SheetDraft

  private static let firstRow = 4
  private static let nameColumn = 2
  private static let firstSection = 3

  init(
    _ entries: [RoundWorkbook.Entry], name: String, title: Wording, engine: String,
    language: Language
  ) {
    self.entries = entries
    self.name = name
    self.language = language
    rubric = entries[0].evaluation.rubric
    page = SheetDraft(name: name)
    page.isLandscape = true
    page.frozenRows = 3
    page.frozenColumns = 2
    page.repeatedRows = 3
    page.set(1, 1, title.text(in: language), .title)
    let isFictional = entries.contains { $0.evaluation.subject.isFictional } || rubric.isFictional
    page.set(
      2, 1,
      Wording.roundAbout(rubric.title, rubric.edition, engine, isFictional).text(in: language))
    setHeads()
    for (index, entry) in entries.enumerated() { write(entry, Self.firstRow + index) }
  }

  // MARK: columns

  private var sections: [SectionPlan] { rubric.resultPlan.sections }
  private var bonusColumn: Int { Self.firstSection + sections.count }
  private var lossColumn: Int { bonusColumn + 1 }
  /// Whole number, divisor, total, engine, check.
  private var totalColumn: Int { bonusColumn + 2 }
  private var bandColumn: Int { totalColumn + 5 }
  private var standsColumn: Int { bandColumn + 2 }
  private var gradeColumn: Int { standsColumn + 1 }
  private var lastRow: Int { Self.firstRow + entries.count - 1 }

  private mutating func setHeads() {
    let heads =
      [.place, .subjectHead] + sections.map { Wording.points(of: $0.section) }
      + [.bonus, .losses] + Wording.figureHeads.prefix(2) + [.total, .engineHead, .checkHead]
      + [.bandHead, .checkHead, .standsHead, .gradeHead, .gateHead, .decisionHead, .stateHead]
    for (index, head) in heads.enumerated() {
      page.set(3, index + 1, head.text(in: language), .heading)
      let column = index + 1
      let isWide = column == Self.nameColumn || (gradeColumn + 1...gradeColumn + 2).contains(column)
      page.setColumn(column, width: isWide ? 26 : 10)
    }
  }

  // MARK: a line

  private mutating func write(_ entry: RoundWorkbook.Entry, _ row: Int) {
    let evaluation = entry.evaluation
    page.set(row, Self.nameColumn, evaluation.subject.title.text(in: language), .given)
    var parts: [LivePart]? = []
    for (index, (plan, result)) in zip(sections, evaluation.sections).enumerated() {
      let part = write(plan, result, row, Self.firstSection + index)
      if let part { parts?.append(part) } else { parts = nil }
    }
    let bonus = write(
      evaluation.bonus?.points ?? (rubric.bonus == nil ? .zero : nil), row, bonusColumn)
    let losses = write(losses(of: evaluation), row, lossColumn)
    let total = writeTotal(evaluation, parts, bonus, losses, row)
    writePlace(evaluation, row)
    writeBand(evaluation, graded(total, parts, bonus, losses), row)
    _ = write(evaluation.total, row, standsColumn)
    page.set(row, gradeColumn, grade(evaluation.certainStanding), .given)
    page.set(row, gradeColumn + 1, text(entry.gates), .given)
    page.set(row, gradeColumn + 2, text(entry.actions), .given)
    page.set(row, gradeColumn + 3, state(evaluation.status), .given)
  }

  /// `nil` of who was not evaluated: then nothing was taken away, and nothing was not.
  private func losses(of evaluation: Evaluation) -> ScoreRange? {
    let taken = evaluation.steps.last { $0.kind == .deductions }
    return taken.map { $0.after ?? .zero }
  }

  private func text(_ words: [Wording]) -> String {
    words.map { $0.text(in: language) }.joined(separator: language == .zh ? "；" : "; ")
  }

  private func state(_ status: Status) -> String {
    switch status {
    case .evaluated, .reEvaluated: Wording.decided.text(in: language)
    case .open: Wording.open.text(in: language)
    case .notEvaluated(let words, _): words.text(in: language)
    case .rejected: Wording.rejected.text(in: language)
    }
  }

  private func grade(_ standing: Standing?) -> String {
    standing?.rank.map { rubric.grades.lines[$0].title.text(in: language) } ?? ""
  }

  /// - Returns: `nil` where no single number of few digits stands there.
  private mutating func write(_ range: ScoreRange?, _ row: Int, _ column: Int) -> LiveRatio? {
    guard let range else { return nil }
    guard let point = range.point else {
      page.set(row, column, "\(Ledger.short(range.low)) – \(Ledger.short(range.high))", .given)
      return nil
    }
    guard let ratio = try? LiveRatio(nearest: point) else {
      page.set(row, column, .number(Ledger.short(point)), .given)
      return nil
    }
    let scale = ratio.below.value
    let isDecimal = (try? LiveRatio(point)) != nil
    page.set(
      row, column,
      isDecimal
        ? .number(point.description)
        : .formula("\(ratio.above.text)/\(scale)", .number(ratio.shown)), .given)
    let place = SheetReference.place(row, column)
    let text = scale == 1 ? place : "ROUND(\(place)*\(scale),0)"
    return (try? LiveInteger.atom(text, ratio.above.value)).map {
      LiveRatio($0, over: .literal(scale))
    }
  }

  private mutating func write(
    _ plan: SectionPlan, _ result: SectionResult, _ row: Int, _ column: Int
  ) -> LivePart? {
    guard let points = result.points else {
      page.set(row, column, Wording.doesNotApply.text(in: language), .given)
      return LivePart(counts: false, full: plan.section.points, earned: .zero)
    }
    return write(points, row, column).map {
      LivePart(counts: true, full: plan.section.points, earned: $0)
    }
  }

  private mutating func writeTotal(
    _ evaluation: Evaluation, _ parts: [LivePart]?, _ bonus: LiveRatio?, _ losses: LiveRatio?,
    _ row: Int
  ) -> LiveRatio? {
    let rounded = evaluation.steps.first { $0.kind == .rounding }?.after
    guard let engine = rounded?.point else {
      if let rounded {
        page.set(
          row, totalColumn + 3, "\(Ledger.short(rounded.low)) – \(Ledger.short(rounded.high))",
          .given)
      }
      return nil
    }
    page.set(row, totalColumn + 3, .number(Ledger.short(engine)), .given)
    let formula = try? self.rounded(rubric.resultPlan.total.unrounded, parts, bonus, losses)
    guard let ratio = formula?.agrees(with: engine) == true ? formula : try? LiveRatio(engine)
    else {
      return nil
    }
    let isFormula = !ratio.above.isLiteral
    page.set(
      row, totalColumn,
      isFormula
        ? .formula(ratio.above.text, .number(Double(ratio.above.value)))
        : .number("\(ratio.above.value)"), isFormula ? .reckoned : .given)
    page.set(row, totalColumn + 1, .number("\(ratio.below.value)"), .given)
    let cells = (0...3).map { SheetReference.place(row, totalColumn + $0) }
    page.set(
      row, totalColumn + 2, .formula("\(cells[0])/\(cells[1])", .number(ratio.shown)), .reckoned)
    page.set(
      row, totalColumn + 4,
      isFormula
        ? .formula(
          "IF(ABS(\(cells[2])-\(cells[3]))<0.0000001,\"\(Ledger.agrees)\",\"\(Ledger.differs)\")",
          .text(Ledger.agrees)) : .text(Ledger.isValue), .check)
    let whole = try? LiveInteger.atom(cells[0], ratio.above.value)
    return whole.map { LiveRatio($0, over: ratio.below) }
  }

  /// The total that bands look at; `nil` where there is no formula of it.
  private func graded(
    _ total: LiveRatio?, _ parts: [LivePart]?, _ bonus: LiveRatio?, _ losses: LiveRatio?
  ) -> LiveRatio? {
    guard let apart = rubric.resultPlan.total.graded else { return total }
    return try? rounded(apart, parts, bonus, losses)
  }

  /// An amount of the total, rounded, from what sections, bonus and deductions show; its divisor is a number.
  private func rounded(
    _ amount: Amount, _ parts: [LivePart]?, _ bonus: LiveRatio?, _ losses: LiveRatio?
  ) throws(NoFormula) -> LiveRatio {
    let plan = rubric.resultPlan
    let ratio = try amount.formula { source throws(NoFormula) in
      let found: LiveRatio?
      switch source {
      case .sections:
        guard let parts else { throw NoFormula(.restsOnValues) }
        found = try PartsFormula(parts: parts, combining: plan.combining).formula(of: plan.points)
      case .bonus: found = bonus
      case .losses: found = losses
      case .quotient, .beside, .extras, .formula: throw .form
      }
      guard let found else { throw NoFormula(.restsOnValues) }
      return found
    }
    return try ratio.rounded(plan.total.rounding)
  }

  // MARK: places and grades

  /// The place by the score that stands, as long as nobody's is open.
  private mutating func writePlace(_ evaluation: Evaluation, _ row: Int) {
    let settled = entries.map { $0.evaluation }.filter { $0.status.isDecided }
    guard settled.count > 1, !entries.contains(where: { $0.evaluation.status == .open }),
      evaluation.status.isDecided, let score = evaluation.total?.point
    else { return }
    let place = 1 + settled.count { other in (other.total?.point).map { $0 > score } ?? false }
    // Where a veto leaves another score than the sum, there is no column to compare.
    let isPlain = settled.allSatisfy { one in
      one.total == one.steps.first { $0.kind == .rounding }?.after
    }
    guard isPlain else { return page.set(row, 1, .number("\(place)"), .given) }
    let letters = SheetReference.column(
      name, Self.firstRow...max(Self.firstRow, lastRow), totalColumn + 3)
    page.set(
      row, 1,
      .formula(
        "1+COUNTIF(\(letters),\">\"&\(SheetReference.place(row, totalColumn + 3)))",
        .number(Double(place))), .reckoned)
  }

  private mutating func writeBand(_ evaluation: Evaluation, _ total: LiveRatio?, _ row: Int) {
    guard let standing = evaluation.steps.first(where: { $0.kind == .band })?.standingAfter?.point
    else { return }
    let text = grade(standing)
    guard let formula = try? band(total), standing.rank.map({ $0 + 1 }) == formula.value
    else {
      page.set(row, bandColumn, text, .given)
      page.set(row, bandColumn + 1, Ledger.isValue, .check)
      return
    }
    let titles = rubric.grades.lines.map { line in
      (try? LiveCells.quoted(line.title.text(in: language))) ?? "\"\""
    }
    page.set(
      row, bandColumn,
      .formula("CHOOSE(\(formula.text),\(titles.joined(separator: ",")))", .text(text)), .reckoned)
    let engine = (try? LiveCells.quoted(text)) ?? "\"\""
    page.set(
      row, bandColumn + 1,
      .formula(
        "IF(EXACT(\(SheetReference.place(row, bandColumn)),\(engine)),\"\(Ledger.agrees)\",\"\(Ledger.differs)\")",
        .text(Ledger.agrees)), .check)
  }

  private func band(_ total: LiveRatio?) throws(NoFormula) -> LiveInteger {
    for case .band(let band) in rubric.resultPlan.standing {
      guard let total else { throw NoFormula(.restsOnValues) }
      return try BandFormula(band: band, lineCount: rubric.grades.lines.count).line(of: total)
    }
    throw NoFormula(.restsOnValues)
  }
}
