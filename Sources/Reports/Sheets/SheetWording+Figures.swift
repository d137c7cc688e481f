import Diagnostics
import FEEL
import Rubrics
import Values

/// What the sheet says of figures.
extension SheetWording {
  static let figuresTitle = Wording(en: "Figures", zh: "中间数")

  static let elsewhere = Wording(en: "otherwise", zh: "其余")

  static func equals(_ value: Wording, unit: String?) -> Wording {
    let unit = unit.map { " (\($0))" } ?? ""
    return Wording(en: "= \(value.en)\(unit).", zh: "= \(value.zh)\(unit)。")
  }

  static func byTable(_ table: RuleTable) -> Wording {
    let inputs = table.inputs.map { "`\(ValueText.oneLine($0.text))`" }.joined(separator: ", ")
    let policy = policy(table.plan)
    return Wording(
      en: "By \(inputs) (\(policy.en)):", zh: "按 \(inputs)（\(policy.zh)）：")
  }

  private static func policy(_ plan: DecisionTablePlan) -> Wording {
    switch (plan.hitPolicy, plan.aggregation) {
    case (.unique, _): Wording(en: "exactly one rule holds", zh: "只有一条规则成立")
    case (.any, _): Wording(en: "any rule that holds", zh: "任何一条成立的规则")
    case (.priority, _): Wording(en: "the best result", zh: "取最优结果")
    case (.first, _): Wording(en: "the first rule that holds", zh: "取第一条成立的规则")
    case (.ruleOrder, _): Wording(en: "all that hold, as written", zh: "全部成立的规则，按书写顺序")
    case (.outputOrder, _): Wording(en: "all that hold, best first", zh: "全部成立的规则，从优到劣")
    case (.collect, nil): Wording(en: "all that hold", zh: "全部成立的规则")
    case (.collect, .sum): Wording(en: "the sum of all that hold", zh: "成立的规则之和")
    case (.collect, .min): Wording(en: "the least of all that hold", zh: "成立的规则中最小的")
    case (.collect, .max): Wording(en: "the greatest of all that hold", zh: "成立的规则中最大的")
    case (.collect, .count): Wording(en: "how many hold", zh: "成立的规则的条数")
    }
  }

  static func gives(_ when: Wording, _ result: String) -> Wording {
    Wording(en: "\(when.en): \(result)", zh: "\(when.zh)：\(result)")
  }

  static func calendar(_ rule: CalendarRule, _ over: Wording) -> Wording {
    Wording(
      en:
        "= a calendar, one term a \(rule.pace.rawValue), over \(over.en), at least \(rule.atLeast) in each.",
      zh: "= 日程，每期一个\(pace(rule.pace.rawValue))，依据 \(over.zh)，每期至少 \(rule.atLeast) 次。")
  }

  private static func pace(_ word: String) -> String {
    switch word {
    case "month": "月"
    case "quarter": "季度"
    case "half year": "半年"
    case "year": "年"
    default: "评估期"
    }
  }

  static func nothingCounts(as number: Number) -> Wording {
    Wording(
      en: "With nothing to compute from it counts as \(number).", zh: "没有可供计算的内容时按 \(number) 计。")
  }

  /// Above a grid: what stands down and what stands across.
  static func byGrid(_ grid: RubricSheet.Grid, lost: Bool) -> Wording {
    let (down, across) = (names(grid.down), names(grid.across))
    return Wording(
      en: "By \(down.en) (down) and \(across.en) (across)\(lost ? ", points lost" : ""):",
      zh: "按\(down.zh)（纵向）和\(across.zh)（横向）查下表\(lost ? "扣分" : "")：")
  }

  private static func names(_ names: [Wording]) -> Wording {
    Wording(
      en: names.map(\.en).joined(separator: ", "), zh: names.map(\.zh).joined(separator: "、"))
  }

  /// The corner of a grid: what the heads of the rows are about, and those of the columns.
  static func corner(_ down: Wording?, _ across: Wording) -> Wording {
    guard let down else { return Wording(en: "\(across.en) →", zh: "\(across.zh) →") }
    return Wording(en: "\(down.en) \\ \(across.en)", zh: "\(down.zh) ＼ \(across.zh)")
  }

  static let anyValue = Wording(en: "any", zh: "不限")
  static let remark = Wording(en: "Remark", zh: "说明")
}
