import Diagnostics
import Values

/// What the checker says about scoring forms.
extension Diagnostic {
  static func aboveCap(_ key: String, _ amount: Number, _ cap: Number, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "above-cap", at: place,
      Wording(
        en: "`\(key)` gives \(amount), more than the cap of \(cap)",
        zh: "`\(key)` 给 \(amount) 分，超过上限 \(cap)"),
      help: Wording(en: "lower it, or raise the cap", zh: "请调低，或提高上限"))
  }

  static func aboveFullMarks(_ amount: Number, _ points: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "above-full-marks", at: place,
      Wording(
        en: "\(amount) is more than the full marks of \(points)", zh: "\(amount) 超过了满分 \(points)"),
      label: Wording(en: "too much", zh: "超过满分"),
      help: Wording(en: "lower it, or raise the points of the item", zh: "请调低，或提高指标的分值"))
  }

  static func allFromWithinFree(_ all: Number, _ free: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "all-from-within-free", at: place,
      Wording(
        en: "everything is lost from \(all) on, and \(free) are free",
        zh: "从 \(all) 起全部扣完，而 \(free) 以内不扣分"),
      help: Wording(en: "write `all from` above `free`", zh: "`all from` 要大于 `free`"))
  }

  static func bandAboveScale(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "band-above-scale", at: place,
      Wording(en: "the band `\(id)` begins above the scale", zh: "`\(id)` 档的起点高于量表的最大值"),
      help: Wording(en: "lower `at least`, or raise `scale`", zh: "请调低 `at least`，或提高 `scale`"))
  }

  static func bandsOutOfOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      "bands-out-of-order", at: place,
      Wording(
        en: "bands stand best first, each beginning below the one before",
        zh: "各档从高到低排列，每档起点都要低于前一档"),
      label: Wording(en: "not below", zh: "没有更低"),
      help: Wording(en: "sort the bands", zh: "请重新排序"))
  }

  static func belowZero(_ amount: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "below-zero", at: place,
      Wording(
        en: "\(amount) is below zero, and only a `formula` may be",
        zh: "\(amount) 小于零，只有 `formula` 可以为负"),
      label: Wording(en: "below zero", zh: "小于零"),
      help: Wording(
        en: "write points from 0 on, or use `formula` with a negative `from`",
        zh: "请写不小于 0 的分数，或用 `from` 为负的 `formula`"))
  }

  static func chooseOver(_ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "choose-over", at: place,
      Wording(
        en: "`choose` takes a text, a number, or true or false, not a \(typeName(shape).en)",
        zh: "`choose` 要用文字、数字或真假值，不能用\(typeName(shape).zh)"),
      help: Wording(
        en: "use a form that fits, such as `check` or `table`", zh: "请改用合适的形式，例如 `check` 或 `table`")
    )
  }

  static func combineMissing(at place: Place) -> Diagnostic {
    Diagnostic(
      "combine-missing", at: place,
      Wording(
        en: "several judgements are asked for, and nothing says how to combine them",
        zh: "要求多份评判，却没说如何合并"),
      help: Wording(
        en: "add `combine: mean`, `median`, `min` or `max`",
        zh: "请补上 `combine: mean`、`median`、`min` 或 `max`"))
  }

  static func easierEarnsMore(
    _ lower: Number, _ upper: Number, byPlace: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "easier-earns-more", .warning, at: place,
      Wording(
        en: "the easier line gives \(lower), more than \(upper) of the line above it",
        zh: "更容易达到的一行给 \(lower) 分，多于上一行的 \(upper) 分"),
      label: Wording(en: "gives more", zh: "反而更多"),
      help: byPlace
        ? Wording(
          en: "exchange the points; where less is better, write `best: low`",
          zh: "请对调分数；若数值越小越好，请写 `best: low`")
        : Wording(
          en: "exchange the points, or write the rule as `lines`", zh: "请对调分数；若本意如此，请写成 `lines`"))
  }

  static func elseBesideLines(at place: Place) -> Diagnostic {
    Diagnostic(
      "else-beside-lines", at: place,
      Wording(
        en: "`lines` are complete by themselves and take no `else`",
        zh: "`lines` 本身就要写全，不能再有 `else`"),
      help: Wording(en: "write the rest as a line of its own", zh: "请把其余情况写成单独一行"))
  }

  static func elseMissing(at place: Place) -> Diagnostic {
    Diagnostic(
      "else-missing", at: place,
      Wording(en: "nothing says what the item earns where no line holds", zh: "没有说明哪一行都不成立时得几分"),
      label: Wording(en: "else?", zh: "否则呢？"),
      help: Wording(en: "add `else: 0`", zh: "请补上 `else: 0`"))
  }

  static func fullAtZero(at place: Place) -> Diagnostic {
    Diagnostic(
      "full-at-zero", at: place,
      Wording(en: "`full at` and `zero at` are the same number", zh: "`full at` 与 `zero at` 相同"),
      help: Wording(en: "write two numbers that differ", zh: "请写两个不同的数"))
  }

  static func fullMarksUnreachable(_ most: Number, _ points: Number, at place: Place) -> Diagnostic
  {
    Diagnostic(
      "full-marks-unreachable", .warning, at: place,
      Wording(
        en: "at most \(most) of \(points) points can be earned here",
        zh: "这里 \(points) 分中最多只能得 \(most) 分"),
      label: Wording(en: "never full marks", zh: "得不到满分"),
      help: Wording(
        en: "raise the best line, or lower the points of the item", zh: "请提高最好的一行，或调低指标的分值"))
  }

  static func ifEmptyWithoutTable(at place: Place) -> Diagnostic {
    Diagnostic(
      "if-empty-without-table", .warning, at: place,
      Wording(en: "nothing here can be empty", zh: "这里没有可能为空的内容"),
      label: Wording(en: "never asked", zh: "用不上"),
      help: Wording(en: "remove it", zh: "请删去"))
  }

  static func ladderForm(_ written: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "ladder-form", at: place,
      Wording(en: "`steps` takes exactly one ladder", zh: "`steps` 要有且只有一种分级写法"),
      notes: written.isEmpty
        ? [] : [Wording(en: "written: \(list(written))", zh: "已写：\(list(written))")],
      help: Wording(
        en: "write one of `at least`, `more than`, `at most`, `less than`, `lines`",
        zh: "请写 `at least`、`more than`、`at most`、`less than`、`lines` 之一"))
  }

  static func lowestBandNotZero(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "lowest-band-not-zero", at: place,
      Wording(en: "the lowest band `\(id)` does not begin at 0", zh: "最低档 `\(id)` 的起点不是 0"),
      label: Wording(en: "leaves a gap", zh: "留下空档"),
      help: Wording(en: "add a band with `at least: 0`", zh: "请加一档 `at least: 0`"))
  }

  static func optionNeverOccurs(_ option: String, _ possible: [String], at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "option-never-occurs", .warning, at: place,
      Wording(en: "the value is never `\(option)`", zh: "取值不会是 `\(option)`"),
      label: Wording(en: "never occurs", zh: "不会出现"),
      notes: [Wording(en: "it is one of \(list(possible))", zh: "可能的取值：\(list(possible))")],
      help: remedy(for: option, among: possible)
    ).remedied(by: .nearest(to: option, among: possible, at: place))
  }

  static func optionOfAnotherType(_ option: String, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "option-of-another-type", at: place,
      Wording(
        en: "`\(option)` is not a \(typeName(shape).en)", zh: "`\(option)` 不是\(typeName(shape).zh)"),
      help: Wording(en: "write the option as the expression gives it", zh: "请按表达式的结果类型来写"))
  }

  static func partsDoNotAddUp(
    _ points: [Number], _ sum: Number, _ declared: Number, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "parts-do-not-add-up", at: place,
      Wording(
        en: "the parts add up to \(sum), not to the item's \(declared)",
        zh: "各部分合计 \(sum) 分，不是指标的 \(declared) 分"),
      notes: [Wording(addition(points))],
      help: Wording(en: "correct the parts, or the points of the item", zh: "请改正各部分，或指标的分值"))
  }

  static func surveyStatistic(at place: Place) -> Diagnostic {
    Diagnostic(
      "survey-statistic", at: place,
      Wording(en: "a survey takes either `share` or `mean`", zh: "问卷要写 `share` 或 `mean` 之一"),
      help: Wording(en: "write exactly one of the two", zh: "请只写其中一个"))
  }

  static func tallyCount(_ text: String, _ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "tally-count", at: place,
      Wording(
        en: "`\(text)` is not a number of conditions from 1 to \(count)",
        zh: "`\(text)` 不是 1 到 \(count) 之间的条数"),
      help: Wording(en: "count the conditions of the tally", zh: "请核对条件的条数"))
  }

  static func thresholdTwice(_ threshold: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "threshold-twice", at: place,
      Wording(en: "the threshold \(threshold) stands twice", zh: "界限 \(threshold) 出现了两次"),
      label: Wording(en: "same number", zh: "同一个数"),
      help: Wording(en: "keep one of the two lines", zh: "请只保留一行"))
  }
}
