/// What kinds of bytes a block holds, which decides how it is read.
struct BlockSurvey {
  let hasQuotes: Bool
  let hasHighBytes: Bool
  /// Every line end is CR LF.
  let endsInPairs: Bool
  /// No carriage return, or only those of `endsInPairs`.
  let hasPlainLineEnds: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else {
      (hasQuotes, hasHighBytes, endsInPairs, hasPlainLineEnds) = (false, false, false, true)
      return
    }
    let raw = UnsafeRawPointer(base)
    let quote = SIMD16<UInt8>(repeating: 0x22)
    let carriage = SIMD16<UInt8>(repeating: 0x0D)
    var quotes = SIMDMask<SIMD16<Int8>>(repeating: false)
    var carriages = quotes
    var high = SIMD16<UInt8>(repeating: 0)
    var at = 0
    while at + 16 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
      quotes = quotes .| (word .== quote)
      carriages = carriages .| (word .== carriage)
      high |= word
      at += 16
    }
    var (seesQuote, seesCarriage) = (any(quotes), any(carriages))
    var allBits = (0..<16).reduce(UInt8(0)) { $0 | high[$1] }
    for byte in bytes[at...] {
      if byte == 0x22 { seesQuote = true }
      if byte == 0x0D { seesCarriage = true }
      allBits |= byte
    }
    hasQuotes = seesQuote
    hasHighBytes = allBits >= 0x80
    endsInPairs = seesCarriage && Self.endsInPairs(bytes)
    hasPlainLineEnds = !seesCarriage || endsInPairs
  }

  private static func endsInPairs(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (carriages, feeds, pairs) = (0, 0, 0)
    var before: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D { carriages += 1 }
      if byte == 0x0A {
        feeds += 1
        if before == 0x0D { pairs += 1 }
      }
      before = byte
    }
    return carriages == pairs && feeds == pairs
  }
}
