import Diagnostics
import Rubrics
import Values

/// How parts come to a whole.
extension SheetWording {
  static func combined(_ rule: Combining) -> Wording {
    switch rule {
    case .sum: Wording(en: "The sum of its parts.", zh: "各项相加。")
    case .worst:
      Wording(
        en: "Earns its points × the least share of full marks among its parts.",
        zh: "取最低：得分 = 本部分分值 × 各项中最低的得分率。")
    case .best:
      Wording(
        en: "Earns its points × the greatest share of full marks among its parts.",
        zh: "取最高：得分 = 本部分分值 × 各项中最高的得分率。")
    }
  }

  static func totalSum(
    _ rule: Combining, _ points: Number, hasBonus: Bool, hasDeductions: Bool
  ) -> Wording {
    let sections: Wording =
      switch rule {
      case .sum:
        Wording(en: "The sections (\(points) points)", zh: "各部分之和（\(points) 分）")
      case .worst:
        Wording(
          en: "\(points) points × the least share of full marks of a section",
          zh: "总分满分 \(points) 分 × 各部分中最低的得分率")
      case .best:
        Wording(
          en: "\(points) points × the greatest share of full marks of a section",
          zh: "总分满分 \(points) 分 × 各部分中最高的得分率")
      }
    return Wording(
      en: sections.en
        + (hasBonus ? " plus the bonus" : "") + (hasDeductions ? " less the deductions." : "."),
      zh: sections.zh + (hasBonus ? "，加上加分" : "") + (hasDeductions ? "，减去扣分。" : "。"))
  }
}
