import Diagnostics

/// What the reader of bundles says about judgements.
extension Diagnostic {
  static func contradictoryMark(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "contradictory-mark", at: place,
      Wording(
        en: "the mark for `\(item)` is given twice, as `mark` and as `value`; it does not count",
        zh: "对 `\(item)` 的评判同时写了 `mark` 和 `value`，不计入"),
      label: Wording(en: "which of the two?", zh: "以哪个为准？"),
      help: Wording(
        en: "write `mark:` alone, or `band:` with `value:`",
        zh: "请只写 `mark:`，或写 `band:` 和 `value:`"))
  }

  static func emptyMark(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "empty-mark", at: place,
      Wording(
        en: "the mark for `\(item)` has neither a mark nor a band", zh: "对 `\(item)` 的评判既没有分数也没有档次"),
      label: Wording(en: "nothing to count", zh: "无可计入"),
      help: Wording(
        en: "write `mark:`, or `band:` and `value:`",
        zh: "请写 `mark:`，或写 `band:` 和 `value:`"))
  }

  static func judgementRepeated(_ by: String, at place: Place, first: String) -> Diagnostic {
    Diagnostic(
      "judgement-repeated", .warning, at: place,
      Wording(
        en: "`\(by)` handed in the same marks twice; they count once",
        zh: "`\(by)` 把相同的评分交了两次，只计一次"),
      label: Wording(en: "the same again", zh: "重复"),
      notes: [Wording(en: "first at \(first)", zh: "第一次在 \(first)")],
      help: Wording(en: "remove one of the two files", zh: "请删去其中一个文件"))
  }

  static func judgementRevised(
    _ by: String, _ items: [String], at place: Place, other: String
  ) -> Diagnostic {
    Diagnostic(
      "judgement-revised", .warning, at: place,
      Wording(
        en:
          "`\(by)` judged \(list(items)) again on another day; the later mark counts, and both are reported",
        zh: "`\(by)` 在另一日期再次评判 \(list(items))：以较后的评分为准，两次都列入报告"),
      label: Wording(en: "judged again", zh: "再次评判"),
      notes: [Wording(en: "the other is at \(other)", zh: "另一次在 \(other)")],
      help: Wording(
        en: "keep both if the mark was revised, else remove one",
        zh: "若确系修改评分请保留两份，否则请删去一份"))
  }

  static func judgementTwice(
    _ by: String, _ items: [String], at place: Place, first: String
  ) -> Diagnostic {
    Diagnostic(
      "judgement-twice", at: place,
      Wording(
        en: "two papers of `\(by)` contradict each other on \(list(items)); neither mark counts",
        zh: "`\(by)` 对 \(list(items)) 的两次评分互相矛盾，均不计入"),
      label: Wording(en: "which of the two?", zh: "以哪个为准？"),
      notes: [Wording(en: "otherwise at \(first)", zh: "另一次在 \(first)")],
      help: Wording(
        en: "keep the mark that was meant; if one revises the other, date both papers",
        zh: "请只保留真正的评分；若为修改，请给两份都写明日期"))
  }

  private static func list(_ items: [String]) -> String {
    items.prefix(4).map { "`\($0)`" }.joined(separator: ", ") + (items.count > 4 ? ", …" : "")
  }
}
