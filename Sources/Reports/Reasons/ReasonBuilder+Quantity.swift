import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

/// Quantities with a line: how much there is, how much earns all, how far off.
extension ReasonBuilder {
  func quantity(
    _ value: Number, _ looked: KnownNumbers.Looked, _ item: Item
  ) -> Report.ReasonLine? {
    let step = looked.plan.step
    switch item.plan.worth {
    case .itself: return share(value, step, looked, item)
    case .points: return nil
    case .paced(let paced): return held(value, step, looked, item, line(of: paced, item))
    case .straight(let straight):
      return held(value, step, looked, item, line(of: straight, item))
    case .ladder(let ladder): return held(value, step, looked, item, line(of: ladder, value, item))
    }
  }

  /// Where full marks begin, and on which side.
  struct Line {
    let at: Number
    /// Less is better.
    let isCeiling: Bool
    /// Just so much is not enough, or is too much.
    var isStrict = false

    func isMissed(by value: Number) -> Bool {
      if value == at { return isStrict }
      return isCeiling ? value > at : value < at
    }
  }

  private func line(of ladder: ScorePlan.Ladder, _ value: Number, _ item: Item) -> Line? {
    var lines: [Line] = []
    for rung in ladder.rungs {
      if case .paced(let paced) = rung.worth, let line = line(of: paced, item) {
        lines.append(line)
      } else if case .straight(let straight) = rung.worth, let line = line(of: straight, item) {
        lines.append(line)
      } else if rung.points == item.points, case .compares(let comparison, let at)? = rung.test {
        lines.append(
          Line(
            at: at, isCeiling: comparison == .atMost || comparison == .less,
            isStrict: comparison == .less || comparison == .greater))
      } else if rung.points == item.points, case .tests(let plan)? = rung.test {
        lines += Self.lines(of: plan)
      }
    }
    if case .paced(let paced)? = ladder.otherwise?.worth, let line = line(of: paced, item) {
      lines.append(line)
    }
    // Of several ways to full marks the nearest.
    return lines.filter { $0.isMissed(by: value) }.min {
      Self.distance(value, $0) < Self.distance(value, $1)
    }
  }

  private static func distance(_ value: Number, _ line: Line) -> Number {
    (line.isCeiling ? value.subtracting(line.at) : line.at.subtracting(value)) ?? .zero
  }

  private func line(of paced: PacedPoints, _ item: Item) -> Line? {
    switch paced.way {
    case .costs, .loses: return Line(at: paced.start, isCeiling: true)
    case .earns(let most):
      guard most >= item.points, paced.pace.points.isPositive,
        let units = item.points.subtracting(paced.base)?.divided(by: paced.pace.points),
        let way = units.ceiling()?.multiplied(by: paced.pace.every),
        let at = paced.start.adding(way)
      else { return nil }
      return Line(at: at, isCeiling: false)
    }
  }

  private func line(of straight: StraightPoints, _ item: Item) -> Line? {
    if (try? straight.points(for: straight.to)) == item.points {
      return Line(at: straight.to, isCeiling: false)
    }
    return (try? straight.points(for: straight.from)) == item.points
      ? Line(at: straight.from, isCeiling: true) : nil
  }

  /// The ends of unary tests: `>= 1`, `[0.9..1]`.
  private static func lines(of plan: Plan) -> [Line] {
    func ends(_ step: Step) -> [Line] {
      switch step.form {
      case .comparison(let comparison, _, let right):
        guard case .constant(.number(let at)) = right.form else { return [] }
        switch comparison {
        case .atLeast, .greater:
          return [Line(at: at, isCeiling: false, isStrict: comparison == .greater)]
        case .atMost, .less:
          return [Line(at: at, isCeiling: true, isStrict: comparison == .less)]
        case .equal: return [Line(at: at, isCeiling: false), Line(at: at, isCeiling: true)]
        case .unequal: return []
        }
      case .constant(.range(let range)):
        var lines: [Line] = []
        if case .number(let low)? = range.low { lines.append(Line(at: low, isCeiling: false)) }
        if case .number(let high)? = range.high { lines.append(Line(at: high, isCeiling: true)) }
        return lines
      case .matching(let match):
        return match.isNegated
          ? []
          : match.tests.flatMap { test in
            switch test {
            case .condition(let step), .member(let step): ends(step)
            }
          }
      case .or(let steps): return steps.flatMap(ends)
      default: return []
      }
    }
    return ends(plan.step)
  }

