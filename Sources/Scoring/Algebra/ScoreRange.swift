package import Values

/// From the least to the greatest number of points that completed evidence could give; both ends occur.
package struct ScoreRange: Sendable, Hashable {
  package let low: Number
  package let high: Number

  /// Ends in the wrong order are put right.
  package init(_ low: Number, _ high: Number) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  package init(_ point: Number) {
    self.low = point
    self.high = point
  }

  package static let zero = ScoreRange(.zero)

  package var isPoint: Bool { low == high }

  /// The only number, where there is only one.
  package var point: Number? { isPoint ? low : nil }

  /// The smallest range that holds both.
  package func joined(_ other: ScoreRange) -> ScoreRange {
    ScoreRange(min(low, other.low), max(high, other.high))
  }

  package func contains(_ other: ScoreRange) -> Bool {
    low <= other.low && other.high <= high
  }

  /// Both ends moved into `least...greatest`; an end that is `nil` does not bind.
  package func clipped(from least: Number?, to greatest: Number?) -> ScoreRange {
    func clip(_ number: Number) -> Number {
      var clipped = number
      if let least { clipped = max(least, clipped) }
      if let greatest { clipped = min(greatest, clipped) }
      return clipped
    }
    return ScoreRange(clip(low), clip(high))
  }
}

extension ScoreRange {
  func plus(_ other: ScoreRange) throws(NumberTooLarge) -> ScoreRange {
    ScoreRange(try low.plus(other.low), try high.plus(other.high))
  }

  /// What is left when `loss` is taken away.
  func minus(_ loss: ScoreRange) throws(NumberTooLarge) -> ScoreRange {
    ScoreRange(try low.minus(loss.high), try high.minus(loss.low))
  }

  static func total(_ ranges: [ScoreRange]) throws(NumberTooLarge) -> ScoreRange {
    ScoreRange(try Number.total(ranges.map(\.low)), try Number.total(ranges.map(\.high)))
  }
}
