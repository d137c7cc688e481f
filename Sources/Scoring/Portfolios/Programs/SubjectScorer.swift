import Rubrics
import Values

/// The row evaluator over a portfolio: one subject at a time, as if it stood alone.
struct SubjectScorer: Sendable {
  let portfolio: Portfolio
  let mode: ScoringMode
  let scorer: Scorer
  /// `nil` where nobody asks what the parts cost.
  let times: TimeRecorder?
  /// Slots that nobody looks at, because aggregates stand for them.
  private let idle: Set<Int>
  /// By aggregate, where they stand as columns already: one row a subject.
  private let aggregates: [Column]?

  init(
    _ portfolio: Portfolio, mode: ScoringMode, aggregates: [Column]? = nil,
    times: TimeRecorder? = nil
  ) {
    self.portfolio = portfolio
    self.mode = mode
    self.times = times
    self.aggregates = aggregates
    let figures = portfolio.fused?.figures
    scorer = Scorer(portfolio.rubric, figures: figures?.values)
    idle =
      figures.map { Set(portfolio.rubric.slots.indices).subtracting($0.slotsLeft) } ?? []
  }

  var rubric: Rubric { portfolio.rubric }
  var subjectCount: Int { portfolio.subjects.count }

  /// The typed evidence of one subject, aggregates behind the slots of the rubric.
  func evidence(of index: Int) -> Evidence {
    var evidence = portfolio.evidence(of: index, besides: idle)
    if let aggregates {
      for column in aggregates { evidence.slots.append(column[index]) }
    } else if let fused = portfolio.fused {
      evidence.slots += fused.values(of: index, in: portfolio)
    }
    return evidence
  }

  /// The result of one subject, of the first pass or in its cohort; `nil` for one that is rejected.
  func evaluation(of index: Int, in cohorts: Cohorts?) -> Evaluation? {
    if portfolio.subjects[index].isRejected { return nil }
    let stopwatch = times?.stopwatch()
    defer { if let stopwatch { times?.add(stopwatch) } }
    return scorer.score(
      evidence(of: index), mode: mode, in: cohorts?.view(of: index), isRecording: false,
      timedBy: stopwatch)
  }

  /// Its line of the output.
  func cells(
    of index: Int, in cohorts: Cohorts?, _ options: Portfolio.Options
  ) -> [String] {
    evaluation(of: index, in: cohorts).map {
      PortfolioRow($0, in: cohorts?.view(of: index)).cells(options)
    }
      ?? portfolio.rejectedCells(of: index, options)
  }

  /// The first pass over everybody, where the rubric compares subjects: a portfolio is one round.
  func cohorts() -> Cohorts? {
    rubric.cohort == nil
      ? nil : Cohorts(rubric, members(), mode: mode, hasLeftOut: !portfolio.leftOut.isEmpty)
  }

  /// What everybody brings to the comparison, `nil` for those who are not admitted; behind the subjects stand rows that
  /// name none.
  func members() -> [CohortMember?] {
    let members = SubjectRanges(subjectCount).map { range in
      range.map { evaluation(of: $0, in: nil)?.member }
    }
    return withUnscored(Array(members.joined()))
  }
}
