package import Diagnostics
import FEEL
import Values

/// Why points were lost, as sentences.
package enum ReasonWording {
  static let voided = Wording(en: "void by a confirmed finding", zh: "经认定作废")

  static func ruleNumber(_ number: Int) -> Wording {
    Wording(en: "rule \(number)", zh: "第 \(number) 条")
  }

  /// A value of a closed set, as people read it.
  static func value(_ value: Value) -> Wording? {
    switch value {
    case .string(let text): Wording(text)
    case .boolean(true): Wording(en: "yes", zh: "是")
    case .boolean(false): Wording(en: "no", zh: "否")
    case .number(let number): Wording(FaceNumber.short(number))
    default: nil
    }
  }

  /// All reasons of an item in one sentence, with the points that they cost.
  ///
  /// - Returns: `nil` where the result has no reasons: it is older, or nothing was lost.
  package static func sentence(
    _ item: Report.ItemLine, in kind: Report.SectionLine.Kind, withPoints: Bool = true
  ) -> Wording? {
    guard let reasons = item.reasons, !reasons.isEmpty else { return nil }
    var en: [String] = []
    var zh: [String] = []
    let lacking = reasons.filter { $0.kind == .lacking }
    if !lacking.isEmpty {
      let shows = lacking.count > 1
      func part(_ reason: Report.ReasonLine, _ title: String) -> String {
        guard shows, let points = reason.points else { return title }
        return "\(title) (−\(FaceNumber.short(points)))"
      }
      en.append("lacking: " + lacking.map { part($0, plain($0.title.en)) }.joined(separator: ", "))
      zh.append(
        "缺："
          + lacking.map {
            part($0, plain($0.title.zh)).replacing(" (", with: "（").replacing(")", with: "）")
          }.joined(separator: "、"))
    }
    for reason in reasons where reason.kind != .lacking {
      let words = clause(reason)
      if !en.contains(words.en) { en.append(words.en) }
      if !zh.contains(words.zh) { zh.append(words.zh) }
    }
    if withPoints, let lost = item.certainLoss(in: kind), lost.isPositive {
      en.append("\(FaceNumber.short(lost)) lost")
      zh.append("扣 \(FaceNumber.short(lost)) 分")
    }
    return Wording(en: en.joined(separator: ", "), zh: zh.joined(separator: "，"))
  }

  /// One reason, without its points.
  package static func clause(_ reason: Report.ReasonLine) -> Wording {
    let title = Wording(en: plain(reason.title.en), zh: plain(reason.title.zh))
    switch reason.kind {
    case .below, .above: return quantity(reason, title)
    case .share: return share(reason, title)
    case .lacking:
      return Wording(en: "lacking: \(title.en)", zh: "缺：\(title.zh)")
    case .unmet:
      return Wording(en: "not met: \(title.en)", zh: "未达到：\(title.zh)")
    case .terms:
      return Wording(
        en: "\(title.en): without \(reason.found?.en ?? "")",
        zh: "\(title.zh)：缺 \(reason.found?.zh ?? "")")
    case .option:
      let found = reason.found ?? Wording("")
      let wanted = reason.wanted
      return Wording(
        en: "\(title.en): “\(found.en)”" + (wanted.map { ", full marks for “\($0.en)”" } ?? ""),
        zh: "\(title.zh)为“\(found.zh)”" + (wanted.map { "，满分须为“\($0.zh)”" } ?? ""))
    case .rule:
      return Wording(en: "by the rule “\(title.en)”", zh: "按“\(title.zh)”计")
    case .marks:
      let (mark, most) = (
        FaceNumber.short(reason.value ?? .zero), FaceNumber.short(reason.line ?? .zero)
      )
      return Wording(en: "\(title.en): \(mark) of \(most)", zh: "\(title.zh)评分 \(mark)（满分 \(most)）")
    case .missing, .void: return title
    case .withheld:
      return Wording(
        en: "by a value that is not shown: \(title.en)", zh: "\(title.zh)（所依据的数值不予公布）")
    }
  }

  private static func quantity(_ reason: Report.ReasonLine, _ title: Wording) -> Wording {
    guard let value = reason.value, let line = reason.line, let distance = reason.distance else {
      return title
    }
    let face = FaceNumber(of: [value, line], unit: reason.unit)
    func both(_ number: Number) -> Wording { face.wording(number) }
    let (had, asked, off) = (both(value), both(line), face.difference(distance))
    let isStrict = reason.isStrict == true
    switch reason.kind {
    case .below where isStrict:
      return Wording(
        en: "\(title.en): \(had.en), more than \(asked.en) needed",
        zh: "\(title.zh) \(had.zh)，应多于 \(asked.zh)")
    case .above where isStrict:
      return Wording(
        en: "\(title.en): \(had.en), less than \(asked.en) allowed",
        zh: "\(title.zh) \(had.zh)，应少于 \(asked.zh)")
    case .below:
      return Wording(
        en: "\(title.en): \(had.en), \(asked.en) needed, \(off.en) short",
        zh: "\(title.zh) \(had.zh)，应有 \(asked.zh)，少 \(off.zh)")
    default:
      if line.isZero {
        return Wording(
          en: "\(title.en): \(had.en), none allowed", zh: "\(title.zh) \(had.zh)，应为 0")
      }
      return Wording(
        en: "\(title.en): \(had.en), \(asked.en) allowed, \(off.en) over",
        zh: "\(title.zh) \(had.zh)，限 \(asked.zh)，超出 \(off.zh)")
    }
  }

  private static func share(_ reason: Report.ReasonLine, _ title: Wording) -> Wording {
    guard let value = reason.value else { return title }
    if let whole = reason.whole, let rate = value.divided(by: whole) {
      let face = FaceNumber(of: [value, whole], unit: reason.unit)
      let percent = FaceNumber.percent(rate)
      let (some, all) = (face.wording(value), face.wording(whole))
      var en = "\(title.en): \(some.en) of \(all.en), \(percent)"
      var zh = "\(title.zh) \(some.zh)，共 \(all.zh)，占 \(percent)"
      if let line = reason.line {
        en += ", full marks from \(FaceNumber.percent(line))"
        zh += "，满分须 \(FaceNumber.percent(line))"
      } else if let distance = reason.distance, distance.isPositive {
        en += ", \(face.wording(distance).en) short"
        zh += "，差 \(face.wording(distance).zh)"
      }
      return Wording(en: en, zh: zh)
    }
    let percent = FaceNumber.percent(value)
    return Wording(
      en: "\(title.en): \(percent), full marks at 100%", zh: "\(title.zh) \(percent)，满分须 100%")
  }

  /// A title that is an expression stands as written; the marks of code do not belong in a sentence.
  private static func plain(_ text: String) -> String {
    var text = text.utf8.contains(UInt8(ascii: "`")) ? text.replacing("`", with: "") : text
    if text.hasSuffix("。") || text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
