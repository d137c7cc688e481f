/// A cell of a sheet that holds something, or is there and holds nothing.
package struct SheetCell: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable {
    case blank, text, number, boolean, error
    case date, dateTime, time, duration
    /// A formula whose value was never stored: nobody knows it.
    case uncached
  }

  /// From 1.
  package let row: Int
  /// From 1.
  package let column: Int
  package let kind: Kind
  package let hasFormula: Bool
  /// A number that the sheet shows a hundred times as large, with a sign of percent.
  package let isPercent: Bool
  /// Its format writes words around the number: `20000` is shown as `20000元`.
  package var isWorded = false

  /// What a sheet can have.
  package static let mostRows = 1 << 20
  package static let mostColumns = 1 << 14
}

/// The name of a cell: `C7`, `$C$7`, `c7`.
enum CellName {
  /// - Returns: row and column from 1, of whatever size; `nil` for what is no name.
  @inline(__always)
  static func read(_ name: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var (row, column, index) = (0, 0, 0)
    if index < name.count, name[index] == UInt8(ascii: "$") { index += 1 }
    while index < name.count {
      let letter = (name[index] | 0x20) &- UInt8(ascii: "a")
      guard letter < 26, name[index] >= UInt8(ascii: "A"), column < 1_000_000 else { break }
      column = column * 26 + Int(letter) + 1
      index += 1
    }
    if index < name.count, name[index] == UInt8(ascii: "$") { index += 1 }
    let digits = index
    while index < name.count {
      let digit = name[index] &- UInt8(ascii: "0")
      guard digit <= 9, row < 1_000_000_000 else { return nil }
      row = row * 10 + Int(digit)
      index += 1
    }
    return column > 0 && index > digits ? (row, column) : nil
  }
}
