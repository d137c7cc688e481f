package import Diagnostics
package import Values

/// Numbers as people read them: at most two decimals, a true minus, parts of one as a percentage, units as words.
package struct FaceNumber {
  private let isRate: Bool
  private let unit: String?

  /// For numbers that stand in one sentence, so that they are written alike.
  package init(of numbers: [Number], unit: String?) {
    self.unit = unit
    // A part of one: `0.913`; whole numbers are counts.
    isRate =
      (unit ?? "1") == "1" && numbers.allSatisfy { !$0.isNegative && $0 <= .one }
      && numbers.contains { $0.rounded(toScale: 0, .halfUp) != $0 }
  }

  package func wording(_ number: Number) -> Wording {
    if isRate { return Wording(Self.percent(number)) }
    return UnitWording.measured(Self.short(number), unit)
  }

  /// A distance: between percentages it has a name of its own.
  package func difference(_ number: Number) -> Wording {
    guard isRate, let points = Self.hundredfold(number) else { return wording(number) }
    return Wording(en: "\(points) points", zh: "\(points) 个百分点")
  }

  package static func short(_ number: Number, decimals: Int = 2) -> String {
    signed((number.rounded(toScale: decimals, .halfUp) ?? number).description)
  }

  package static func percent(_ number: Number) -> String {
    hundredfold(number).map { "\($0)%" } ?? short(number)
  }

  private static func hundredfold(_ number: Number) -> String? {
    number.multiplied(by: Number(100)).map { short($0, decimals: 1) }
  }

  /// A hyphen before a number is a minus sign.
  package static func signed(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "-") ? "−" + text.dropFirst() : text
  }
}

/// Units of rubrics as people say them.
package enum UnitWording {
  private static let words: [String: Wording] = [
    "CNY": Wording(en: "CNY", zh: "元"), "CNY/year": Wording(en: "CNY a year", zh: "元/年"),
    "d": Wording(en: "days", zh: "天"), "days": Wording(en: "days", zh: "天"),
    "h": Wording(en: "hours", zh: "小时"), "hours": Wording(en: "hours", zh: "小时"),
    "a": Wording(en: "years", zh: "年"), "years": Wording(en: "years", zh: "年"),
    "m2": Wording(en: "m²", zh: "平方米"), "person": Wording(en: "persons", zh: "人"),
    "stars": Wording(en: "stars", zh: "星"), "1": Wording(""),
    "人": Wording(en: "persons", zh: "人"), "个": Wording(en: "", zh: "个"),
    "次": Wording(en: "times", zh: "次"), "个月": Wording(en: "months", zh: "个月"),
    "人次": Wording(en: "visits", zh: "人次"), "项": Wording(en: "", zh: "项"),
    "件": Wording(en: "", zh: "件"), "份": Wording(en: "", zh: "份"),
    "年": Wording(en: "years", zh: "年"), "个季度": Wording(en: "quarters", zh: "个季度"),
  ]

  package static func word(_ unit: String?) -> Wording {
    guard let unit else { return Wording("") }
    return words[unit] ?? Wording(unit)
  }

  package static func measured(_ number: String, _ unit: String?) -> Wording {
    let word = word(unit)
    func joined(_ word: String) -> String {
      word.isEmpty ? number : word == "%" ? "\(number)%" : "\(number) \(word)"
    }
    return Wording(en: joined(word.en), zh: joined(word.zh))
  }
}
