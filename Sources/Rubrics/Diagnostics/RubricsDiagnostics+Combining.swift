import Diagnostics
import Values

/// What the checker says about sections and totals that are the worst or the best of their parts.
extension Diagnostic {
  static func combineWithoutPoints(_ rule: Combining, at place: Place) -> Diagnostic {
    Diagnostic(
      "combine-without-points", at: place,
      Wording(
        en: "nobody says out of how many points the \(rule.wording.en) of the sections counts",
        zh: "总分\(rule.wording.zh)，却没有写明满分是多少"),
      label: Wording(en: "out of how many?", zh: "满分多少？"),
      help: Wording(en: "add `points: 100`", zh: "请补上 `points: 100` 这样的满分"))
  }

  static func formulaWithCombine(_ rule: Combining, at place: Place) -> Diagnostic {
    Diagnostic(
      "formula-with-combine", at: place,
      Wording(
        en: "the total has a formula, and is the \(rule.wording.en) of its sections as well",
        zh: "总分既有公式，又要\(rule.wording.zh)"),
      help: Wording(en: "remove `formula` or `combine`", zh: "请删去 `formula` 或 `combine`"))
  }

  static func lossWithoutShare(_ item: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "loss-without-share", at: place,
      Wording(
        en: "`\(item)` may take points away, and stands where shares of full marks are compared",
        zh: "`\(item)` 可能是负分，却放在比较得分率的部分里"),
      label: Wording(en: "may be below zero", zh: "可能小于零"),
      help: Wording(
        en: "move it to `deductions`, or to a section that is a sum",
        zh: "请移到 `deductions`，或移到相加的部分里"))
  }

  static func partWithoutShare(_ part: String, _ rule: Combining, at place: Place) -> Diagnostic {
    Diagnostic(
      "part-without-share", at: place,
      Wording(
        en: "`\(part)` has no points, so it has no share to look for the \(rule.wording.en) of",
        zh: "`\(part)` 没有分值，算不出得分率，无法\(rule.wording.zh)"),
      help: Wording(en: "give it points above 0", zh: "请给它大于 0 的分值"))
  }

  static func pointsWithoutCombine(at place: Place) -> Diagnostic {
    Diagnostic(
      "points-without-combine", at: place,
      Wording(
        en: "a total that is a sum has the points of its sections", zh: "相加得出的总分，满分就是各部分分值之和"),
      help: Wording(
        en: "remove `points`, or add `combine: worst of` or `best of`",
        zh: "请删去 `points`，或补上 `combine: worst of` 或 `best of`"))
  }

  static func scaledWithCombine(_ rule: Combining, at place: Place) -> Diagnostic {
    Diagnostic(
      "scaled-with-combine", at: place,
      Wording(
        en: "the \(rule.wording.en) share is scaled to the points of the section in any case",
        zh: "\(rule.wording.zh)时，得分率总要折算成本部分的分值"),
      label: Wording(en: "changes nothing", zh: "不起作用"),
      help: Wording(en: "remove `scaled`", zh: "请删去 `scaled`"))
  }
}

extension Combining {
  /// `worst`, to stand before what it is of; in Chinese a verb.
  fileprivate var wording: Wording {
    switch self {
    case .sum: Wording(en: "sum", zh: "相加")
    case .worst: Wording(en: "worst", zh: "取最低")
    case .best: Wording(en: "best", zh: "取最高")
    }
  }
}
