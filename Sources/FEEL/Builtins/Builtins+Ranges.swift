import Diagnostics
import Values

extension Builtins {
  static let ranges: [Builtin] = [
    before, after, meets, metBy, overlaps, overlapsBefore, overlapsAfter, finishes, finishedBy,
    includes, during, starts, startedBy, coincides,
  ].flatMap { $0 }

  private static let before = relation(
    "before", [.points, .pointAndRange, .rangeAndPoint, .ranges],
    summary: Wording(en: "Whether one ends before the other begins.", zh: "前者是否在后者开始之前结束。"),
    examples: [
      ("before(1, 10)", "true"), ("before(1, [1..10])", "false"), ("before(1, (1..10])", "true"),
      ("before([1..5], 10)", "true"), ("before([1..5), [5..10])", "true"),
    ]
  ) { $0.isBefore($1) }

  private static let after = relation(
    "after", [.points, .pointAndRange, .rangeAndPoint, .ranges],
    summary: Wording(en: "Whether one begins after the other has ended.", zh: "前者是否在后者结束之后开始。"),
    examples: [
      ("after(10, 5)", "true"), ("after(12, [1..10])", "true"), ("after([1..10], 12)", "false"),
      ("after((10..20], [1..10])", "true"),
    ]
  ) { $1.isBefore($0) }

  private static let meets = relation(
    "meets", [.ranges],
    summary: Wording(
      en: "Whether the first ends where the second begins, both ends included.",
      zh: "前者的终点是否就是后者的起点，两端都含。"),
    examples: [("meets([1..5], [5..10])", "true"), ("meets([1..5), [5..10])", "false")]
  ) { $0.meets($1) }

  private static let metBy = relation(
    "met by", [.ranges],
    summary: Wording(
      en: "Whether the first begins where the second ends, both ends included.",
      zh: "前者的起点是否就是后者的终点，两端都含。"),
    examples: [("met by([5..10], [1..5])", "true"), ("met by((5..10], [1..5])", "false")]
  ) { $1.meets($0) }

  private static let overlaps = relation(
    "overlaps", [.ranges],
    summary: Wording(en: "Whether two ranges have something in common.", zh: "两个区间是否有公共部分。"),
    examples: [("overlaps([1..5], [3..8])", "true"), ("overlaps([1..5), [5..8])", "false")]
  ) { one, other in
    one.isBefore(other).flatMap { isBefore in other.isBefore(one).map { !isBefore && !$0 } }
  }

  private static let overlapsBefore = relation(
    "overlaps before", [.ranges],
    summary: Wording(
      en: "Whether the first begins earlier and ends inside the second.",
      zh: "前者是否较早开始并在后者之内结束。"),
    examples: [
      ("overlaps before([1..5], [3..8])", "true"), ("overlaps before([1..5], [6..8])", "false"),
      ("overlaps before([1..5], [1..5])", "false"),
    ]
  ) { $0.overlapsBefore($1) }

  private static let overlapsAfter = relation(
    "overlaps after", [.ranges],
    summary: Wording(
      en: "Whether the first begins inside the second and ends later.",
      zh: "前者是否在后者之内开始并较晚结束。"),
    examples: [
      ("overlaps after([3..8], [1..5])", "true"), ("overlaps after([6..8], [1..5])", "false"),
      ("overlaps after((1..5], [1..5))", "true"),
    ]
  ) { $0.overlapsAfter($1) }

  private static let finishes = relation(
    "finishes", [.pointAndRange, .ranges],
    summary: Wording(en: "Whether the first ends where the second ends.", zh: "前者是否与后者同时结束，且在其内。"),
    examples: [
      ("finishes(10, [1..10])", "true"), ("finishes([5..10], [1..10])", "true"),
      ("finishes([5..10), [1..10])", "false"),
    ]
  ) { $0.finishes($1) }

  private static let finishedBy = relation(
    "finished by", [.rangeAndPoint, .ranges],
    summary: Wording(en: "Whether the second ends where the first ends.", zh: "后者是否与前者同时结束，且在其内。"),
    examples: [
      ("finished by([1..10], 10)", "true"), ("finished by([1..10], [5..10])", "true"),
      ("finished by([1..10], [5..10))", "false"),
    ]
  ) { $1.finishes($0) }

  private static let includes = relation(
    "includes", [.rangeAndPoint, .ranges],
    summary: Wording(en: "Whether the second lies in the first.", zh: "后者是否在前者之内。"),
    examples: [
      ("includes([1..10], 5)", "true"), ("includes((1..10], 1)", "false"),
      ("includes([1..10], [4..6])", "true"),
    ]
  ) { $0.includes($1) }

  private static let during = relation(
    "during", [.pointAndRange, .ranges],
    summary: Wording(en: "Whether the first lies in the second.", zh: "前者是否在后者之内。"),
    examples: [
      ("during(5, [1..10])", "true"), ("during(12, [1..10])", "false"),
      ("during((1..5], (1..10])", "true"),
    ]
  ) { $1.includes($0) }

  private static let starts = relation(
    "starts", [.pointAndRange, .ranges],
    summary: Wording(
      en: "Whether the first begins where the second begins.", zh: "前者是否与后者同时开始，且在其内。"),
    examples: [
      ("starts(1, [1..10])", "true"), ("starts([1..5], [1..10])", "true"),
      ("starts((1..5], [1..10])", "false"),
    ]
  ) { $0.starts($1) }

  private static let startedBy = relation(
    "started by", [.rangeAndPoint, .ranges],
    summary: Wording(
      en: "Whether the second begins where the first begins.", zh: "后者是否与前者同时开始，且在其内。"),
    examples: [
      ("started by([1..10], 1)", "true"), ("started by([1..10], [1..5])", "true"),
      ("started by([1..10], (1..5])", "false"),
    ]
  ) { $1.starts($0) }

  private static let coincides = relation(
    "coincides", [.points, .ranges],
    summary: Wording(en: "Whether both are the same.", zh: "两者是否完全重合。"),
    examples: [
      ("coincides([1..5], [1..5])", "true"), ("coincides((1..5], [1..5])", "false"),
      ("coincides(3, 3)", "true"),
    ]
  ) { $0.coincides($1) }

  private enum Form {
    case points, pointAndRange, rangeAndPoint, ranges
  }

  /// What is between two points, two ranges, or one of each: an overload for each form.
  private static func relation(
    _ name: String, _ forms: [Form], summary: Wording, examples: [(String, String)],
    holds: @escaping @Sendable (Interval, Interval) -> Bool?
  ) -> [Builtin] {
    let points: [Shape] = [
      .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration,
    ]
    func point(_ name: String) -> Parameter { Parameter(name, points) }
    func range(_ name: String) -> Parameter { .one(name, .range(.any)) }
    return forms.enumerated().map { index, form in
      let parameters =
        switch form {
        case .points: [point("point1"), point("point2")]
        case .pointAndRange: [point("point"), range("range")]
        case .rangeAndPoint: [range("range"), point("point")]
        case .ranges: [range("range1"), range("range2")]
        }
      return Builtin(
        name, parameters, gives: .optional(.boolean), summary: summary,
        examples: index == 0 ? examples : []
      ) { call in
        guard let one = Interval(call[0]), let other = Interval(call[1]) else { return call.null() }
        return holds(one, other).map { .boolean($0) } ?? call.null(.notComparable)
      }
    }
  }
}
