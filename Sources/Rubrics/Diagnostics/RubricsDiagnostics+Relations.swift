import Diagnostics
import Values

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

  static func cohortFigure(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "cohort-figure", at: place,
      Wording(
        en:
          "`\(name)` of the cohort takes exactly one of `mean`, `min`, `max`, `place`, `count` and `percentile`",
        zh: "同组数值 `\(name)` 要写 `mean`、`min`、`max`、`place`、`count`、`percentile` 之一"),
      help: Wording(en: "keep one of them", zh: "请只写一个"))
  }

  static func cohortIdle(at place: Place) -> Diagnostic {
    Diagnostic(
      "cohort-idle", .warning, at: place,
      Wording(en: "no item is compared within the cohort", zh: "没有指标在同组内比较"),
      label: Wording(en: "not looked at", zh: "不起作用"),
      help: Wording(
        en: "rank an item or use a number of the cohort, or remove `cohort`",
        zh: "请加上按名次或按同组数值计分的指标，或删去 `cohort`"))
  }

  static func cohortMissing(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "cohort-missing", at: place,
      Wording(
        en: "`\(item)` compares subjects, and nothing says who is compared with whom",
        zh: "`\(item)` 要与他人比较，却没有说谁与谁比较"),
      label: Wording(en: "compared with whom?", zh: "与谁比较？"),
      help: Wording(
        en: "add `cohort: {by: …, if fewer: unknown}` to the rubric",
        zh: "请在细则里加上 `cohort: {by: …, if fewer: unknown}`"))
  }

  static func comparedTwice(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "compared-twice", at: place,
      Wording(
        en: "`\(item)` compares subjects, so its cohort has no mean of it in time",
        zh: "`\(item)` 本身要与他人比较，取不到同组的平均分"),
      help: Wording(
        en: "write another `otherwise` or `then`", zh: "请改写 `otherwise` 或 `then`"))
  }

  static func comparisonLooksAt(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "comparison-looks-at", at: place,
      Wording(
        en: "this comparison looks at `\(name)`, whose points come from a comparison",
        zh: "这里的比较用到 `\(name)`，而它的得分本身来自比较"),
      label: Wording(en: "known too late", zh: "此时尚无结果"),
      help: Wording(
        en: "compare by items and sections that are scored from evidence alone",
        zh: "请改用只凭证据计分的指标或部分"))
  }

  static func rankLine(_ threshold: Number, _ isShare: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      "rank-line", at: place,
      isShare
        ? Wording(
          en: "`\(threshold)` is no share above 0 and up to 100%",
          zh: "`\(threshold)` 不是大于 0 且不超过 100% 的比例")
        : Wording(
          en: "`\(threshold)` is not a place: 1, 2, 3 …", zh: "`\(threshold)` 不是名次（1、2、3……）"),
      help: isShare
        ? Wording(en: "write a share such as `10%`", zh: "请写比例，如 `10%`")
        : Wording(en: "write a whole number from 1 on", zh: "请写从 1 起的整数"))
  }

  static func rankLines(at place: Place) -> Diagnostic {
    Diagnostic(
      "rank-lines", at: place,
      Wording(
        en: "`rank` takes either `places` or `top`", zh: "`rank` 要写 `places` 或 `top` 之一"),
      help: Wording(en: "write exactly one of the two", zh: "请只写其中一个"))
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
