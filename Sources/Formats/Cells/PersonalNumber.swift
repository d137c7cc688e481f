/// A number that names a person or an account: it belongs into no column that reports may show.
///
/// Only what is well formed is found, so that hours, amounts and codes of stations are none.
package enum PersonalNumber: Sendable, Hashable, CaseIterable {
  case identity, mobile, bankCard

  /// In bytes; nothing shorter holds one.
  package static let shortest = 11

  /// The first one in a text that stands by itself, without further digits beside it.
  package init?(in text: String) {
    self.init(in: Array(text.utf8))
  }

  private init?(in bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      guard Self.isDigit(bytes[start]) else {
        start += 1
        continue
      }
      var digits: [UInt8] = []
      var end = start
      var last = start
      // Written in groups: `138 0000 0000`, `6222-0000-…`.
      while end < bytes.count {
        if Self.isDigit(bytes[end]) {
          digits.append(bytes[end] & 0x0F)
          last = end
        } else if !(bytes[end] == 0x20 || bytes[end] == 0x2D) || end - last > 1 {
          break
        }
        end += 1
      }
      let isX = last + 1 < bytes.count && bytes[last + 1] & 0xDF == 0x58
      if let found = Self(digits, endsWithX: isX) {
        self = found
        return
      }
      start = max(end, start + 1)
    }
    return nil
  }

  private init?(_ digits: [UInt8], endsWithX: Bool) {
    if Self.isIdentity(digits, endsWithX: endsWithX) {
      self = .identity
    } else if Self.isMobile(digits) {
      self = .mobile
    } else if (16...19).contains(digits.count), digits[0] > 0, Self.hasLuhn(digits) {
      self = .bankCard
    } else {
      return nil
    }
  }

  /// - Source: GB 11643-1999: 17 digits and a check digit modulo 11, with the day of birth in the seventh to fourteenth.
  private static func isIdentity(_ digits: [UInt8], endsWithX: Bool) -> Bool {
    guard digits.count == (endsWithX ? 17 : 18) else { return false }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    guard (1...9).contains(digits[0]), [1, 2].contains(digits[6]), (1...12).contains(month),
      (1...31).contains(day)
    else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    let check = (12 - sum % 11) % 11
    return endsWithX ? check == 10 : Int(digits[17]) == check
  }

  /// With or without `86` before it.
  private static func isMobile(_ digits: [UInt8]) -> Bool {
    let own = digits.count == 13 && digits.starts(with: [8, 6]) ? digits.dropFirst(2) : digits[...]
    guard own.count == 11, let first = own.first, first == 1 else { return false }
    return (3...9).contains(own[own.startIndex + 1])
  }

  /// - Source: ISO/IEC 7812-1, annex B.
  private static func hasLuhn(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, entry in
      let doubled = Int(entry.element) * (entry.offset % 2 == 1 ? 2 : 1)
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
