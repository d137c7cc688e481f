import Values

/// What an item is worth, as far as its own standard says.
enum StandardPoints {
  /// `（5分）` at the end of a text.
  static func atEnd(_ text: String) -> Number? {
    let letters = Letters(text).trimmedRight
    guard letters.ends(with: "）") || letters.ends(with: "]") else { return nil }
    let reader = LabelPoints(letters.text)
    guard let points = reader.points else { return nil }
    // Only a bracket behind everything else, and not the last part of several: （2分） … （3分）.
    return LabelPoints.holdsBracket(reader.label) ? nil : points
  }

  /// The points that a standard gives in all: at its end, as an upper limit, or as what is earned at best.
  static func of(_ text: String) -> Number? {
    if let points = atEnd(text) { return points }
    let rule = Rule(text, worth: nil)
    if let cap = rule.cap { return cap }
    let candidates = candidates(rule)
    return candidates.first
  }

  /// What it may be worth, likeliest first: what its parts add up to, or the best of them.
  static func candidates(_ rule: Rule) -> [Number] {
    var earned: [Number] = []
    for clause in rule.working {
      switch clause.effect {
      case .earn(let points), .add(let points): earned.append(points)
      case .earnBetween(_, let high): earned.append(high)
      default: continue
      }
    }
    if let cap = rule.cap { return [cap] }
    guard let best = earned.max() else { return [] }
    let bounds = rule.working.contains { Bound($0.condition) != nil }
    let sum = Number.sum(earned) ?? best
    let isRising = zip(earned, earned.dropFirst()).contains { $0 < $1 }
    // Falling amounts are the rungs of one ladder more often than parts of a sum.
    return earned.count == 1 || bounds || !isRising && Set(earned).count == earned.count
      ? [best, sum] : [sum, best]
  }
}

extension Letters {
  /// Without marks and blanks at the end, brackets left.
  fileprivate var trimmedRight: Letters {
    var end = count
    while end > 0, let last = self[end - 1], last != "）", last != "]",
      Letters.marks.contains(last) || last.isWhitespace
    {
      end -= 1
    }
    return self[0..<end]
  }
}
