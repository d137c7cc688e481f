import Diagnostics
import FEEL
import Formats
import Values

extension ChildrenForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    checker.childrenForm(record, points)
  }
}

extension RubricChecker {
  fileprivate mutating func childrenForm(_ record: Record, _ points: Number?) -> ChildrenForm? {
    guard let rubric = record.scalar("children"), let word = record.string("take"),
      let ifNone: ChildrenRule.IfNone = record.choice("if none")
    else { return nil }
    reportIdleChildrenKeys(record, word)
    let expected = plan(record, "expected", expecting: .number)
    guard let take = take(record, word, points) else { return nil }
    return ChildrenForm(
      rule: ChildrenRule(
        rubric: rubric.text, take: take, kind: record.string("kind"),
        isDirect: record.string("level") != "any",
        weight: record.scalar("weight").map {
          ChildrenRule.Weight(fact: $0.text, place: $0.place)
        },
        expected: expected, notEvaluated: record.choice("not evaluated") ?? .unknown,
        ifNone: ifNone, place: rubric.place))
  }

  private mutating func take(
    _ record: Record, _ word: String, _ points: Number?
  ) -> ChildrenRule.Take? {
    switch word {
    case "all": return bar(record).map { .all($0) }
    case "share":
      let scale = pointScale(record, "children", points)
      guard let bar = bar(record), let scale else { return nil }
      return .share(bar, scale)
    case "worst" where record.mentions("grades"):
      let lines = record.map("grades").compactMap { entry in
        entry.value.number.map {
          ChildrenRule.GradePoints(grade: entry.key.text, points: $0, place: entry.key.place)
        }
      }
      reportAmounts(
        lines.map { ($0.points, $0.place) }, otherwise: nil, worth: points,
        at: record.keyPlace("grades"))
      return lines.count == record.map("grades").count ? .worstGrade(lines) : nil
    case "worst": return pointScale(record, "children", points).map { .worstScore($0) }
    default: return pointScale(record, "children", points).map { .mean($0) }
    }
  }

  /// What each child must reach: a grade or a score.
  private mutating func bar(_ record: Record) -> ChildrenRule.Bar? {
    guard record.mentions("grade") != record.mentions("score") else {
      diagnostics.report(.childrenBar(at: record.keyPlace("take")))
      return nil
    }
    if let grade = record.scalar("grade") { return .grade(grade.text, grade.place) }
    return record.number("score").map { .score($0) }
  }

  /// Keys that the way of taking does not look at.
  private mutating func reportIdleChildrenKeys(_ record: Record, _ take: String) {
    let ladder = ["at least", "else", "full at", "zero at"]
    var idle: [String]
    switch take {
    case "all": idle = ladder + ["weight", "grades"]
    case "share": idle = ["grades"]
    case "worst": idle = ["grade", "score", "weight"]
    default: idle = ["grade", "score", "grades"]
    }
    if take == "worst", record.mentions("grades") { idle += ladder }
    for key in idle where record.mentions(key) {
      diagnostics.report(.childrenKey(key, take, at: record.keyPlace(key)))
    }
  }
}
