import FEEL
import Values

/// Straight lines between break points (内插法): what lies between two of them earns in proportion.
///
///     interpolate: satisfaction      72    (0 x 20 + 12 x 8) / 20 = 4.8 points
///     between: {60: 0, 80: 8, 90: 10}
///     below: 0                       59    0
///     above: 10                      95    10
struct InterpolateForm: WrittenForm {
  struct Point: Sendable {
    let value: Number
    let points: Number
  }

  let name = "interpolate"
  let value: Plan
  /// Two or more, by rising value.
  let breaks: [Point]
  let below: Number
  let above: Number

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    var rungs: [ScorePlan.Rung] = []
    if let first = breaks.first {
      rungs.append(
        ScorePlan.Rung(
          .compares(.less, first.value), .points(below), says: .under(first.value), line: 0)
      )
    }
    for (number, (start, end)) in zip(breaks, breaks.dropFirst()).enumerated() {
      let straight = StraightPoints(
        from: start.value, points: start.points, to: end.value, points: end.points)
      rungs.append(
        ScorePlan.Rung(
          .compares(.atMost, end.value), .straight(straight),
          says: .between(start.value, end.value), line: number + 1))
    }
    let last = breaks.last?.value ?? .zero
    let otherwise = ScorePlan.Rung(
      nil, .points(above), says: .over(last), line: rungs.count)
    return ScorePlan(
      .number(value), worth: .ladder(ScorePlan.Ladder(rungs: rungs, otherwise: otherwise)))
  }
}
