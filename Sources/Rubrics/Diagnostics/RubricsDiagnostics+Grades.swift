import Diagnostics
import Values

/// What the checker says about grades.
extension Diagnostic {
  static func gradeNeverGiven(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "grade-never-given", .warning, at: place,
      Wording(en: "no rule of the table gives the grade `\(id)`", zh: "决策表里没有规则给出等级 `\(id)`"),
      label: Wording(en: "never given", zh: "永远不会给出"),
      help: Wording(en: "add a rule, or remove the grade", zh: "请加一条规则，或删去这个等级"))
  }

  static func gradesOutOfOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      "grades-out-of-order", at: place,
      Wording(
        en: "grades stand best first, each with an easier threshold than the one before",
        zh: "等级从高到低排列，每个分数线都要比前一个宽松"),
      label: Wording(en: "not easier", zh: "没有更宽松"),
      help: Wording(en: "sort the grades", zh: "请重新排序"))
  }

  static func gradeWithoutThreshold(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "grade-without-threshold", at: place,
      Wording(
        en: "only the last grade has no threshold, and `\(id)` is not the last",
        zh: "只有最后一个等级没有分数线，而 `\(id)` 不是最后一个"),
      label: Wording(en: "no threshold", zh: "没有分数线"),
      help: Wording(en: "add `at least`", zh: "请补上 `at least`"))
  }

  static func gradeWithTwoThresholds(at place: Place) -> Diagnostic {
    Diagnostic(
      "grade-with-two-thresholds", at: place,
      Wording(
        en: "a grade has `at least` or `at most`, not both", zh: "一个等级只能有 `at least` 或 `at most` 之一"
      ),
      help: Wording(en: "remove one of the two", zh: "请删去其中一个"))
  }

  static func lastGradeHasThreshold(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "last-grade-has-threshold", at: place,
      Wording(
        en: "totals beyond the threshold of `\(id)` would have no grade",
        zh: "超出 `\(id)` 分数线的总分将没有等级"),
      label: Wording(en: "the last grade takes the rest", zh: "最后一个等级收下其余"),
      help: Wording(en: "remove the threshold, or add a grade below it", zh: "请删去分数线，或在其后再加一个等级"))
  }

  static func mixedDirections(at place: Place) -> Diagnostic {
    Diagnostic(
      "mixed-directions", at: place,
      Wording(
        en: "some grades say `at least` and others `at most`", zh: "有的等级用 `at least`，有的用 `at most`"),
      label: Wording(en: "the other direction", zh: "方向相反"),
      help: Wording(en: "use one of the two for all grades", zh: "请统一用其中一种"))
  }

  static func notAShare(_ share: Number, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-share", at: place,
      Wording(en: "\(share) is not a share between 0 and 1", zh: "\(share) 不是 0 到 1 之间的比例"),
      label: Wording(en: "not a share", zh: "不是比例"),
      help: Wording(en: "write it like `80%`", zh: "请写成 `80%` 这样"))
  }

  static func starsOutOfOrder(at place: Place) -> Diagnostic {
    Diagnostic(
      "stars-out-of-order", .warning, at: place,
      Wording(en: "a lower grade has more stars than the one before", zh: "较低的等级反而星数更多"),
      label: Wording(en: "more stars", zh: "星数更多"),
      help: Wording(en: "exchange the stars", zh: "请对调星数"))
  }

  static func thresholdBesideTable(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "threshold-beside-table", at: place,
      Wording(
        en: "`\(key)` decides nothing where a table gives the grade", zh: "由决策表定级时，`\(key)` 不起作用"),
      help: Wording(en: "remove it, or write the grades as a ladder", zh: "请删去，或把等级写成阶梯"))
  }
}
