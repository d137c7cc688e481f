/// In what texts may differ without being seen to.
struct TextSigns {
  private enum Sign {
    static let upper: UInt8 = 1
    static let lower: UInt8 = 2
    /// Blanks, and letters beside plain ones and common Chinese ones.
    static let other: UInt8 = 4
  }

  private var signs: UInt8 = 0

  var hasUpper: Bool { signs & Sign.upper != 0 }
  var hasLower: Bool { signs & Sign.lower != 0 }
  var hasOther: Bool { signs & Sign.other != 0 }
  var mayDiffer: Bool { hasOther || hasUpper && hasLower }

  mutating func look(at bytes: UnsafeBufferPointer<UInt8>) {
    Self.byByte.withUnsafeBufferPointer { byByte in
      for byte in bytes { signs |= byByte[Int(byte)] }
    }
  }

  /// The letters of a short text that is its own identity.
  mutating func look(at identity: Int64) {
    guard let (bits, count) = TextIdentities.letters(of: identity) else { return }
    for place in 0..<count { signs |= Self.byByte[Int(bits >> UInt64(place * 7) & 0x7F)] }
  }

  mutating func join(_ other: TextSigns) { signs |= other.signs }

  private static let byByte: [UInt8] = (0...UInt8.max).map { byte in
    switch byte {
    case 0x41...0x5A: Sign.upper
    case 0x61...0x7A: Sign.lower
    // What follows in a letter of several bytes, and the beginnings of U+4000 to U+9FFF.
    case 0x21...0x7E, 0x80...0xBF, 0xE4...0xE9: 0
    default: Sign.other
    }
  }
}

/// The same of short texts that are their own identities, all letters of one at once; says yes too often, never too rarely.
struct SignsAtAGlance {
  private var upper: UInt64
  private var lower: UInt64
  private var other: UInt64

  // Of each seven bits the first, the last, and the first five.
  private static let ones: UInt64 = 0x02_0408_1020_4081
  private static let highest: UInt64 = 0x81_0204_0810_2040
  private static let lowest: UInt64 = 0x3E_7CF9_F3E7_CF9F

  /// - Parameter signs: of the texts that are not looked at here.
  init(_ signs: TextSigns) {
    upper = signs.hasUpper ? 1 : 0
    lower = signs.hasLower ? 1 : 0
    other = signs.hasOther ? 1 : 0
  }

  var mayDiffer: Bool { other != 0 || upper != 0 && lower != 0 }

  @inline(__always)
  mutating func look(at identity: Int64) {
    guard let (bits, count) = TextIdentities.letters(of: identity) else { return }
    // By letter, in its highest bit: 0x40 to 0x5F, 0x60 to 0x7F; below 0x20, blanks and the last of all.
    let (sixth, fifth) = (bits, bits << 1)
    let used = Self.highest & (1 << UInt64(count * 7) &- 1)
    let rest = bits & Self.lowest
    let isZero = ~((rest &+ Self.lowest) << 1)
    let isFull = (rest &+ Self.ones) << 1
    upper |= sixth & ~fifth & used
    lower |= sixth & fifth & used
    other |= (~sixth & ~fifth | ~sixth & fifth & isZero | sixth & fifth & isFull) & used
  }
}
