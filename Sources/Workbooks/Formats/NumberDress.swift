/// What a section of a format code writes around the digits of a number, and how far it moves the point.
///
///     0"元"            20000 is shown as 20000元
///     0!.0,"万元"      20000 is shown as 2.0万元: the number that is shown is counted by the words
///     0.0,             20000 is shown as 20.0: nobody knows which of them is meant
///     _ * #,##0.00_    nothing: blanks, signs, brackets and arrows say nothing of a number
///
/// - Source: ECMA-376 Part 1, 18.8.31; `!` keeps the letter behind it as `\` does.
struct NumberDress: Sendable {
  let isPercent: Bool
  private let prefix: [UInt8]
  private let suffix: [UInt8]
  /// What is shown is the number through ten to this power.
  private let power: Int
  /// How many digits stand before the point at least.
  private let places: Int
  /// Without digits the words are all that is shown.
  private let hasDigits: Bool
  /// Digits of the words stand beside those of the number.
  private let isRunTogether: Bool
  private let isCountedOtherwise: Bool

  /// - Returns: `nil` where the number is all that is shown.
  init?(_ section: [UInt8]) {
    let layout = FormatLayout(section)
    guard !layout.holdsText else { return nil }
    let (inner, behind) = (Self.words(in: layout.between), Self.words(in: layout.behind))
    prefix = Self.words(in: layout.before)
    // No unit is parted by digits.
    suffix = inner.isEmpty ? behind : inner + Array("…".utf8) + behind
    (isPercent, hasDigits, power) = (layout.isPercent, layout.hasDigits, layout.power)
    guard power > 0 || !prefix.isEmpty || !suffix.isEmpty else { return nil }
    places = power == 0 && !isPercent && !prefix.isEmpty ? layout.places : 0
    isRunTogether =
      prefix.last.map(Self.isOfNumber) ?? false || suffix.first.map(Self.isOfNumber) ?? false
    isCountedOtherwise = power != 0 && Self.power(of: suffix) != power
  }

  /// Appends what is shown of a number; where another may be meant, a separator and that.
  func write(_ number: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    guard hasDigits else {
      text += prefix
      return
    }
    let (shown, exact) = SheetNumber.read(number, isPercent: isPercent)
    text += dressed(moved(shown))
    if isRunTogether {
      text += [WordedNumber.separator] + shown
    } else if isCountedOtherwise {
      text += [WordedNumber.separator] + dressed(shown)
    } else if let exact {
      text += [WordedNumber.separator] + dressed(moved(exact))
    }
  }

  private func dressed(_ number: [UInt8]) -> [UInt8] { prefix + padded(number) + suffix }

  /// `"SW"0000` shows 5 as SW0005.
  private func padded(_ number: [UInt8]) -> [UInt8] {
    let whole = number.prefix { $0 != UInt8(ascii: ".") }
    let sign = whole.first == UInt8(ascii: "-") ? 1 : 0
    let lacking = places - (whole.count - sign)
    guard lacking > 0 else { return number }
    return number.prefix(sign) + Array(repeating: UInt8(ascii: "0"), count: lacking)
      + number.dropFirst(sign)
  }

  /// A plain number through ten to the power; one that is written with a power of its own can be none.
  private func moved(_ number: [UInt8]) -> [UInt8] {
    guard power > 0 else { return number }
    guard !number.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      return number + [UInt8(ascii: "?")]
    }
    let isShare = number.last == UInt8(ascii: "%")
    let sign = number.prefix(number.first == UInt8(ascii: "-") ? 1 : 0)
    let plain = number.dropFirst(sign.count).dropLast(isShare ? 1 : 0)
    let whole = plain.prefix { $0 != UInt8(ascii: ".") }
    let zeros = Array(repeating: UInt8(ascii: "0"), count: max(0, power + 1 - whole.count))
    let digits = zeros + whole + plain.dropFirst(whole.count + 1)
    let point = zeros.count + whole.count - power
    var fraction = digits[point...]
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    let head = sign + digits[..<point]
    return (fraction.isEmpty ? Array(head) : head + [UInt8(ascii: ".")] + fraction)
      + (isShare ? [UInt8(ascii: "%")] : [])
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ",")
  }

  /// Letters that say of what or how many the number is; signs, brackets and arrows around it do not.
  private static func words(in literal: [UInt8]) -> [UInt8] {
    let scalars = Substring(String(decoding: literal, as: UTF8.self)).unicodeScalars
    guard scalars.contains(where: isWord) else { return [] }
    let marks = " \t\u{A0}\u{3000}()（）+-−".unicodeScalars
    guard let first = scalars.firstIndex(where: { !marks.contains($0) }),
      let last = scalars.lastIndex(where: { !marks.contains($0) })
    else { return [] }
    return Array(String(scalars[first...last]).utf8)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    if scalar.properties.generalCategory == .currencySymbol { return true }
    // Per cent and per mille, degrees, and the signs of units.
    return "%‰°％".unicodeScalars.contains(scalar) || (0x2100...0x214F).contains(scalar.value)
      || (0x3380...0x33DF).contains(scalar.value)
  }

  private static let powers: [(StaticString, Int)] = [
    ("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3),
  ]

  /// By which power of ten words count.
  private static func power(of words: [UInt8]) -> Int {
    let text = String(decoding: words, as: UTF8.self)
    return powers.first { text.hasPrefix($0.0.description) }?.1 ?? 0
  }
}

/// A number with the words that its format writes around it, and the other number that may be meant.
package enum WordedNumber {
  /// Nobody can type it into a format.
  static let separator: UInt8 = 0x1F

  package static func parts(
    _ written: UnsafeBufferPointer<UInt8>
  ) -> (shown: [UInt8], other: [UInt8]?) {
    guard let end = written.firstIndex(of: separator) else { return (Array(written), nil) }
    return (Array(written[..<end]), Array(written[(end + 1)...]))
  }
}
