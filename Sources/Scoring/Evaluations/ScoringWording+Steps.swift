package import Diagnostics
import FEEL
package import Rubrics
import Values

/// What the steps of the order of evaluation say, sorted by name.
extension Wording {
  static let band = Wording(en: "the band of the rounded total", zh: "按取整后的总分定档")

  static func because(_ reason: NullReason) -> Wording { reason.words }

  static let blocked = Wording(
    en: "an item that must apply does not apply", zh: "有必须适用的指标不适用")

  static func bonus(cap: Number) -> Wording {
    Wording(en: "bonus, at most \(cap.description)", zh: "加分，最多 \(cap.description) 分")
  }

  static func deduction(_ title: Wording, cap: Number) -> Wording {
    Wording(
      en: "deduction, at most \(cap.description): \(title.en)",
      zh: "扣分，最多 \(cap.description) 分：\(title.zh)")
  }

  static func excuse(_ title: Wording, _ result: ExcuseResult) -> Wording {
    let says =
      result.excuse.says.map { Wording(en: " (\($0.en))", zh: "（\($0.zh)）") } ?? Wording("")
    switch (result.holds, result.effect) {
    case (_, .applied):
      return Wording(
        en: "\(title.en): excused\(says.en), \(result.excuse.then.wording.en)",
        zh: "\(title.zh)：予以免责\(says.zh)，\(result.excuse.then.wording.zh)")
    case (_, .wouldCost):
      return Wording(
        en: "\(title.en): an excuse\(says.en) would cost points, so the item stands",
        zh: "\(title.zh)：免责\(says.zh)反而减分，按原分计")
    case (false?, _):
      return Wording(en: "\(title.en): no excuse", zh: "\(title.zh)：不符合免责条件")
    case (nil, _), (_, .open):
      return Wording(
        en: "\(title.en): the excuse is open\(says.en)", zh: "\(title.zh)：免责与否待定\(says.zh)")
    case (true?, .none):
      return Wording(en: "\(title.en): nothing to excuse", zh: "\(title.zh)：未失分，无须免责")
    }
  }

  static func finding(_ title: Wording, _ state: Evidence.FindingState) -> Wording {
    switch state {
    case .none: Wording(en: "no finding: \(title.en)", zh: "未发现：\(title.zh)")
    case .alleged: Wording(en: "alleged, not confirmed: \(title.en)", zh: "有反映，未查实：\(title.zh)")
    case .confirmed: Wording(en: "confirmed: \(title.en)", zh: "已查实：\(title.zh)")
    case .leftOut: Wording(en: "not handed over: \(title.en)", zh: "没有提供：\(title.zh)")
    case .unreadable:
      Wording(
        en: "not known, because findings cannot be read: \(title.en)",
        zh: "认定记录无法读取，有无不明：\(title.zh)")
    }
  }

  static let floors = Wording(
    en: "the best grade whose floors of sections hold", zh: "取各部分最低得分率都达到的最高等级")

  static func gate(_ says: Wording, _ verdict: GateVerdict) -> Wording {
    switch verdict {
    case .fires: Wording(en: "fires: \(says.en)", zh: "触发：\(says.zh)")
    case .silent: Wording(en: "does not fire: \(says.en)", zh: "未触发：\(says.zh)")
    case .open: Wording(en: "open: \(says.en)", zh: "待定：\(says.zh)")
    case .closed:
      Wording(
        en: "nobody answered; closed: counts as fired: \(says.en)",
        zh: "截止时仍无定论，视为触发：\(says.zh)")
    }
  }

  static func itemsScored(_ count: Int) -> Wording {
    Wording(en: "\(count) items scored", zh: "共计算 \(count) 项指标")
  }

  static let noBonus = Wording(en: "no bonus", zh: "没有加分")
  static let noDeductions = Wording(en: "no deductions", zh: "没有扣分")
  static let noExcuses = Wording(en: "no excuses", zh: "没有免责")
  static let noFindings = Wording(en: "no findings", zh: "没有查实或反映的问题")

  /// Where a rubric has no such gates.
  static func none(of kind: GatePlan.Kind) -> Wording {
    switch kind {
    case .admission: Wording(en: "no admission bars", zh: "没有准入条件")
    case .caps: Wording(en: "no caps", zh: "没有等级上限")
    case .downgrades: Wording(en: "no downgrades", zh: "没有降级规定")
    case .vetoes: Wording(en: "no vetoes", zh: "没有一票否决")
    }
  }

  static let nothingApplies = Wording(en: "no item applies", zh: "没有适用的指标")
  static let numberTooLarge = Wording(en: "a number is too large", zh: "数值过大")

  static func rounding(_ rounding: Rounding) -> Wording {
    let step = rounding.step.description
    let mode: Wording =
      switch rounding.mode {
      case .halfUp: Wording(en: "half up", zh: "四舍五入")
      case .halfEven: Wording(en: "half to even", zh: "四舍六入五成双")
      case .halfDown: Wording(en: "half down", zh: "五舍六入")
      case .up: Wording(en: "up", zh: "进位")
      case .down: Wording(en: "down", zh: "舍去")
      case .floor: Wording(en: "towards the lower", zh: "向下取整")
      case .ceiling: Wording(en: "towards the higher", zh: "向上取整")
      }
    return Wording(en: "rounded to \(step), \(mode.en)", zh: "取整到 \(step)，\(mode.zh)")
  }

  static func section(_ result: SectionResult) -> Wording {
    let (title, possible) = (result.section.title, result.section.points)
    guard let points = result.points else {
      return Wording(en: "\(title.en): does not count", zh: "\(title.zh)：不计入")
    }
    let text =
      points.point?.description ?? "\(points.low.description)–\(points.high.description)"
    let why = Wording(result.section.combining, of: result.deciding)
    return Wording(
      en: "\(title.en): \(text) of \(possible.description)" + (why.map { ", \($0.en)" } ?? ""),
      zh: "\(title.zh)：\(possible.description) 分中得 \(text) 分" + (why.map { "，\($0.zh)" } ?? ""))
  }
}

extension ResultPlan {
  /// How the total is made, with the titles of the sections that decide it.
  func words(deciding titles: [Wording]) -> Wording {
    if formula != nil { return Wording(en: "the total by its formula", zh: "按公式计算总分") }
    guard let sections = Wording(combining, of: titles) else {
      return Wording(en: "sections and bonus less deductions", zh: "各部分得分加上加分、减去扣分")
    }
    return Wording(
      en: "\(sections.en); with the bonus, less deductions", zh: "各部分\(sections.zh)；加上加分、减去扣分")
  }
}

extension Wording {
  /// Which parts decide: `the worst of its parts: Reading`; `nil` for a sum, and where no part counts.
  package init?(_ rule: Combining, of titles: [Wording]) {
    guard rule != .sum, !titles.isEmpty else { return nil }
    let (en, zh) =
      rule == .worst ? ("the worst of its parts", "取最低") : ("the best of its parts", "取最高")
    self.init(
      en: "\(en): \(titles.map(\.en).joined(separator: ", "))",
      zh: "\(zh)：\(titles.map(\.zh).joined(separator: "、"))")
  }
}

extension Excuse.Consequence {
  fileprivate var wording: Wording {
    switch self {
    case .drop: Wording(en: "left out", zh: "不计入")
    case .full: Wording(en: "full marks", zh: "给满分")
    case .mean: Wording(en: "the share of the others", zh: "按其余指标的得分率计")
    case .cohortMean: Wording(en: "the mean of its cohort", zh: "取同组平均分")
    }
  }
}
