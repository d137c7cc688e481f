import Diagnostics
import Rubrics
import Scoring
import Values

/// Who judges, as the table that people sign says it.
extension SheetWording {
  /// Who judges, and how several marks become one; columns of a panel stand in lines of their own.
  static func judges(_ panel: Panel) -> (name: Wording, way: Wording) {
    guard panel.id == nil, let column = panel.columns.first else {
      let name = panel.title ?? Wording(panel.id ?? "")
      return (
        Wording(en: "the panel “\(name.en)”", zh: "“\(name.zh)”"),
        Wording(en: "the columns count as follows", zh: "各列按下述规定合成")
      )
    }
    let way = combination(column.statistic)
    let name = column.title ?? role(column.role)
    return (
      Wording(en: name.en, zh: spaced(name.zh)),
      Wording(
        en: "at least \(column.atLeast), \(way.en)", zh: "至少 \(column.atLeast) 份，\(way.zh)")
    )
  }

  /// The roles that every round has, by their names; others as the rubric calls them.
  static func role(_ role: String) -> Wording {
    switch role {
    case Panel.ownRole: Wording(en: "the subject itself", zh: "被评估方（自评）")
    case "panel": Wording(en: "the panel", zh: "评估小组")
    case "committee": Wording(en: "the committee", zh: "评估委员会")
    default: Wording("`\(role)`")
    }
  }

  /// Latin words and code stand apart from the characters around them.
  static func spaced(_ words: String) -> String {
    (words.first?.isASCII == true ? " " : "") + words + (words.last?.isASCII == true ? " " : "")
  }

  /// The columns of a declared panel, its recusals and its reasons.
  static func panel(_ panel: Panel) -> [Wording] {
    guard panel.id != nil else { return [] }
    let several = panel.columns.count(where: \.counts) > 1
    var lines = panel.columns.map { column in
      let name = column.title ?? role(column.role)
      let rule = Wording.panelRule(of: column, per: panel.level)
      let weight = several && column.counts ? " \(column.weight.percentText)" : ""
      return FormWording.bullet(
        Wording(en: "\(name.en)\(weight): \(rule.en)", zh: "\(name.zh)\(weight)：\(rule.zh)"))
    }
    for rule in panel.recusal { lines.append(FormWording.bullet(recusal(rule))) }
    switch panel.reasons {
    case .always:
      lines.append(
        FormWording.bullet(Wording(en: "every mark needs a reason", zh: "每份评分须写明理由，否则不计")))
    case .forLostPoints:
      lines.append(
        FormWording.bullet(
          Wording(
            en: "a mark that takes points away needs a reason", zh: "扣分须写明理由，否则不计")))
    case .never: break
    }
    return lines
  }

  private static func recusal(_ rule: Panel.RecusalRule) -> Wording {
    let kind =
      switch rule.relation {
      case Panel.RecusalRule.employment: Wording(en: "employed by", zh: "任职")
      case Panel.RecusalRule.anyRelation: Wording(en: "tied in any way to", zh: "任何")
      default: Wording(en: "`\(rule.relation)` of", zh: "“\(rule.relation)”")
      }
    let bodies = rule.bodies.map(body)
    let en = bodies.map(\.en).joined(separator: " or ")
    let zh = spaced(bodies.map(\.zh).joined(separator: "、"))
    guard rule.years > 0 else {
      return Wording(
        en: "recused: who is \(kind.en) \(en)", zh: "与\(zh)有\(kind.zh)关系者回避")
    }
    return Wording(
      en: "recused: who is, or was less than \(rule.years) years ago, \(kind.en) \(en)",
      zh: "与\(zh)有\(kind.zh)关系、或结束未满 \(rule.years) 年者回避")
  }

  private static func body(_ role: String) -> Wording {
    switch role {
    case Panel.RecusalRule.subject: Wording(en: "the subject", zh: "被评估方")
    case "operator": Wording(en: "its operator", zh: "承接机构")
    default: Wording("`\(role)`")
    }
  }

  static func combination(_ combination: Combination?) -> Wording {
    switch combination {
    case .mean: Wording(en: "their mean counts", zh: "取平均")
    case .median: Wording(en: "their median counts", zh: "取中位数")
    case .min: Wording(en: "the lowest counts", zh: "取最低")
    case .max: Wording(en: "the highest counts", zh: "取最高")
    case .trimmedMean:
      Wording(en: "their mean without the highest and the lowest counts", zh: "去掉最高和最低后取平均")
    case .consensus: Wording(en: "all must agree", zh: "须一致")
    case nil: Wording(en: "there is exactly one", zh: "只有一份")
    }
  }
}
