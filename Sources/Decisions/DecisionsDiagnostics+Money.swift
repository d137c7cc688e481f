import Diagnostics

/// What is said about amounts and their instalments, sorted by name.
extension Diagnostic {
  static func amountNameTaken(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "amount-name-taken",
      at: place,
      Wording(
        en: "the amount `\(id)` has the name of something else", zh: "金额 `\(id)` 与别的名称相同"),
      label: Wording(en: "name taken", zh: "名称已占用"),
      help: Wording(
        en: "give the amount an id of its own; later amounts look at it by that name",
        zh: "请给这笔金额另起标识；后面的金额用这个名称引用它")
    )
  }

  static func instalmentNotAPart(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "instalment-not-a-part",
      at: place,
      Wording(
        en: "the part of `\(id)` is not above zero and up to 1", zh: "`\(id)` 所占的份额不在零以上、1 以内"),
      label: Wording(en: "no part", zh: "不是份额"),
      help: Wording(en: "write a share such as 0.4 or 40%", zh: "请写份额，例如 0.4 或 40%")
    )
  }

  static func instalmentTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "instalment-twice",
      at: place,
      Wording(en: "the instalment `\(id)` is listed twice", zh: "分期 `\(id)` 列了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(en: "give each instalment its own id", zh: "请给每期不同的标识")
    )
  }

  static func instalmentsDoNotAddUp(_ sum: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "instalments-do-not-add-up",
      at: place,
      Wording(en: "the instalments make \(sum) of the amount", zh: "各期合计为金额的 \(sum)"),
      label: Wording(en: "not 1", zh: "不等于 1"),
      help: Wording(en: "correct the parts so that they make 1", zh: "请更正各期份额，使合计为 1")
    )
  }
}
