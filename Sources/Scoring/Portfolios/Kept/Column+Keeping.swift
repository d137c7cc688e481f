import Formats
import Values

/// Columns as bytes.
///
///     kind 1   cells            states              others
///              by kind          0 | 1 and one each  count, then row and value
extension ByteWriter {
  /// - Returns: `false` where a cell holds what is not kept; the writer is then to be thrown away.
  mutating func column(_ column: Column) -> Bool {
    switch column.cells {
    case .scaled(let cells, let exponent):
      integer(UInt8(0))
      integer(Int16(clamping: exponent))
      integers(cells)
    case .numbers(let numbers):
      integer(UInt8(1))
      for number in numbers { text(number.description) }
    case .booleans(let flags):
      integer(UInt8(2))
      raw(flags)
    case .texts(let codes, let texts):
      integer(UInt8(3))
      count(texts.count)
      for text in texts { self.text(text) }
      integers(codes.map(Int64.init))
    case .days(let days):
      integer(UInt8(4))
      integers(days.map(Int64.init))
    case .values(let values):
      integer(UInt8(5))
      for value in values where !self.value(value) { return false }
    }
    flag(!column.states.isEmpty)
    raw(column.states)
    count(column.others.count)
    for (row, value) in column.others.sorted(by: { $0.key < $1.key }) {
      integer(row)
      if !self.value(value) { return false }
    }
    return true
  }
}

extension ByteReader {
  /// A column of `rowCount` rows, in which every code, state and coefficient is one that a column may hold.
  mutating func column(_ rowCount: Int) throws(Fault) -> Column {
    let cells = try cells(rowCount)
    var states: [UInt8] = []
    if try flag() {
      states = Array(try raw(rowCount))
      guard states.allSatisfy({ Column.State(rawValue: $0) != nil }) else { throw Fault() }
    }
    var others: [Int32: Value] = [:]
    for _ in 0..<(try count(ofAtLeast: 5)) {
      let row = try integer(Int32.self)
      guard row >= 0, Int(row) < rowCount else { throw Fault() }
      others[row] = try value()
    }
    return Column(cells, states: states, others: others)
  }

  private mutating func cells(_ rowCount: Int) throws(Fault) -> Column.Cells {
    switch try integer(UInt8.self) {
    case 0:
      let exponent = Int(try integer(Int16.self))
      guard (-6176...6000).contains(exponent) else { throw Fault() }
      let cells = try integers(rowCount)
      guard cells.allSatisfy({ $0.magnitude < Column.greatestCoefficient.magnitude }) else {
        throw Fault()
      }
      return .scaled(cells, exponent: exponent)
    case 1:
      guard rowCount <= remaining / 5 else { throw Fault() }
      var numbers: [Number] = []
      for _ in 0..<rowCount { numbers.append(try number()) }
      return .numbers(numbers)
    case 2:
      let flags = Array(try raw(rowCount))
      guard flags.allSatisfy({ $0 < 2 }) else { throw Fault() }
      return .booleans(flags)
    case 3:
      var texts: [String] = []
      for _ in 0..<(try count(ofAtLeast: 4)) { texts.append(try text()) }
      let codes = try integers(rowCount)
      guard codes.allSatisfy({ texts.indices.contains(Int($0)) }),
        Set(texts.map { Array($0.utf8) }).count == texts.count
      else { throw Fault() }
      return .texts(codes.map { UInt32($0) }, texts: texts)
    case 4:
      let days = try integers(rowCount)
      guard days.allSatisfy({ Int32(exactly: $0) != nil }) else { throw Fault() }
      return .days(days.map { Int32($0) })
    case 5:
      guard rowCount <= remaining else { throw Fault() }
      var values: [Value] = []
      for _ in 0..<rowCount { values.append(try value()) }
      return .values(values)
    default: throw Fault()
    }
  }
}
