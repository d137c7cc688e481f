import Diagnostics

/// What is said about cases that wait for a tick.
extension Diagnostic {
  static func casesToTick(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "cases-to-tick", .warning, at: place,
      Wording(
        en:
          "\(count) \(count == 1 ? "case waits" : "cases wait") to be ticked: the program's own results prove nothing",
        zh: "有 \(count) 个用例待核：程序自己算出的结果不能当作证明"),
      help: Wording(
        en: "work each out by hand; where it agrees, make `computed` an `expect`",
        zh: "请逐个用手算一遍，一致的把 `computed` 改为 `expect`"))
  }

  static func computedDiffers(
    _ name: String, written: String, found: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "computed-differs", .warning, at: place,
      Wording(
        en: "the program now says \(found) of `\(name)`, and \(written) when the case was written",
        zh: "`\(name)` 现在算得 \(found)，写出用例时是 \(written)"),
      help: Wording(
        en: "the rubric has changed since; write the cases again with `hengxing new tests`",
        zh: "细则在写出用例之后改过，请用 `hengxing new tests` 重新写出"))
  }

  static func noTicks(at place: Place?) -> Diagnostic {
    Diagnostic(
      "no-ticks", at: place ?? .file(""),
      Wording(
        en: "this is no sheet of cases to tick: the columns `case` and `agree` are missing",
        zh: "这不是待核用例表：没有“用例”和“是否一致”两列"),
      help: Wording(
        en: "give the sheet that `hengxing new tests` wrote, with its heads as they are",
        zh: "请用 `hengxing new tests` 写出的那份表，表头不要改"))
  }

  static func tickContradicts(_ name: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "tick-contradicts", at: place,
      Wording(
        en: "`\(name)` is ticked as right, and should be \(other) all the same",
        zh: "“\(name)”既答一致，又写应为 \(other)"),
      help: Wording(
        en: "leave one of the two cells empty", zh: "两格只留一格"))
  }

  static func tickOfNoCase(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "tick-of-no-case", .warning, at: place,
      Wording(
        en: "no case is called `\(name)` any longer, so its tick counts for nothing",
        zh: "现在没有叫“\(name)”的用例，这一行没有用上"),
      help: Wording(
        en:
          "the rubric has changed since the sheet was written; write a new one and tick that case there",
        zh: "写出这张表之后细则改过，请重新写出，在新表上核对"))
  }

  static func tickWithoutResult(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "tick-without-result", .warning, at: place,
      Wording(
        en:
          "`\(name)` is not ticked as right, and nothing says what it should be; it stays to be ticked",
        zh: "“\(name)”没有答一致，也没有写应为多少，仍然待核"),
      help: Wording(
        en: "write yes, or what should come out", zh: "请答“是”，或写明应为多少"))
  }
}
