import Values

/// Numbers as tables of accounts write them: `1,200.50`, `￥45万`, `85%`.
enum NumberCell {
  static func read(_ cell: CellText) -> CellReading {
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
    case .misplaced: return .mismatch(.misplacedSeparators)
    case .none: return .mismatch(.notANumber)
    }
    if hasSeparators {
      notes.insert(.separators)
    } else if !readExponent(&scanner, into: &plain) {
      return .mismatch(.notANumber)
    }
    scanner.passBlanks()
    let factor = readSuffix(&scanner, into: &notes)
    guard scanner.isAtEnd else { return .mismatch(.notANumber) }
    guard let number = plain.withUnsafeBufferPointer({ Number(utf8: $0) }),
      let scaled = factor.map(number.multiplied) ?? number
    else { return .mismatch(.numberTooLarge) }
    return .value(.number(scaled), notes)
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

  /// - Returns: `false` where an exponent is begun and has no digits.
  private static func readExponent(
    _ scanner: inout CellScanner, into plain: inout [UInt8]
  ) -> Bool {
    guard scanner.pass("E") || scanner.pass("e") else { return true }
    plain.append(UInt8(ascii: "E"))
    if passSign(&scanner) == true { plain.append(UInt8(ascii: "-")) }
    let digits = scanner.digits()
    plain += digits
    return !digits.isEmpty
  }

  private static func readSuffix(_ scanner: inout CellScanner, into notes: inout CellNotes)
    -> Number?
  {
    if scanner.pass("%") {
      notes.insert(.percent)
      return Number("0.01")
    }
    if scanner.pass("万") {
      notes.insert(.tenThousands)
      return 10_000
    }
    return nil
  }
}
