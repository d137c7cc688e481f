package import Diagnostics
package import Values

/// Phrases that the sentences of several forms share.
package enum FormWording {
  /// `4 points`, in a deduction what is lost.
  package static func points(_ number: Number, lost: Bool = false) -> Wording {
    Wording(
      en: (lost ? "lose " : "") + "\(number) " + (number == .one ? "point" : "points"),
      zh: (lost ? "扣 " : "") + "\(number) 分")
  }

  /// Chinese: a title stands in quotes; a phrase that has quotes of its own, or signs, does not.
  static func quoted(_ value: Wording) -> String {
    value.zh.contains { "“`÷×−+".contains($0) } ? " \(value.zh)" : "“\(value.zh)”"
  }

  package static func list(_ parts: [Wording]) -> Wording {
    Wording(
      en: parts.map(\.en).joined(separator: "; "), zh: parts.map(\.zh).joined(separator: "；"))
  }

  package static func line(_ condition: Wording, _ points: Wording) -> Wording {
    Wording(en: "\(condition.en): \(points.en)", zh: "\(condition.zh)：\(points.zh)")
  }

  package static func otherwise(_ points: Wording) -> Wording {
    Wording(en: "otherwise \(points.en)", zh: "其余 \(points.zh)")
  }

  package static func bullet(_ words: Wording) -> Wording {
    Wording(en: "· \(words.en)", zh: "· \(words.zh)")
  }

  /// A word at the beginning of a sentence.
  static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// One line a quantity: `By the share: 90% or more: 4 points; otherwise 0 points.`.
  static func by(_ value: Wording, _ parts: [Wording]) -> Wording {
    let words = list(parts)
    return Wording(en: "By \(value.en): \(words.en).", zh: "按\(quoted(value))：\(words.zh)。")
  }

  /// A threshold on a sheet, as its author wrote it.
  package static func threshold(_ text: String, _ direction: LadderDirection) -> Wording {
    switch direction {
    case .atLeast: Wording(en: "\(text) or more", zh: "\(text) 及以上")
    case .moreThan: Wording(en: "more than \(text)", zh: "\(text) 以上（不含）")
    case .atMost: Wording(en: "\(text) or less", zh: "\(text) 及以下")
    case .lessThan: Wording(en: "less than \(text)", zh: "不到 \(text)")
    }
  }

  /// The numbers that a test admits, as words.
  package static func interval(_ interval: NumberSet.Interval) -> Wording {
    func threshold(_ end: NumberSet.End, _ including: LadderDirection, _ excluding: LadderDirection)
      -> Wording
    {
      Self.threshold("\(end.number)", end.isIncluded ? including : excluding)
    }
    switch (interval.low, interval.high) {
    case (nil, nil): return Wording(en: "any number", zh: "任意数")
    case (let low?, nil): return threshold(low, .atLeast, .moreThan)
    case (nil, let high?): return threshold(high, .atMost, .lessThan)
    case (let low?, let high?):
      if low.number == high.number { return Wording("\(low.number)") }
      let (one, other) = (low.number, high.number)
      return Wording(
        en:
          "\(low.isIncluded ? "from" : "above") \(one) \(high.isIncluded ? "to" : "to below") \(other)",
        zh: "\(one)（\(low.isIncluded ? "含" : "不含")）至 \(other)（\(high.isIncluded ? "含" : "不含")）")
    }
  }

  /// A threshold in a derivation.
  package static func reached(_ threshold: Number, _ direction: LadderDirection) -> Wording {
    let text = threshold.description
    return switch direction {
    case .atLeast: Wording(en: "at least \(text)", zh: "不低于 \(text)")
    case .moreThan: Wording(en: "more than \(text)", zh: "高于 \(text)")
    case .atMost: Wording(en: "at most \(text)", zh: "不超过 \(text)")
    case .lessThan: Wording(en: "less than \(text)", zh: "低于 \(text)")
    }
  }

  package static let noStep = Wording(en: "no step is reached", zh: "未达到任何一级")
}
