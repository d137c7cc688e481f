import Rubrics
import Values

/// One run through the subjects of a portfolio, subject by subject.
struct PortfolioCourse: Sendable {
  private let portfolio: Portfolio
  let mode: ScoringMode
  private let scorer: Scorer
  /// Slots that nobody looks at any more.
  private let idle: Set<Int>

  init(_ portfolio: Portfolio, _ options: Portfolio.Options) {
    self.portfolio = portfolio
    mode = options.mode
    let figures = portfolio.fused?.figures
    scorer = Scorer(portfolio.rubric, figures: figures?.values)
    idle =
      figures.map { Set(portfolio.rubric.slots.indices).subtracting($0.slotsLeft) } ?? []
  }

  var rubric: Rubric { portfolio.rubric }
  var subjectCount: Int { portfolio.subjects.count }

  func cells(
    of index: Int, _ evaluation: Evaluation?, _ options: Portfolio.Options
  ) -> [String] {
    evaluation.map { PortfolioRow($0).cells(options) }
      ?? portfolio.rejectedCells(of: index, options)
  }

  /// Gives the evaluation of every subject of a range, `nil` for a rejected one; in its cohort where there are cohorts.
  func evaluate(_ range: Range<Int>, in cohorts: Cohorts?, _ take: (Int, Evaluation?) -> Void) {
    for index in range {
      if portfolio.subjects[index].isRejected {
        take(index, nil)
        continue
      }
      var evidence = portfolio.evidence(of: index, besides: idle)
      if let fused = portfolio.fused {
        evidence.slots += fused.values(
          of: index, rows: portfolio.tables, slots: portfolio.emptySlots)
      }
      take(
        index,
        scorer.score(evidence, mode: mode, in: cohorts?.view(of: index), isRecording: false))
    }
  }
}
