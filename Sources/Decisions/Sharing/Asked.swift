import Rubrics
import Values

/// What one subject asks for: a number, or the bounds of one; never less than nothing.
struct Asked: Sendable {
  var low: Number
  /// `nil`: nobody knows how much.
  var high: Number?
  /// Whether it may turn out that nothing is asked for at all.
  var mayBeNull: Bool
  var missing: [Missing]

  init(low: Number, high: Number?, mayBeNull: Bool = false, missing: [Missing] = []) {
    self.low = low
    self.high = high
    self.mayBeNull = mayBeNull
    self.missing = missing
  }

  static let nothing = Asked(low: .zero, high: .zero)

  /// - Returns: `nil` where there is no such number, or one below nothing.
  init?(_ value: Value, _ rounding: Rounding? = nil) {
    func rounded(_ number: Number) -> Number? {
      rounding.map { $0.apply(to: number) } ?? number
    }
    switch value {
    case .number(let number):
      guard number >= .zero, let number = rounded(number) else { return nil }
      self.init(low: number, high: number)
    case .unknown(let unknown):
      let interval = unknown.bounds.interval
      let high = interval?.high.flatMap(rounded)
      if let high, high < .zero { return nil }
      let low = interval?.low.flatMap(rounded) ?? .zero
      self.init(
        low: max(.zero, low), high: high, mayBeNull: unknown.bounds.mayBeNull,
        missing: unknown.missing)
    default: return nil
    }
  }

  /// The only amount that it can be.
  var exact: Number? { high == low && !mayBeNull ? low : nil }

  /// The least that it takes away from others.
  var least: Number { mayBeNull ? .zero : low }

  /// What is left of a limit beside what was granted before.
  func less(_ granted: NumberInterval?) -> Asked {
    guard let granted else { return self }
    func left(_ limit: Number, _ taken: Number) -> Number {
      max(.zero, limit.subtracting(taken) ?? .zero)
    }
    return Asked(
      low: granted.high.map { left(low, $0) } ?? .zero,
      high: high.map { left($0, granted.low ?? .zero) }, mayBeNull: mayBeNull, missing: missing)
  }

  /// It may still come to nothing.
  var held: Asked {
    Asked(low: .zero, high: high, mayBeNull: mayBeNull, missing: missing)
  }
}
