import Diagnostics
import FEEL
import Values

/// What the checker says about results of others that are taken over.
extension Diagnostic {
  static func importExpiry(_ key: String, at place: Place) -> Diagnostic {
    let other = key == "if expired" ? "valid" : "if expired"
    return Diagnostic(
      "import-expiry", at: place,
      Wording(en: "`\(key)` stands without `\(other)`", zh: "写了 `\(key)`，却没有写 `\(other)`"),
      help: Wording(
        en: "write both, as in `valid: 3 years` and `if expired: zero`, or neither",
        zh: "请两样都写，如 `valid: 3 years` 和 `if expired: zero`，或都不写"))
  }

  static func importOpen(_ grade: String, _ words: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "import-open", at: place,
      Wording(en: "the scale has no points for `\(grade)`", zh: "换算表没有给出 `\(grade)` 的分数"),
      label: Wording(en: "a grade is left out", zh: "缺一个等级"),
      notes: namesNear(grade, in: words).first.map {
        [Wording(en: "`\($0)` is the nearest that it has", zh: "表中最接近的是 `\($0)`")]
      } ?? [],
      help: Wording(en: "add `\(grade)` with its points", zh: "请补上 `\(grade)` 及其分数"))
  }

  static func importOver(_ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "import-over", at: place,
      Wording(
        en: "a result is taken over as a grade or a score, not as \(shape.words.en)",
        zh: "引用的结果应是等级（文字）或得分（数值），这里是\(shape.words.zh)"),
      help: Wording(
        en: "name a fact that is a string or a number", zh: "请写一个类型为 string 或 number 的事实"))
  }

  static func importScale(isScore: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      "import-scale", at: place,
      isScore
        ? Wording(en: "a score has no map of grades", zh: "得分不能用等级换算表")
        : Wording(en: "a grade needs a map of grades and nothing else", zh: "等级须用等级换算表，不用分数线"),
      help: isScore
        ? Wording(
          en: "write `full at` and `zero at`, or `at least` and `else`",
          zh: "请写 `full at` 和 `zero at`，或 `at least` 和 `else`")
        : Wording(
          en: "write `scale: {grade: points}`", zh: "请写 `scale: {等级: 分数}`"))
  }

  static func importTerms(at place: Place) -> Diagnostic {
    Diagnostic(
      "import-terms", at: place,
      Wording(
        en: "`valid` and `valid until` both say how long the result counts",
        zh: "`valid` 和 `valid until` 都在规定有效期"),
      label: Wording(en: "second rule", zh: "重复规定"),
      help: Wording(en: "keep one of the two", zh: "请只保留一个"))
  }

  static func importUndated(at place: Place) -> Diagnostic {
    Diagnostic(
      "import-undated", at: place,
      Wording(en: "nothing says when this result was given", zh: "没有写明该结果是何时评定的"),
      help: Wording(
        en: "add `dated: …`; only results of this round go without",
        zh: "请加 `dated: …`；只有本轮的结果可以不写"))
  }

  static func importValid(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "import-valid", at: place,
      Wording(en: "`\(text)` is not a length of time", zh: "`\(text)` 不是时间长度"),
      help: Wording(
        en: "write a whole number of `years`, `months` or `days`, as in `3 years`",
        zh: "请写整数加 `years`、`months` 或 `days`，如 `3 years`"))
  }
}
