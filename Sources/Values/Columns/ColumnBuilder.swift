/// Makes a column of values as they come: cells of one kind are stored by type, all others as values.
package struct ColumnBuilder: Sendable {
  private enum Kind { case none, scaled, numbers, booleans, texts, days, values }

  private var kind = Kind.none
  // One of these is in use. They are kept side by side, because cells inside an enum are copied when they grow.
  private var integers: [Int64] = []
  private var exponent = 0
  private var numbers: [Number] = []
  private var flags: [UInt8] = []
  private var codes: [UInt32] = []
  private var texts: [String] = []
  private var days: [Int32] = []
  private var values: [Value] = []
  /// By UTF-8: texts are the same only where their code points are.
  private var known: [[UInt8]: UInt32] = [:]
  private var states: [UInt8] = []
  private var others: [Int32: Value] = [:]

  package init() {}

  package init(_ values: some Sequence<Value>) {
    for value in values { append(value) }
  }

  package var column: Column { Column(cells, states: states, others: others) }

  private var cells: Column.Cells {
    switch kind {
    case .none: .booleans(Array(repeating: 0, count: states.count))
    case .scaled: .scaled(integers, exponent: exponent)
    case .numbers: .numbers(numbers)
    case .booleans: .booleans(flags)
    case .texts: .texts(codes, texts: texts)
    case .days: .days(days)
    case .values: .values(values)
    }
  }

  package mutating func append(_ value: Value) {
    switch value {
    case .null(.written): appendNothing(.null)
    case .null, .unknown:
      others[Int32(truncatingIfNeeded: states.count)] = value
      appendNothing(.other)
    default:
      if kind == .none { begin(value) }
      appendKnown(value)
      states.append(Column.State.known.rawValue)
    }
  }

  private mutating func begin(_ value: Value) {
    let count = states.count
    switch value {
    case .number: (kind, integers) = (.scaled, Array(repeating: 0, count: count))
    case .boolean: (kind, flags) = (.booleans, Array(repeating: 0, count: count))
    case .date: (kind, days) = (.days, Array(repeating: 0, count: count))
    case .string(let text):
      (kind, codes) = (.texts, Array(repeating: 0, count: count))
      // Rows before that are not known hold the first code.
      _ = code(of: text)
    default: (kind, values) = (.values, Array(repeating: .null, count: count))
    }
  }

  private mutating func appendNothing(_ state: Column.State) {
    states.append(state.rawValue)
    switch kind {
    case .none: break
    case .scaled: integers.append(0)
    case .numbers: numbers.append(.zero)
    case .booleans: flags.append(0)
    case .texts: codes.append(0)
    case .days: days.append(0)
    case .values: values.append(.null)
    }
  }

  private mutating func appendKnown(_ value: Value) {
    switch (kind, value) {
    case (.scaled, .number(let number)): appendScaled(number)
    case (.numbers, .number(let number)): numbers.append(number)
    case (.booleans, .boolean(let flag)): flags.append(flag ? 1 : 0)
    case (.texts, .string(let text)): codes.append(code(of: text))
    case (.days, .date(let date)):
      guard let day = Int32(exactly: date.dayNumber) else { return appendUnlike(value) }
      days.append(day)
    case (.values, _): values.append(value)
    default: appendUnlike(value)
    }
  }

  private mutating func code(of text: String) -> UInt32 {
    let key = Array(text.utf8)
    if let code = known[key] { return code }
    let code = UInt32(texts.count)
    known[key] = code
    texts.append(text)
    return code
  }

  private mutating func appendScaled(_ number: Number) {
    if let coefficient = number.scaled(to: exponent) {
      integers.append(coefficient)
      return
    }
    let finer = min(exponent, number.shortestExponent)
    if let coefficient = number.scaled(to: finer),
      let rescaled = Self.rescaled(integers, by: exponent - finer)
    {
      (integers, exponent) = (rescaled, finer)
      integers.append(coefficient)
      return
    }
    numbers = integers.map { Number(scaled: $0, exponent: exponent) }
    (kind, integers) = (.numbers, [])
    numbers.append(number)
  }

  /// A value of another kind than those before it.
  private mutating func appendUnlike(_ value: Value) {
    let before = column
    values = (0..<before.count).map { before.state(of: $0) == .known ? before[$0] : .null }
    kind = .values
    values.append(value)
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
