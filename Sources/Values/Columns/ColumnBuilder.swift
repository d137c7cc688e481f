/// Makes a column of values as they come: cells of one kind are stored by type, all others as values.
package struct ColumnBuilder: Sendable {
  private var cells: Column.Cells?
  private var states: [UInt8] = []
  private var others: [Int32: Value] = [:]
  /// By UTF-8: texts are the same only where their code points are.
  private var codes: [[UInt8]: UInt32] = [:]
  private var count = 0

  package init() {}

  package init(_ values: some Sequence<Value>) {
    for value in values { append(value) }
  }

  package var column: Column {
    Column(cells ?? .booleans(Array(repeating: 0, count: count)), states: states, others: others)
  }

  package mutating func append(_ value: Value) {
    switch value {
    case .null(.written): appendUnknown(.null)
    case .null, .unknown:
      others[Int32(truncatingIfNeeded: count)] = value
      appendUnknown(.other)
    default:
      if cells == nil { begin(value) }
      appendKnown(value)
      states.append(Column.State.known.rawValue)
    }
    count += 1
  }

  private mutating func begin(_ value: Value) {
    switch value {
    case .number: cells = .scaled(Array(repeating: 0, count: count), exponent: 0)
    case .boolean: cells = .booleans(Array(repeating: 0, count: count))
    case .date: cells = .days(Array(repeating: 0, count: count))
    case .string(let text):
      codes[Array(text.utf8)] = 0
      cells = .texts(Array(repeating: 0, count: count), texts: [text])
    default: cells = .values(Array(repeating: .null, count: count))
    }
  }

  private mutating func appendUnknown(_ state: Column.State) {
    states.append(state.rawValue)
    switch cells.take() {
    case nil: break
    case .scaled(var cells, let exponent):
      cells.append(0)
      self.cells = .scaled(cells, exponent: exponent)
    case .numbers(var cells):
      cells.append(.zero)
      self.cells = .numbers(cells)
    case .booleans(var cells):
      cells.append(0)
      self.cells = .booleans(cells)
    case .texts(var cells, let texts):
      cells.append(0)
      self.cells = .texts(cells, texts: texts)
    case .days(var cells):
      cells.append(0)
      self.cells = .days(cells)
    case .values(var cells):
      cells.append(.null)
      self.cells = .values(cells)
    }
  }

  private mutating func appendKnown(_ value: Value) {
    switch (cells.take(), value) {
    case (.scaled(var cells, var exponent)?, .number(let number)):
      if let coefficient = number.scaled(to: exponent) {
        cells.append(coefficient)
        self.cells = .scaled(cells, exponent: exponent)
        return
      }
      let finer = min(exponent, number.shortestExponent)
      if let coefficient = number.scaled(to: finer),
        let rescaled = Self.rescaled(cells, by: exponent - finer)
      {
        exponent = finer
        cells = rescaled
        cells.append(coefficient)
        self.cells = .scaled(cells, exponent: exponent)
      } else {
        self.cells = .numbers(cells.map { Number(scaled: $0, exponent: exponent) } + [number])
      }
    case (.numbers(var cells)?, .number(let number)):
      cells.append(number)
      self.cells = .numbers(cells)
    case (.booleans(var cells)?, .boolean(let flag)):
      cells.append(flag ? 1 : 0)
      self.cells = .booleans(cells)
    case (.texts(var cells, var texts)?, .string(let text)):
      let key = Array(text.utf8)
      let code = codes[key] ?? UInt32(texts.count)
      if Int(code) == texts.count {
        texts.append(text)
        codes[key] = code
      }
      cells.append(code)
      self.cells = .texts(cells, texts: texts)
    case (.days(var cells)?, .date(let date)) where Int32(exactly: date.dayNumber) != nil:
      cells.append(Int32(date.dayNumber))
      self.cells = .days(cells)
    case (.values(var cells)?, _):
      cells.append(value)
      self.cells = .values(cells)
    case (let other?, _):
      let before = Column(other, states: states)
      self.cells = .values((0..<count).map { before[$0] } + [value])
    case (nil, _): preconditionFailure("begun before")
    }
  }

  /// Coefficients of an exponent lower by `distance`; `nil` where one becomes too large.
  package static func rescaled(_ coefficients: [Int64], by distance: Int) -> [Int64]? {
    guard (0...18).contains(distance) else {
      return coefficients.allSatisfy { $0 == 0 } ? coefficients : nil
    }
    let factor = Int64(PowerOfTen.small[distance])
    let limit = (Column.greatestCoefficient - 1) / factor
    guard coefficients.allSatisfy({ $0.magnitude <= limit.magnitude }) else { return nil }
    return coefficients.map { $0 &* factor }
  }
}
