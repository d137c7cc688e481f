import Formats
import Rubrics
import Values

extension Portfolio {
  package struct Options: Sendable {
    package var mode = ScoringMode.final
    package var withItems = false
    package var withFigures = false
    package var byteOrderMark = false
    /// Whether subjects are scored in blocks; the row evaluator alone gives the same bytes.
    package var fuses = true
    /// Nanoseconds since some moment, where somebody asks what the parts of the rubric cost.
    package var clock: (@Sendable () -> Int)?

    package init() {}
  }

  package struct Outcome: Sendable {
    /// The whole file, in pieces: UTF-8, LF, RFC 4180.
    package let pieces: [[UInt8]]
    package let rejectedCount: Int
    /// Subjects whose ids a spreadsheet would run as formulas.
    package let formulaCount: Int
    /// Groups with fewer members than the rubric asks for.
    package let smallCohorts: [SmallCohort]
    /// What the parts of the rubric have cost, the dearest first; empty where nobody asked.
    package let times: [PartTime]

    package var bytes: [UInt8] { Array(pieces.joined()) }
    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  package struct SmallCohort: Sendable {
    /// What its members have in common; `nil` where all are peers.
    package let peers: String?
    package let subjects: [String]
  }

  /// Scores every subject; the same bytes whatever the number of cores.
  package func score(_ options: Options) -> Outcome {
    var lines = PortfolioLines()
    if options.byteOrderMark { lines.raw([0xEF, 0xBB, 0xBF]) }
    lines.row(columns(options))
    let scoring = PortfolioScoring(self, options)
    let pieces = scoring.pieces()
    return Outcome(
      pieces: [lines.bytes] + pieces,
      rejectedCount: subjects.count(where: \.isRejected),
      formulaCount: subjects.count { CSVWriter.isFormula($0.id) },
      smallCohorts: (scoring.cohorts?.tooSmall ?? []).map { group in
        SmallCohort(
          peers: group.peers,
          subjects: group.members.filter(subjects.indices.contains).map { subjects[$0].id })
      }, times: scoring.partTimes)
  }

  /// What its cohort gives to one subject, for whoever scores it again from its rows.
  ///
  /// - Returns: `nil` where the rubric compares nobody, or there is no such subject that was admitted.
  package func cohortView(of subject: String, mode: ScoringMode) -> CohortView? {
    guard let index = subjects.firstIndex(where: { $0.id == subject }) else { return nil }
    var options = Options()
    options.mode = mode
    let builder = ProgramBuilder(self, options, times: nil)
    guard var members = builder.members() else { return nil }
    // Its own numbers are told with the reason why one is null.
    members[index] = builder.scorer.evaluation(of: index, in: nil)?.member
    return Cohorts(rubric, members, mode: mode, hasLeftOut: !leftOut.isEmpty)?.view(of: index)
  }

  private func columns(_ options: Options) -> [String] {
    ["subject", "score", "low", "high", "grade", "stars", "status"]
      + (options.withItems ? rubric.everyItem.map(\.id) : [])
      + (options.withFigures
        ? rubric.privacy.shownFigures.map { rubric.figures[$0].name }
          + rubric.standingFigures.compactMap { rubric.cohort?.figures[$0].name } : [])
  }

  func rejectedCells(of index: Int, _ options: Options) -> [String] {
    let extraCount = columns(options).count - 7
    return [subjects[index].id, "", "", "", "", "", Status.rejected.text(in: rubric.language)]
      + Array(repeating: "", count: extraCount)
  }
}

/// One line of a portfolio's output.
struct PortfolioRow {
  private let evaluation: Evaluation
  /// `nil` where the subject was compared with nobody.
  private let cohort: CohortView?

  init(_ evaluation: Evaluation, in cohort: CohortView?) {
    self.evaluation = evaluation
    self.cohort = cohort
  }

  func cells(_ options: Portfolio.Options) -> [String] {
    let rubric = evaluation.rubric
    let standing = evaluation.certainStanding
    // A bar that nobody has decided leaves no score that stands.
    let score = evaluation.mayNotBeEvaluated ? nil : evaluation.total?.point
    var cells = [
      evaluation.subject.id, text(score), text(evaluation.total?.low),
      text(evaluation.total?.high), evaluation.grade?.id ?? "",
      standing?.stars.map(String.init) ?? "", evaluation.status.text(in: rubric.language),
    ]
    if options.withItems {
      let results = evaluation.everyItem
      // Behind an admission bar no item was scored.
      cells +=
        results.isEmpty
        ? Array(repeating: "", count: rubric.everyItem.count) : results.map(text)
    }
    if options.withFigures {
      cells += rubric.privacy.shownFigures.map { Self.text(evaluation.figures[$0].value) }
      cells += rubric.standingFigures.map { cohort?.figure($0).map(Self.text) ?? "" }
    }
    return cells
  }

  private func text(_ score: Number?) -> String {
    score?.formatted(decimals: evaluation.rubric.total.rounding.decimals) ?? ""
  }

  private func text(_ item: ItemResult) -> String {
    guard let points = item.points?.point else { return "" }
    guard let rounding = item.item.rounding else { return points.description }
    return points.formatted(decimals: rounding.decimals)
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .null, .unknown, .list, .context, .range, .function: ""
    case .boolean, .number, .string, .date: value.shortText
    case .time, .dateTime, .dayTimeDuration, .yearMonthDuration: ""
    }
  }
}
