import Values

/// A number of a sheet as a table of evidence writes it: plain, and with the fifteen digits that a spreadsheet holds.
///
/// What was typed as 1.1 often stands in the file as 1.1000000000000001, because it went through a binary fraction: those are
/// the digits of the fraction that stands for 1.1, and 1.1 is meant. A number that is near a short one and is not written like
/// its fraction, as sums of fractions are, may be either.
///
///     SheetNumber.read("1.1000000000000001", isPercent: false)    // 1.1
///     SheetNumber.read("0.85", isPercent: true)                   // 85%
///     SheetNumber.read("1E-3", isPercent: false)                  // 0.001
///     SheetNumber.read("0.30000000000000004", isPercent: false)   // 0.30000000000000004, and 0.3 is shown
package enum SheetNumber {
  private static let mostDigits = 15
  /// Nobody asks for a line of more digits than these, so nobody asks on which side of it such a number is.
  private static let mostDigitsOfLines = 12
  /// A number that would take more places than this stays as it is written.
  private static let longest = 60

  /// Whether a number is written in a table as it stands in the sheet: few digits, and no powers.
  @inline(__always)
  package static func isAsWritten(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    guard written.count <= mostDigits else { return false }
    var hasPower = false
    for byte in written { hasPower = hasPower || byte | 0x20 == UInt8(ascii: "e") }
    return !hasPower
  }

  /// Appends a share of few digits as per cents: `0.0031` as `0.31%`.
  ///
  /// - Returns: whether it could; what is longer, or written with a power, is read digit by digit.
  package static func writePercent(
    _ written: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
  ) -> Bool {
    guard written.count <= mostDigits else { return false }
    var (coefficient, exponent) = (0, 2)
    var isFraction = false
    let isNegative = written.first == UInt8(ascii: "-")
    for byte in written.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return false }
      coefficient = coefficient * 10 + Int(digit)
      if isFraction { exponent -= 1 }
    }
    while exponent < 0, coefficient % 10 == 0 {
      (coefficient, exponent) = (coefficient / 10, exponent + 1)
    }
    while exponent > 0 { (coefficient, exponent) = (coefficient * 10, exponent - 1) }
    if isNegative, coefficient > 0 { text.append(UInt8(ascii: "-")) }
    var unit = 1
    for _ in 0..<(-exponent) { unit *= 10 }
    while coefficient / unit >= 10 { unit *= 10 }
    var places = -exponent
    var size = 1
    for _ in 0..<places { size *= 10 }
    while unit > 0 {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: coefficient / unit % 10))
      if unit == size, places > 0 {
        text.append(UInt8(ascii: "."))
        places = 0
      }
      unit /= 10
    }
    text.append(UInt8(ascii: "%"))
    return true
  }

  /// - Returns: what the spreadsheet shows, and what the file says where that may be another number.
  package static func read(
    _ written: UnsafeBufferPointer<UInt8>, isPercent: Bool
  ) -> (shown: [UInt8], exact: [UInt8]?) {
    guard isPercent || written.count > mostDigits || written.contains(where: { $0 | 0x20 == 0x65 })
    else { return (Array(written), nil) }
    guard let exact = Decimal(written) else { return (Array(written), nil) }
    var number = exact
    number.round(to: mostDigits)
    guard let shown = number.text(isPercent: isPercent) else { return (Array(written), nil) }
    guard number.isRounded, number.significantCount <= mostDigitsOfLines,
      !exact.isWrittenLike(fractionOf: number)
    else { return (shown, nil) }
    return (shown, exact.text(isPercent: isPercent))
  }

  /// ± digits x 10^exponent.
  private struct Decimal {
    var isNegative = false
    /// Without zeros before them.
    var digits: [UInt8] = []
    var exponent = 0
    /// Rounding has changed it.
    private(set) var isRounded = false

    init?(_ written: UnsafeBufferPointer<UInt8>) {
      guard NumberText.isNumber(written) else { return nil }
      var isFraction = false
      var rest = written[...]
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "-"): isNegative = true
        case UInt8(ascii: "+"): break
        case UInt8(ascii: "."): isFraction = true
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
          guard let power = Int(String(decoding: rest, as: UTF8.self)), abs(power) < 1_000_000
          else { return nil }
          exponent += power
          rest = rest[rest.endIndex...]
        default:
          if isFraction { exponent -= 1 }
          if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte) }
        }
      }
    }

    /// Half up.
    mutating func round(to count: Int) {
      guard digits.count > count else { return }
      isRounded = digits[count...].contains { $0 != UInt8(ascii: "0") }
      let raises = digits[count] >= UInt8(ascii: "5")
      exponent += digits.count - count
      digits.removeLast(digits.count - count)
      guard raises else { return }
      var index = count - 1
      while index >= 0, digits[index] == UInt8(ascii: "9") {
        digits[index] = UInt8(ascii: "0")
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(UInt8(ascii: "1"), at: 0) }
    }

    /// How many digits there are before those that are zero to the end.
    var significantCount: Int { (digits.lastIndex { $0 != UInt8(ascii: "0") } ?? -1) + 1 }

    /// Whether these are the digits, as many as they are, of the binary fraction that stands for another number.
    ///
    /// It only tells what a spreadsheet has written; no value goes through a fraction.
    func isWrittenLike(fractionOf short: Decimal) -> Bool {
      guard let text = short.plain(longest: SheetNumber.longest),
        let plain = self.plain(longest: SheetNumber.longest),
        let written = Number(utf8: plain, in: plain.indices),
        let fraction = Double(String(decoding: text, as: UTF8.self)), fraction.isNormal
      else { return false }
      let bits = fraction.significandBitPattern | 1 << 52
      var value: Number? = Number(Int(bits))
      var power = Int(fraction.exponent) - 52
      while power != 0, value != nil {
        let step = min(abs(power), 60)
        let factor = Number(1 << step)
        value = power < 0 ? value?.divided(by: factor) : value?.multiplied(by: factor)
        power += power < 0 ? step : -step
      }
      let places = max(0, -exponent)
      return value?.rounded(toScale: places, .halfEven) == written.magnitude
    }

    func text(isPercent: Bool) -> [UInt8]? {
      var number = self
      if isPercent { number.exponent += 2 }
      guard let plain = number.plain(longest: SheetNumber.longest) else { return nil }
      return isPercent ? plain + [UInt8(ascii: "%")] : plain
    }

    /// - Returns: `nil` where it would be longer.
    func plain(longest: Int) -> [UInt8]? {
      var (digits, exponent) = (digits, exponent)
      while exponent < 0, digits.last == UInt8(ascii: "0") {
        digits.removeLast()
        exponent += 1
      }
      guard !digits.isEmpty else { return [UInt8(ascii: "0")] }
      guard digits.count + abs(exponent) <= longest else { return nil }
      var plain: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
      let zero = UInt8(ascii: "0")
      if exponent >= 0 { return plain + digits + Array(repeating: zero, count: exponent) }
      let whole = digits.count + exponent
      plain += whole > 0 ? digits[..<whole] : [zero]
      plain.append(UInt8(ascii: "."))
      if whole < 0 { plain += Array(repeating: zero, count: -whole) }
      return plain + digits[max(0, whole)...]
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate mutating func popFirst() -> UInt8? { isEmpty ? nil : removeFirst() }
}
