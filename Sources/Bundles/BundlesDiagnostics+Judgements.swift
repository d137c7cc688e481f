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

  static func judgementRevised(at place: Place, other: String) -> Diagnostic {
    Diagnostic(
      "judgement-revised", .warning, at: place,
      Wording(
        en: "an assessor judged again on another day; the later mark counts, and both are reported",
        zh: "同一评委在另一日期再次评判：以较后的评分为准，两次都列入报告"),
      label: Wording(en: "judged again", zh: "再次评判"),
      notes: [Wording(en: "the other is \(other)", zh: "另一份是 \(other)")],
      help: Wording(
        en: "keep both if the mark was revised, else remove one",
        zh: "若确系修改评分请保留两份，否则请删去一份"))
  }

  static func judgementTwice(at place: Place, first: String) -> Diagnostic {
    Diagnostic(
      "judgement-twice", at: place,
      Wording(
        en: "an assessor judged twice in one role and stage; where the two differ, neither counts",
        zh: "同一评委以同一角色在同一阶段评判了两次；两次不一致的评分均不计入"),
      label: Wording(en: "second time", zh: "第二次"),
      notes: [Wording(en: "first in \(first)", zh: "第一次在 \(first)")],
      help: Wording(
        en: "keep one of the two files, or date the later one",
        zh: "请只保留其中一个文件；若为修改评分，请给两份写明日期"))
  }
}
