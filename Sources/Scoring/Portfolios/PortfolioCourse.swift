import Rubrics
import Values

/// One run through the subjects of a portfolio, subject by subject.
struct PortfolioCourse: Sendable {
  private let portfolio: Portfolio
  let mode: ScoringMode
  private let scorer: Scorer
  private let pass: FusedPass?
  /// Slots that nobody looks at any more.
  private let idle: Set<Int>

  init(_ portfolio: Portfolio, _ options: Portfolio.Options) {
    self.portfolio = portfolio
    mode = options.mode
    let fused = options.fuses ? FusedFigures(portfolio.rubric) : nil
    scorer = Scorer(portfolio.rubric, figures: fused?.values)
    pass = fused.map {
      FusedPass($0.aggregates, over: portfolio.tables, slots: portfolio.emptySlots)
    }
    idle =
      fused.map { Set(portfolio.rubric.slots.indices).subtracting($0.slotsLeft) } ?? []
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
    var seen = pass?.seen
    for index in range {
      if portfolio.subjects[index].isRejected {
        take(index, nil)
        continue
      }
      var evidence = portfolio.evidence(of: index, besides: idle)
      if let pass, var room = seen.take() {
        evidence.slots += pass.values(of: index, slots: portfolio.emptySlots, &room)
        seen = room
      }
      take(
        index,
        scorer.score(evidence, mode: mode, in: cohorts?.view(of: index), isRecording: false))
    }
  }
}
