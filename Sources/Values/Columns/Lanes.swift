/// Loops over blocks of rows: what the instructions of a column program come down to.
///
/// A *lane* is one row of a block. Masks hold 0 or 1 a lane. Integers lie below 2^62 in magnitude, which
/// whoever makes a program has proven. Numbers are computed by the operations of `Number`, no others.
package enum Lanes {
  package typealias Mask = UnsafeMutablePointer<UInt8>
  package typealias Integers = UnsafeMutablePointer<Int64>
  package typealias Numbers = UnsafeMutablePointer<Number>

  /// An operand: a block, or one value for all lanes.
  package enum Integer {
    case each(UnsafePointer<Int64>)
    case all(Int64)
  }

  package enum Decimal {
    case each(UnsafePointer<Number>)
    case all(Number)
    /// Integers x 10^exponent.
    case scaled(UnsafePointer<Int64>, exponent: Int)
  }

  package enum Order: UInt8, Sendable, Hashable {
    case equal, unequal, less, atMost, greater, atLeast
  }

  package enum IntegerMath: UInt8, Sendable, Hashable {
    case add, subtract, multiply, least, greatest
  }

  package enum NumberMath: UInt8, Sendable, Hashable {
    case add, subtract, multiply, divide, least, greatest
  }
}

// MARK: masks

extension Lanes {
  package static func both(_ left: Mask, _ right: Mask, into result: Mask, _ count: Int) {
    for lane in 0..<count { result[lane] = left[lane] & right[lane] }
  }

  package static func either(_ left: Mask, _ right: Mask, into result: Mask, _ count: Int) {
    for lane in 0..<count { result[lane] = left[lane] | right[lane] }
  }

  package static func butNot(_ left: Mask, _ right: Mask, into result: Mask, _ count: Int) {
    for lane in 0..<count { result[lane] = left[lane] & (right[lane] ^ 1) }
  }

  package static func opposite(_ mask: Mask, into result: Mask, _ count: Int) {
    for lane in 0..<count { result[lane] = mask[lane] ^ 1 }
  }

  /// Where `states` holds one state.
  package static func rows(
    _ states: UnsafePointer<UInt8>, in state: Column.State, into result: Mask, _ count: Int
  ) {
    let wanted = state.rawValue
    for lane in 0..<count { result[lane] = states[lane] == wanted ? 1 : 0 }
  }
}

// MARK: integers

extension Lanes {
  @inline(__always)
  private static func each<Result>(
    _ left: Integer, _ right: Integer, into result: UnsafeMutablePointer<Result>, _ count: Int,
    _ body: (Int64, Int64) -> Result
  ) {
    switch (left, right) {
    case (.each(let left), .each(let right)):
      for lane in 0..<count { result[lane] = body(left[lane], right[lane]) }
    case (.each(let left), .all(let right)):
      for lane in 0..<count { result[lane] = body(left[lane], right) }
    case (.all(let left), .each(let right)):
      for lane in 0..<count { result[lane] = body(left, right[lane]) }
    case (.all(let left), .all(let right)):
      for lane in 0..<count { result[lane] = body(left, right) }
    }
  }

  /// By the sign of differences, which vector units without 64-bit comparisons have too.
  package static func compare(
    _ order: Order, _ left: Integer, _ right: Integer, into result: Mask, _ count: Int
  ) {
    switch order {
    case .less: each(left, right, into: result, count) { sign($0 &- $1) }
    case .greater: each(left, right, into: result, count) { sign($1 &- $0) }
    case .atLeast: each(left, right, into: result, count) { sign($0 &- $1) ^ 1 }
    case .atMost: each(left, right, into: result, count) { sign($1 &- $0) ^ 1 }
    case .equal: each(left, right, into: result, count) { $0 == $1 ? 1 : 0 }
    case .unequal: each(left, right, into: result, count) { $0 != $1 ? 1 : 0 }
    }
  }

  @inline(__always)
  private static func sign(_ difference: Int64) -> UInt8 {
    UInt8(truncatingIfNeeded: UInt64(bitPattern: difference) >> 63)
  }

  package static func calculate(
    _ operation: IntegerMath, _ left: Integer, _ right: Integer, into result: Integers,
    _ count: Int
  ) {
    switch operation {
    case .add: each(left, right, into: result, count) { $0 &+ $1 }
    case .subtract: each(left, right, into: result, count) { $0 &- $1 }
    case .multiply: each(left, right, into: result, count) { $0 &* $1 }
    case .least: each(left, right, into: result, count) { min($0, $1) }
    case .greatest: each(left, right, into: result, count) { max($0, $1) }
    }
  }

  /// The first where the mask holds, else the second.
  package static func choose(
    _ mask: Mask, _ then: Integer, _ otherwise: Integer, into result: Integers, _ count: Int
  ) {
    @inline(__always) func pick(_ flag: UInt8, _ then: Int64, _ otherwise: Int64) -> Int64 {
      otherwise ^ ((then ^ otherwise) & (0 &- Int64(flag)))
    }
    switch (then, otherwise) {
    case (.each(let then), .each(let otherwise)):
      for lane in 0..<count { result[lane] = pick(mask[lane], then[lane], otherwise[lane]) }
    case (.each(let then), .all(let otherwise)):
      for lane in 0..<count { result[lane] = pick(mask[lane], then[lane], otherwise) }
    case (.all(let then), .each(let otherwise)):
      for lane in 0..<count { result[lane] = pick(mask[lane], then, otherwise[lane]) }
    case (.all(let then), .all(let otherwise)):
      for lane in 0..<count { result[lane] = pick(mask[lane], then, otherwise) }
    }
  }

  package static func widened(_ mask: Mask, into result: Integers, _ count: Int) {
    for lane in 0..<count { result[lane] = Int64(mask[lane]) }
  }

  /// How many whole `unit`s there are, rounded by `mode`; the unit is positive.
  package static func units(
    of integers: UnsafePointer<Int64>, each unit: Int64, _ mode: RoundingMode,
    into result: Integers, _ count: Int
  ) {
    for lane in 0..<count {
      let integer = integers[lane]
      var (quotient, rest) = integer.magnitude.quotientAndRemainder(dividingBy: UInt64(unit))
      if rest != 0 {
        let order = rest < UInt64(unit) - rest ? -1 : rest == UInt64(unit) - rest ? 0 : 1
        let raises = mode.raises(
          isNegative: integer < 0, isOdd: quotient & 1 == 1, hasRemainder: true, order: order)
        if raises { quotient += 1 }
      }
      result[lane] = integer < 0 ? -Int64(quotient) : Int64(quotient)
    }
  }
}
