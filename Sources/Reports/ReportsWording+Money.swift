import Diagnostics

/// Amounts, what holds them up, and limits that several share.
extension ReportsWording {
  static let noAmount = Wording(en: "no amount", zh: "不出金额")
  static let sharedSums = Wording(en: "Shared limits", zh: "合并计算的上限")

  /// `250000 CNY`; what is held is at most so much.
  static func amountOfMoney(_ money: Report.DecisionFace.Money) -> Wording {
    if money.isNone == true { return noAmount }
    guard let amount = money.amount else { return unknown }
    guard money.isHeld == true, !amount.isPoint else {
      return Wording("\(amount.text) \(money.unit)")
    }
    let most = amount.text.split(separator: " – ").last.map(String.init) ?? amount.text
    return Wording(
      en: "up to \(most) \(money.unit), held until it is settled",
      zh: "最高 \(most) \(money.unit)，查清之前暂缓")
  }

  /// The same, as people of the page's language write money.
  static func amountOfMoney(
    _ money: Report.DecisionFace.Money, _ faces: PageFaces
  ) -> Wording {
    if money.isNone == true { return noAmount }
    guard let amount = money.amount else { return unknown }
    guard money.isHeld == true, !amount.isPoint else {
      return Wording(faces.money(amount, money.unit))
    }
    let most = faces.money(amount.high, money.unit)
    return Wording(en: "up to \(most), held until it is settled", zh: "最高 \(most)，查清之前暂缓")
  }

  static func instalment(
    _ line: Report.DecisionFace.Instalment, unit: String, _ faces: PageFaces? = nil
  ) -> Wording {
    let amount =
      line.amount.map { amount in
        Wording(faces.map { $0.money(amount, unit) } ?? "\(amount.text) \(unit)")
      } ?? unknown
    let state =
      switch line.state {
      case "due": Wording(en: "due", zh: "应拨付")
      case "withheld": Wording(en: "withheld", zh: "不拨付")
      default: Wording(en: "not yet certain", zh: "尚待确定")
      }
    let by = line.by.map { Wording(en: ", by \($0)", zh: "，\($0) 前") } ?? Wording("")
    return Wording(
      en: "\(line.title.en): \(amount.en), \(state.en)\(by.en)",
      zh: "\(line.title.zh)：\(amount.zh)，\(state.zh)\(by.zh)")
  }

  /// What was asked for together, what there is, and what of it is one's own.
  static func share(_ line: Report.DecisionFace.ShareLine) -> Wording {
    func text(_ amount: Report.Amount?) -> Wording {
      amount.map { Wording($0.text) } ?? Wording(en: "open", zh: "未定")
    }
    let title = line.title ?? Wording(line.name)
    let who =
      line.partyTitle.map { Wording(en: "\($0.en), ", zh: $0.zh + "，") } ?? Wording("")
    let year = line.year.map { Wording(en: "\($0), ", zh: "\($0) 年，") } ?? Wording("")
    let days = line.days.map { Wording(en: " (\($0) days)", zh: "（\($0) 天）") } ?? Wording("")
    let cut =
      switch line.cut {
      case "in proportion": Wording(en: "cut in proportion", zh: "按比例削减")
      case "equally": Wording(en: "divided equally", zh: "平均分配")
      case "in order": Wording(en: "in the order of the round", zh: "按列出的先后满足")
      default: Wording(en: "not cut", zh: "不削减")
      }
    let beyond =
      line.isBeyond == false
      ? Wording(en: "within the limit", zh: "未超上限")
      : Wording(en: "beyond the limit it is \(cut.en)", zh: "超过上限的部分\(cut.zh)")
    let earlier =
      line.earlier.map {
        Wording(
          en: " beside \($0.text) granted in earlier rounds", zh: "（已扣除以往各轮给的 \($0.text)）")
      } ?? Wording("")
    return Wording(
      en:
        "\(title.en): \(who.en)\(year.en)\(line.count) ask for \(text(line.asked).en), at most \(text(line.limit).en)\(earlier.en); \(beyond.en); asked here \(text(line.ownAsked).en)\(days.en), share \(text(line.ownShare).en)",
      zh:
        "\(title.zh)：\(who.zh)\(year.zh)\(line.count) 个对象合计应得 \(text(line.asked).zh)，上限 \(text(line.limit).zh)\(earlier.zh)；\(beyond.zh)；本对象应得 \(text(line.ownAsked).zh)\(days.zh)，分得 \(text(line.ownShare).zh)"
    )
  }
}
