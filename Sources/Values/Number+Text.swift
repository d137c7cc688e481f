extension Number {
  /// Reads a plain decimal such as `12`, `-0.5`, `.5` and `+1.5E-3`.
  ///
  /// Digits beyond the 34th are rounded, half to even.
  ///
  /// - Returns: `nil` where the text is not a number or the number is too large.
  package init?(_ text: some StringProtocol) {
    let read = text.utf8.withContiguousStorageIfAvailable { Number(utf8: $0) }
    guard let number = read ?? Array(text.utf8).withUnsafeBufferPointer({ Number(utf8: $0) })
    else { return nil }
    self = number
  }

  /// Reads a part of the bytes of a file without making a text of it.
  ///
  /// - Returns: `nil` where the bytes are not a number, or the range is not within the bytes.
  package init?(utf8 bytes: [UInt8], in range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    let read = bytes.withUnsafeBufferPointer { Number(utf8: .init(rebasing: $0[range])) }
    guard let read else { return nil }
    self = read
  }

  // A buffer and not a generic collection: cells of columns are read here by the million, and a generic
  // reader is not specialised across modules.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    if let short = Number(short: bytes) {
      self = short
      return
    }
    var scanner = NumberScanner(bytes)
    guard let number = scanner.scan() else { return nil }
    self = number
  }

  /// What most cells hold: up to 18 digits, perhaps a minus and a point.
  ///
  /// - Returns: `nil` for anything else, also if it is a number. Eight times as fast as the whole scanner.
  private init?(short bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, bytes.count <= 20 else { return nil }
    let start = first == UInt8(ascii: "-") ? 1 : 0
    var (digits, count, point) = (UInt64(0), 0, -1)
    for index in start..<bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        digits = digits &* 10 &+ UInt64(digit)
        count += 1
      } else {
        guard bytes[index] == UInt8(ascii: "."), point < 0 else { return nil }
        point = count
      }
    }
    guard count > 0, count <= 18, point < count else { return nil }
    self.init(
      unchecked: UInt128(digits), exponent: point < 0 ? 0 : point - count,
      isNegative: start == 1 && digits != 0)
  }
}

private struct NumberScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var coefficient: UInt128 = 0
  private var small: UInt64 = 0
  private var digitCount = 0
  private var significantCount = 0
  private var exponent = 0
  private var isMore = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func scan() -> Number? {
    let isNegative = scanSign()
    scanDigits(shifting: 0)
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      let before = digitCount
      scanDigits(shifting: -1)
      guard digitCount > before else { return nil }
    }
    guard digitCount > 0, scanExponent(), position == bytes.count else { return nil }
    return .nearest(
      significantCount <= 18 ? UInt128(small) : coefficient,
      exponent: exponent, isNegative: isNegative && (small != 0 || coefficient != 0),
      isMore: isMore)
  }

  private mutating func scanSign() -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "-"):
      position += 1
      return true
    case UInt8(ascii: "+"):
      position += 1
      return false
    default: return false
    }
  }

  /// Takes digits; each moves the point by `shift` where it is kept.
  private mutating func scanDigits(shifting shift: Int) {
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return }
      position += 1
      digitCount += 1
      if significantCount == 0, digit == 0 {
        exponent += shift
        continue
      }
      if significantCount < 18 {
        small = small * 10 + UInt64(digit)
        exponent += shift
      } else if significantCount < 36 {
        // Two digits more than are kept decide how they are rounded; the rest only says "more".
        if significantCount == 18 { coefficient = UInt128(small) }
        coefficient = coefficient * 10 + UInt128(digit)
        exponent += shift
      } else {
        if digit != 0 { isMore = true }
        exponent += shift + 1
      }
      significantCount += 1
    }
  }

  /// - Returns: false where an exponent is begun and has no digits.
  private mutating func scanExponent() -> Bool {
    guard position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") else { return true }
    position += 1
    let isNegative = scanSign()
    var (written, count) = (0, 0)
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      // An exponent of millions is as good as any greater one.
      written = min(written * 10 + Int(digit), 1_000_000_000_000)
      position += 1
      count += 1
    }
    exponent += isNegative ? -written : written
    return count > 0
  }
}