  private func held(
    _ value: Number, _ step: Step, _ looked: KnownNumbers.Looked, _ item: Item, _ line: Line?
  ) -> Report.ReasonLine? {
    guard let line else { return nil }
    // What is short of another quantity is told by the two: `4 - certified`, not below 0.
    if line.isCeiling, let (wanted, had) = Self.shortfall(step),
      let need = known.number(wanted, looked), let there = known.number(had, looked),
      let at = need.subtracting(line.at), let distance = at.subtracting(there),
      distance.isPositive
    {
      return reason(.below, had, looked, item, there, at, distance)
    }
    if !line.isCeiling, case .arithmetic(.divide, let part, let whole) = step.form,
      let some = known.number(part, looked), let all = known.number(whole, looked), !all.isZero
    {
      var reason = Report.ReasonLine(
        .share, SheetPhrase.words(of: part, of: looked.plan, in: rubric) ?? item.title)
      (reason.value, reason.whole, reason.line) = (some, all, line.at)
      reason.distance = Self.distance(value, line)
      return reason
    }
    var told = reason(
      line.isCeiling ? .above : .below, step, looked, item, value, line.at,
      Self.distance(value, line))
    if line.isStrict { told.isStrict = true }
    return told
  }

  func reason(
    _ kind: Report.ReasonLine.Kind, _ step: Step, _ looked: KnownNumbers.Looked, _ item: Item,
    _ value: Number, _ line: Number, _ distance: Number
  ) -> Report.ReasonLine {
    var reason = Report.ReasonLine(
      kind, SheetPhrase.words(of: step, of: looked.plan, in: rubric) ?? item.title)
    (reason.value, reason.line, reason.distance) = (value, line, distance)
    reason.unit = known.unit(of: step)
    return reason
  }

  /// `a - b`, or `max(0, a - b)`.
  private static func shortfall(_ step: Step) -> (wanted: Step, had: Step)? {
    switch step.form {
    case .arithmetic(.subtract, let left, let right): return (left, right)
    case .builtin(let builtin, let arguments):
      guard builtin.name == "max", arguments.count == 2 else { return nil }
      for (zero, other) in [(arguments[0], arguments[1]), (arguments[1], arguments[0])] {
        if case .constant(.number(let number)) = zero.form, number.isZero {
          return shortfall(other)
        }
      }
      return nil
    default: return nil
    }
  }

  /// Points in proportion: `6 * done / all`, or `6 * rate`.
  private func share(
    _ value: Number, _ step: Step, _ looked: KnownNumbers.Looked, _ item: Item
  ) -> Report.ReasonLine? {
    guard let rate = value.divided(by: item.points), !rate.isNegative, rate < .one else {
      return nil
    }
    var reason = Report.ReasonLine(.share, item.title)
    if let (part, whole) = Self.proportion(step), let some = known.number(part, looked),
      let all = known.number(whole, looked), !all.isZero, some.divided(by: all) == rate
    {
      reason.title = SheetPhrase.words(of: part, of: looked.plan, in: rubric) ?? item.title
      (reason.value, reason.whole) = (some, all)
      reason.distance = all.subtracting(some)
      reason.unit = known.unit(of: part)
      return reason
    }
    if case .arithmetic(.multiply, let left, let right) = step.form,
      case .constant(.number(let points)) = left.form, points == item.points
    {
      reason.title = SheetPhrase.words(of: right, of: looked.plan, in: rubric) ?? item.title
    }
    (reason.value, reason.line) = (rate, .one)
    reason.distance = Number.one.subtracting(rate)
    return reason
  }

  /// `points * part / whole`.
  private static func proportion(_ step: Step) -> (part: Step, whole: Step)? {
    if case .arithmetic(.divide, let above, let whole) = step.form,
      case .arithmetic(.multiply, let points, let part) = above.form,
      case .constant = points.form
    {
      return (part, whole)
    }
    if case .arithmetic(.multiply, let points, let rate) = step.form, case .constant = points.form,
      case .arithmetic(.divide, let part, let whole) = rate.form
    {
      return (part, whole)
    }
    return nil
  }
}
