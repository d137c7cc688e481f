package import Values

extension Amount {
  /// The least and the greatest that an amount can be; `nil` where nothing bounds it.
  package struct Ends: Sendable {
    package let low: Number?
    package let high: Number?

    package init(_ low: Number?, _ high: Number?) { (self.low, self.high) = (low, high) }
  }

  /// What it comes to between the ends of its sources; `nil` where a source has no number.
  ///
  /// - Throws: where a number has too many digits.
  package func ends(
    _ source: (Source) throws(NumberTooLarge) -> Ends?
  ) throws(NumberTooLarge) -> Ends? {
    switch self {
    case .of(let one): return try source(one)
    case .plus(let left, let right):
      guard let left = try left.ends(source), let right = try right.ends(source) else {
        return nil
      }
      return Ends(try left.low.plus(right.low), try left.high.plus(right.high))
    case .minus(let left, let right):
      guard let left = try left.ends(source), let right = try right.ends(source) else {
        return nil
      }
      return Ends(try left.low.minus(right.high), try left.high.minus(right.low))
    case .over(let amount, let number):
      guard let ends = try amount.ends(source) else { return nil }
      return Ends(try ends.low?.over(number), try ends.high?.over(number))
    case .clipped(let amount, let least, let greatest):
      return try amount.ends(source)?.clipped(from: least, to: greatest)
    case .rounded(let amount, let rounding):
      guard let ends = try amount.ends(source) else { return nil }
      return Ends(try rounding.rounded(ends.low), try rounding.rounded(ends.high))
    }
  }
}

extension Amount.Ends {
  fileprivate func clipped(from least: Number?, to greatest: Number?) -> Amount.Ends {
    func clip(_ number: Number) -> Number {
      var clipped = number
      if let least { clipped = max(least, clipped) }
      if let greatest { clipped = min(greatest, clipped) }
      return clipped
    }
    return Amount.Ends(low.map(clip) ?? least, high.map(clip) ?? greatest)
  }
}

extension Number? {
  fileprivate func plus(_ other: Number?) throws(NumberTooLarge) -> Number? {
    guard let self, let other else { return nil }
    return try self.plus(other)
  }

  fileprivate func minus(_ other: Number?) throws(NumberTooLarge) -> Number? {
    guard let self, let other else { return nil }
    return try self.minus(other)
  }
}

extension Rounding {
  fileprivate func rounded(_ number: Number?) throws(NumberTooLarge) -> Number? {
    guard let number else { return nil }
    guard let rounded = apply(to: number) else { throw NumberTooLarge() }
    return rounded
  }
}
