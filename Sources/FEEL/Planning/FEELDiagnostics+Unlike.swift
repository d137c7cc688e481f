import Diagnostics
import Values

/// What is said where two things that stand together are not of one kind or unit.
extension Diagnostic {
  static func unlikeBranches(_ then: Shape, _ otherwise: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "unlike-branches", at: place,
      Wording(
        en: "`then` gives \(then.words.en) and `else` gives \(otherwise.words.en)",
        zh: "`then` 得到\(then.words.zh)，`else` 得到\(otherwise.words.zh)"),
      label: label(otherwise),
      help: Wording(en: "let both give the same kind of value", zh: "让两边得到同一类值"))
  }

  static func unlikeRangeEnds(_ low: Shape, _ high: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "unlike-range-ends", at: place,
      Wording(
        en: "no range runs from \(low.words.en) to \(high.words.en)",
        zh: "\(low.words.zh)与\(high.words.zh)之间不能构成区间"),
      label: Wording(en: "not a range", zh: "不成区间"),
      help: Wording(
        en: "give both ends in one kind of value",
        zh: "请让两端是同一类值"))
  }

  static func unlikeResults(_ above: Shape, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "unlike-results", at: place,
      Wording(
        en: "this rule gives \(shape.words.en) where others give \(above.words.en)",
        zh: "这条规则得到\(shape.words.zh)，其他规则得到\(above.words.zh)"),
      label: label(shape),
      help: Wording(en: "let all rules give the same kind of value", zh: "让各条规则得到同一类值"))
  }

  static func unlistedResult(
    _ value: String, listed: [String], at place: Place
  ) -> Diagnostic {
    let offered = listed.prefix(12).joined(separator: ", ")
    return Diagnostic(
      "unlisted-result", at: place,
      Wording(
        en: "\(value) is not among the values of its column", zh: "\(value) 不在该列列出的值之中"),
      label: Wording(en: "not listed", zh: "未列出"),
      notes: [Wording(en: "listed: \(offered)", zh: "列出的值：\(offered)")],
      help: suggestion(value, listed)
        ?? Wording(en: "write one of them, or list it too", zh: "请写其中之一，或把它也列上"))
  }

  static func unlikeTypes(
    _ sign: String, _ left: (shape: Shape, text: String), _ right: (shape: Shape, text: String),
    at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unlike-types", at: place,
      Wording(
        en: "`\(sign)` compares \(left.shape.words.en) with \(right.shape.words.en)",
        zh: "`\(sign)` 比较的是\(left.shape.words.zh)与\(right.shape.words.zh)"),
      label: Wording(en: "never comparable", zh: "无法比较"),
      notes: kinds(left, right),
      help: comparable(left, right) ?? comparable(right, left)
        ?? Wording(
          en:
            "compare values of one kind: `number(…)`, `string(…)` and `date(…)` turn one into another",
          zh: "请比较同一类值；可用 `number(…)`、`string(…)`、`date(…)` 转换"))
  }

  static func unlikeUnits(
    _ left: String, _ right: String, sign: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unlike-units", .warning, at: place,
      Wording(
        en: "`\(sign)` joins values in `\(left)` and `\(right)`",
        zh: "`\(sign)` 两边的单位是 `\(left)` 和 `\(right)`"),
      label: Wording(en: "different units", zh: "单位不同"),
      help: Wording(
        en: "convert one of them, or declare both with the same `unit`",
        zh: "换算其中一个，或把两者声明为同一 `unit`"))
  }
}
