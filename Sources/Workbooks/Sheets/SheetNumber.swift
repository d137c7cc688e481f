/// A number of a sheet as a table of evidence writes it: plain, and with the fifteen digits that a spreadsheet holds.
///
/// What was typed as 1.1 often stands in the file as 1.1000000000000001, because it went through a binary fraction.
///
///     SheetNumber.plain("1.1000000000000001", isPercent: false)   // 1.1
///     SheetNumber.plain("0.85", isPercent: true)                  // 85%
///     SheetNumber.plain("1E-3", isPercent: false)                 // 0.001
package enum SheetNumber {
  private static let mostDigits = 15
  /// A number that would take more places than this stays as it is written.
  private static let longest = 60

  package static func plain(_ written: UnsafeBufferPointer<UInt8>, isPercent: Bool) -> [UInt8] {
    guard isPercent || written.count > mostDigits || written.contains(where: { $0 | 0x20 == 0x65 })
    else { return Array(written) }
    guard var number = Decimal(written) else { return Array(written) }
    number.round(to: mostDigits)
    if isPercent { number.exponent += 2 }
    guard let plain = number.plain(longest: longest) else { return Array(written) }
    return isPercent ? plain + [UInt8(ascii: "%")] : plain
  }

  /// ± digits x 10^exponent.
  private struct Decimal {
    var isNegative = false
    /// Without zeros before them.
    var digits: [UInt8] = []
    var exponent = 0

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
