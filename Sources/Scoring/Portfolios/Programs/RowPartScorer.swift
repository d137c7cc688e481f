import FEEL
import Rubrics
import Values

/// Runs the row evaluator over all subjects for some parts of the rubric, and for nothing else.
struct RowPartScorer: Sendable {
  private let scorer: SubjectScorer
  private let cohorts: Cohorts?
  /// What items bring to the comparison is asked, not what they give to the sum around them.
  private let isFirstPass: Bool

  init(_ scorer: SubjectScorer, in cohorts: Cohorts?, isFirstPass: Bool) {
    self.scorer = scorer
    self.cohorts = cohorts
    self.isFirstPass = isFirstPass
  }

  private struct Cells: Sendable {
    var values: [Value] = []
    var counts: [UInt8] = []

    mutating func append(_ cell: (value: Value, counts: Bool)) {
      values.append(cell.value)
      counts.append(cell.counts ? 1 : 0)
    }
  }

  func columns(of parts: [RowPart]) -> [RowPart: RowColumns] {
    let rubric = scorer.rubric
    let figures = parts.reduce(into: Set<Int>()) { $0.formUnion(rubric.figures(behind: $1)) }
    let runs = parts.map { Run($0, of: rubric) }
    let chunks = SubjectRanges(scorer.subjectCount).map { range in
      var cells = [Cells](repeating: Cells(), count: runs.count)
      for index in range {
        guard !scorer.portfolio.subjects[index].isRejected else {
          for run in runs.indices { cells[run].append((.notPlain, true)) }
          continue
        }
        var course = scorer.scorer.course(
          scorer.evidence(of: index), mode: scorer.mode, in: cohorts?.view(of: index),
          isRecording: false)
        let stopwatch = scorer.times?.stopwatch()
        defer { if let stopwatch { scorer.times?.add(stopwatch) } }
        course.scorer.stopwatch = stopwatch
        course.reckonFigures(scorer.scorer.figures, only: figures)
        for (run, part) in runs.enumerated() {
          cells[run].append(part.cell(&course, isFirstPass: isFirstPass))
        }
      }
      return cells
    }
    var columns: [RowPart: RowColumns] = [:]
    for (number, part) in parts.enumerated() {
      var values = ColumnBuilder()
      var counts: [UInt8] = []
      for chunk in chunks {
        for value in chunk[number].values { values.append(value) }
        counts += chunk[number].counts
      }
      columns[part] = RowColumns(
        values: values.column,
        counts: counts.contains(0) ? Column(.booleans(counts)) : nil)
    }
    return columns
  }

  /// How one part is computed.
  private enum Run: Sendable {
    case slot(Int)
    case expression(Plan)
    case item(Item, ItemScorer.Place)

    init(_ part: RowPart, of rubric: Rubric) {
      switch part {
      case .figure(let number): self = .slot(rubric.figures[number].slot)
      case .item(let id):
        guard let placed = rubric.placedItems.first(where: { $0.item.id == id }) else {
          preconditionFailure("an item of the rubric")
        }
        self = .item(placed.item, placed.place)
      case .bar, .section, .gate, .total, .peers, .rank, .cohortFigure:
        guard let plan = rubric.plan(of: part) else {
          preconditionFailure("an expression of the rubric")
        }
        self = .expression(plan)
      }
    }

    func cell(
      _ course: inout ScoringCourse, isFirstPass: Bool
    ) -> (value: Value, counts: Bool) {
      switch self {
      case .slot(let slot): return (course.scorer.working.slots[slot], true)
      case .expression(let plan): return (plan.run(course.scorer.working.slots), true)
      case .item(let item, let place):
        // What overflows is told by scoring the whole subject.
        guard let scored = try? course.scorer.score(item, in: place) else {
          return (.notPlain, true)
        }
        return isFirstPass && item.isOfSecondPass ? scored.plainShare : scored.plain(in: place)
      }
    }
  }
}

extension ScoredItem {
  /// Points that are one number, and whether they count; not plain for everything else.
  fileprivate func plain(in place: ItemScorer.Place) -> (value: Value, counts: Bool) {
    guard contribution.claim == nil, blocks == false, !isLeftOpen else { return (.notPlain, true) }
    let isBeside = item.leastPoints.isNegative && !place.isDeduction
    let points = isBeside ? contribution.extra : contribution.earned
    switch contribution.presence {
    case .mayCount: return (.notPlain, true)
    case .doesNotCount: return (.number(.zero), false)
    case .counts: return (points.point.map { .number($0) } ?? .notPlain, true)
    }
  }

  /// What it brings to the mean of its cohort.
  fileprivate var plainShare: (value: Value, counts: Bool) {
    guard contribution.claim == nil, blocks == false else { return (.notPlain, true) }
    // A comparison itself waits for the second pass.
    guard item.asksForMean else { return (.number(.zero), false) }
    let share = CohortMember.Share(
      result(
        Contribution.Resolved(
          presence: contribution.presence, earned: contribution.earned, effect: .none)))
    switch share.presence {
    case .mayCount: return (.notPlain, true)
    case .doesNotCount: return (.number(.zero), false)
    case .counts: return (share.points.point.map { .number($0) } ?? .notPlain, true)
    }
  }
}
