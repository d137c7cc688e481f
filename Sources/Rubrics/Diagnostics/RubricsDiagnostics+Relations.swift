import Diagnostics

/// What the checker says about forms that look at the results of others.
extension Diagnostic {
  static func childrenBar(at place: Place) -> Diagnostic {
    Diagnostic(
      "children-bar", at: place,
      Wording(
        en: "nothing, or too much, says what each of them must reach",
        zh: "每个下级须达到什么，没有写或写了两样"),
      label: Wording(en: "reach what?", zh: "达到什么？"),
      help: Wording(en: "write `grade` or `score`, one of the two", zh: "请写 `grade` 或 `score` 之一"))
  }

  static func childrenKey(_ key: String, _ take: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "children-key", at: place,
      Wording(
        en: "`\(key)` says nothing where `take` is `\(take)`", zh: "`take: \(take)` 用不到 `\(key)`"),
      label: Wording(en: "not looked at", zh: "不起作用"),
      help: Wording(en: "remove it, or take something else", zh: "请删去，或改写 `take`"))
  }

  static func scaleForm(_ form: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "scale-form", at: place,
      Wording(
        en: "`\(form)` takes either `at least` with `else`, or `full at` with `zero at`",
        zh: "`\(form)` 要写 `at least` 加 `else`，或 `full at` 加 `zero at`"),
      help: Wording(en: "write one of the two pairs", zh: "请写其中一组"))
  }
}
