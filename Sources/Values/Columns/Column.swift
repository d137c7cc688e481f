/// One value for each of many subjects, stored by type.
///
///     12.5  7  (null)  0.25     scaled: 1250 700 0 25, exponent -2; the third row is null
///
/// Cells of rows that are not known hold zero, so that passes over whole blocks need not ask.
package struct Column: Sendable {
  package enum Cells: Sendable {
    /// Each cell is coefficient x 10^exponent.
    case scaled([Int64], exponent: Int)
    /// Numbers that share no exponent in 62 bits.
    case numbers([Number])
    /// 0 or 1.
    case booleans([UInt8])
    /// Positions in `texts`, each of which stands there once.
    case texts([UInt32], texts: [String])
    /// Days since 1970-01-01.
    case days([Int32])
    /// Values of other kinds, or of several.
    case values([Value])
  }

  /// What is known of a row.
  package enum State: UInt8, Sendable {
    case known = 0
    /// An empty cell that means "there is none": `Value.null`.
    case null = 1
    /// Any other value, to be found in `others`: an unknown, a null with a reason.
    case other = 2
  }

  package let cells: Cells
  /// By row, raw values of `State`; empty where every row is known.
  package let states: [UInt8]
  package let others: [Int32: Value]
  package let count: Int
  /// Of the integers of scaled cells, where there are any; `nil` for other cells.
  package let range: ClosedRange<Int64>?

  /// Coefficients lie below this magnitude, so that sums and differences of two do not overflow.
  package static let greatestCoefficient: Int64 = 1 << 62

  package init(_ cells: Cells, states: [UInt8] = [], others: [Int32: Value] = [:]) {
    self.cells = cells
    if case .scaled(let integers, _) = cells { range = integers.range } else { range = nil }
    self.states = states.contains { $0 != State.known.rawValue } ? states : []
    self.others = others
    count = cells.count
    precondition(states.isEmpty || states.count == count, "a state for each row")
  }

  package func state(of row: Int) -> State {
    states.isEmpty ? .known : State(rawValue: states[row]) ?? .other
  }

  /// Exactly the value that an expression over this row alone would see.
  package subscript(row: Int) -> Value {
    switch state(of: row) {
    case .null: return .null
    case .other: return others[Int32(truncatingIfNeeded: row)] ?? .null
    case .known: break
    }
    switch cells {
    case .scaled(let coefficients, let exponent):
      return .number(Number(scaled: coefficients[row], exponent: exponent))
    case .numbers(let numbers): return .number(numbers[row])
    case .booleans(let flags): return .boolean(flags[row] != 0)
    case .texts(let codes, let texts): return .string(texts[Int(codes[row])])
    case .days(let days):
      return CalendarDate(dayNumber: Int(days[row])).map(Value.date) ?? .null
    case .values(let values): return values[row]
    }
  }
}

extension [Int64] {
  /// From the least to the greatest; `nil` where there is none.
  fileprivate var range: ClosedRange<Int64>? {
    guard var low = first else { return nil }
    var high = low
    for integer in self {
      low = Swift.min(low, integer)
      high = Swift.max(high, integer)
    }
    return low...high
  }
}

extension Column.Cells {
  var count: Int {
    switch self {
    case .scaled(let cells, _): cells.count
    case .numbers(let cells): cells.count
    case .booleans(let cells): cells.count
    case .texts(let cells, _): cells.count
    case .days(let cells): cells.count
    case .values(let cells): cells.count
    }
  }
}

extension Number {
  /// coefficient x 10^exponent; the exponent must be one of decimal128.
  package init(scaled coefficient: Int64, exponent: Int) {
    self.init(
      unchecked: UInt128(coefficient.magnitude), exponent: exponent, isNegative: coefficient < 0)
  }

  /// The number as coefficient x 10^exponent; `nil` where it has finer digits or is too large.
  package func scaled(to exponent: Int) -> Int64? {
    guard coefficient != 0 else { return 0 }
    let small = Int(self.exponent) >= exponent ? self : reduced
    let distance = Int(small.exponent) - exponent
    guard (0...18).contains(distance), small.coefficient < 1 << 62 else { return nil }
    let (product, overflow) = Int64(small.coefficient).multipliedReportingOverflow(
      by: Int64(PowerOfTen.small[distance]))
    guard !overflow, product < Column.greatestCoefficient else { return nil }
    return isNegative ? -product : product
  }

  /// The exponent of the shortest form: the decimals are its negative.
  package var shortestExponent: Int { Int(reduced.exponent) }
}
