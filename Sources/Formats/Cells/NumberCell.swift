import Values

/// Numbers as tables of accounts write them: `1,200.50`, `￥45万`, `85%`, `36小时`.
struct NumberCell {
  private let number: Number
  private var notes: CellNotes
  private var suffix = CellScale.Suffix.none

  static func read(_ cell: CellText, _ scale: CellScale) -> CellReading {
    switch parsed(cell) {
    case .failure(let mismatch): .mismatch(mismatch)
    case .success(let parsed): parsed.reading(scale)
    }
  }

  /// The two numbers that a cell may be, where its column does not say which.
  static func readings(_ cell: CellText, _ scale: CellScale) -> (Number, Number)? {
    guard case .success(let parsed) = parsed(cell),
      case .either(let one, let other) = parsed.way(scale),
      let first = parsed.number.timesTen(to: one), let second = parsed.number.timesTen(to: other)
    else { return nil }
    return (first, second)
  }

  private func way(_ scale: CellScale) -> CellScale.Reading {
    scale.read(suffix, hasCurrency: notes.contains(.currency))
  }

  private func reading(_ scale: CellScale) -> CellReading {
    let power: Int
    switch way(scale) {
    case .power(let found): power = found
    case .either where number.isZero: power = 0
    case .either:
      if case .percent = suffix { return .mismatch(.scaleUnknown) }
      return .mismatch(.amountUnknown)
    case .mismatch(let mismatch): return .mismatch(mismatch)
    }
    guard let scaled = number.timesTen(to: power) else { return .mismatch(.numberTooLarge) }
    var notes = notes
    switch suffix {
    case .none: break
    case .percent: notes.insert(power == 0 ? .unit : .percent)
    case .unit(let unit):
      if power == 4 { notes.insert(.tenThousands) }
      if power != 4, power != 0 { notes.insert(.power) }
      if !unit.label.isEmpty || power == 0 { notes.insert(.unit) }
    }
    return .value(.number(scaled), notes)
  }

  private enum Parsed {
    case success(NumberCell)
    case failure(CellMismatch)
  }

  private static func parsed(_ cell: CellText) -> Parsed {
    var notes: CellNotes = cell.wasFullWidth ? [.fullWidth] : []
    var scanner = CellScanner(cell.bytes)
    var plain: [UInt8] = []
    var isNegative = passSign(&scanner)
    if scanner.pass("¥") {
      notes.insert(.currency)
      scanner.passBlanks()
      if isNegative == nil { isNegative = passSign(&scanner) }
    }
    if isNegative == true { plain.append(UInt8(ascii: "-")) }
    let hasSeparators: Bool
    switch readDigits(&scanner, into: &plain) {
    case .plain: hasSeparators = false
    case .separated: hasSeparators = true
    case .misplaced: return .failure(.misplacedSeparators)
    case .none: return .failure(.notANumber)
    }
    var hasExponent = false
    if hasSeparators {
      notes.insert(.separators)
    } else {
      switch readExponent(&scanner, into: &plain) {
      case nil: return .failure(.notANumber)
      case .some(nil): break
      case .some(let exponent?):
        guard exponent <= mostExponent else { return .failure(.numberTooLarge) }
        hasExponent = true
      }
    }
    scanner.passBlanks()
    guard let number = plain.withUnsafeBufferPointer({ Number(utf8: $0) }) else {
      return .failure(.numberTooLarge)
    }
    guard !scanner.isAtEnd else { return .success(NumberCell(number: number, notes: notes)) }
    // `1E5%` is written by nobody.
    guard !hasExponent, let suffix = suffix(scanner.rest) else { return .failure(.notANumber) }
    return .success(NumberCell(number: number, notes: notes, suffix: suffix))
  }

  /// What spreadsheets write; beyond it a number is a slip of the pen.
  private static let mostExponent = 308

  private init(number: Number, notes: CellNotes, suffix: CellScale.Suffix = .none) {
    self.number = number
    self.notes = notes
    self.suffix = suffix
  }

  private static func passSign(_ scanner: inout CellScanner) -> Bool? {
    scanner.pass("-") ? true : scanner.pass("+") ? false : nil
  }

  private enum Digits { case plain, separated, misplaced, none }

  private static func readDigits(_ scanner: inout CellScanner, into plain: inout [UInt8]) -> Digits
  {
    var group = scanner.digits()
    var digits = Digits.plain
    plain += group
    while scanner.pass(",") {
      let isFirstTooLong = digits == .plain && group.count > 3
      let hasFirst = !group.isEmpty
      group = scanner.digits()
      guard hasFirst, !isFirstTooLong, group.count == 3 else { return .misplaced }
      plain += group
      digits = .separated
    }
    let hasInteger = !plain.isEmpty && plain != [UInt8(ascii: "-")]
    if scanner.pass(".") {
      let fraction = scanner.digits()
      guard !fraction.isEmpty else { return .none }
      plain.append(UInt8(ascii: "."))
      plain += fraction
      return digits
    }
    return hasInteger ? digits : .none
  }

  /// - Returns: the size of the exponent, an inner `nil` where none is written, an outer one where it has no digits.
  private static func readExponent(
    _ scanner: inout CellScanner, into plain: inout [UInt8]
  ) -> Int?? {
    guard scanner.pass("E") || scanner.pass("e") else { return .some(nil) }
    plain.append(UInt8(ascii: "E"))
    if passSign(&scanner) == true { plain.append(UInt8(ascii: "-")) }
    let digits = scanner.digits()
    guard !digits.isEmpty else { return nil }
    plain += digits
    return digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1 << 32) }
  }

  /// - Returns: `nil` where it is neither a sign nor a word.
  private static func suffix(_ rest: ArraySlice<UInt8>) -> CellScale.Suffix? {
    if rest.elementsEqual("%".utf8) { return .percent }
    let text = String(decoding: rest, as: UTF8.self)
    guard text.count <= 12, let first = text.unicodeScalars.first, isUnitLetter(first),
      text.unicodeScalars.allSatisfy({
        isUnitLetter($0) || "0123456789/ ²³".unicodeScalars.contains($0)
      })
    else { return nil }
    let unit = CellUnit(text)
    return unit.isPercent ? .percent : .unit(unit)
  }

  private static func isUnitLetter(_ scalar: Unicode.Scalar) -> Bool {
    // ㎡ and its like are symbols.
    scalar.properties.isAlphabetic || (0x3380...0x33DF).contains(scalar.value)
  }
}

extension Number {
  /// - Returns: `nil` where it is too large.
  fileprivate func timesTen(to power: Int) -> Number? {
    // By an integer, so that 450000 is written as such.
    if power == 0 { return self }
    guard power > 0 else { return multiplied(by: Number(scaled: 1, exponent: power)) }
    return multiplied(by: Number((0..<power).reduce(1) { factor, _ in factor * 10 }))
  }
}
