package import Values

/// What a column program knows of an expression before it runs: the type of its lanes, their bounds, and
/// the mask of lanes in which it is null.
package struct LaneValue: Sendable {
  package enum Form: Sendable {
    /// The same in every lane.
    case constant(Value)
    /// A mask; 0 where it is null.
    case truth(LaneID)
    /// Integers x 10^exponent, all of them in `range`, also in lanes that nobody looks at.
    case scaled(LaneID, exponent: Int, range: ClosedRange<Int64>)
    /// Numbers; an end that is `nil` is not known. Lanes that nobody looks at hold some number.
    case number(LaneID, low: Number?, high: Number?)
    /// Positions in the program's texts.
    case text(LaneID)
    /// Days since 1970-01-01.
    case day(LaneID)
  }

  package let form: Form
  /// `nil` where no lane is null.
  package let nulls: LaneID?
  /// Integers near the numbers, for whoever needs no more than that; `nil` where none are known.
  let enclosure: Enclosure?

  package init(_ form: Form, nulls: LaneID? = nil) {
    self.init(form, nulls: nulls, enclosure: nil)
  }

  init(_ form: Form, nulls: LaneID?, enclosure: Enclosure?) {
    self.form = form
    self.nulls = nulls
    self.enclosure = enclosure
  }

  package static func constant(_ value: Value) -> LaneValue { LaneValue(.constant(value)) }

  package static func constant(_ number: Number) -> LaneValue { .constant(.number(number)) }

  package var constant: Value? { if case .constant(let value) = form { value } else { nil } }

  package var isNull: Bool { if case .constant(.null) = form { true } else { false } }

  package func withNulls(_ nulls: LaneID?) -> LaneValue {
    LaneValue(form, nulls: nulls, enclosure: enclosure)
  }

  func enclosed(by enclosure: Enclosure?) -> LaneValue {
    LaneValue(form, nulls: nulls, enclosure: enclosure)
  }

  package var isNumeric: Bool {
    switch form {
    case .scaled, .number, .constant(.number): true
    case .constant, .truth, .text, .day: false
    }
  }

  /// The least and greatest number that may occur.
  var bounds: (low: Number?, high: Number?) {
    switch form {
    case .constant(.number(let number)): (number, number)
    case .scaled(_, let exponent, let range):
      (
        Number(scaled: range.lowerBound, exponent: exponent),
        Number(scaled: range.upperBound, exponent: exponent)
      )
    case .number(_, let low, let high): (low, high)
    case .constant, .truth, .text, .day: (nil, nil)
    }
  }
}

/// An integer operand with its exponent and range: a scaled block or a constant.
struct ScaledValue {
  let operand: ColumnOperation.IntegerOperand
  let exponent: Int
  let range: ClosedRange<Int64>

  /// - Returns: `nil` for what is not kept as integers.
  init?(_ value: LaneValue) {
    switch value.form {
    case .scaled(let lanes, let exponent, let range):
      self.init(.lanes(lanes), exponent, range)
    case .constant(.number(let number)):
      let exponent = number.shortestExponent
      guard let integer = number.scaled(to: exponent) else { return nil }
      self.init(.all(integer), exponent, integer...integer)
    default: return nil
    }
  }

  init(
    _ operand: ColumnOperation.IntegerOperand, _ exponent: Int, _ range: ClosedRange<Int64>
  ) {
    self.operand = operand
    self.exponent = exponent
    self.range = range
  }
}

extension ClosedRange<Int64> {
  /// Every result of `operation` over two ranges at whose corners its extremes lie.
  ///
  /// - Returns: `nil` where one might reach 2^62.
  static func corners(
    _ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>,
    _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> ClosedRange<Int64>? {
    var (low, high) = (Int64.max, Int64.min)
    for mine in [left.lowerBound, left.upperBound] {
      for theirs in [right.lowerBound, right.upperBound] {
        let (result, overflow) = operation(mine, theirs)
        guard !overflow, result.magnitude < Column.greatestCoefficient.magnitude else {
          return nil
        }
        low = Swift.min(low, result)
        high = Swift.max(high, result)
      }
    }
    return low...high
  }

  func union(_ other: ClosedRange<Int64>) -> ClosedRange<Int64> {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
