/// A number of 256 bits, in words of 64.
struct WideWord {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The first word is the last of the number.
  init(_ number: UInt128) {
    words = (UInt64(truncatingIfNeeded: number), UInt64(truncatingIfNeeded: number >> 64), 0, 0)
  }

  init(high: UInt128, low: UInt128) {
    words = (
      UInt64(truncatingIfNeeded: low), UInt64(truncatingIfNeeded: low >> 64),
      UInt64(truncatingIfNeeded: high), UInt64(truncatingIfNeeded: high >> 64)
    )
  }

  /// The number, where 128 bits hold it.
  var whole: UInt128? {
    words.2 == 0 && words.3 == 0 ? UInt128(words.1) << 64 | UInt128(words.0) : nil
  }

  /// Multiplies in place; the product must have 256 bits at most.
  mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    func next(_ word: UInt64) -> UInt64 {
      let (high, low) = word.multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      carry = high &+ (overflow ? 1 : 0)
      return sum
    }
    words.0 = next(words.0)
    words.1 = next(words.1)
    words.2 = next(words.2)
    words.3 = next(words.3)
  }

  /// Divides in place, rounded down.
  ///
  /// - Returns: the remainder.
  mutating func divide(by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    func next(_ word: UInt64) -> UInt64 {
      if remainder == 0, word < divisor {
        remainder = word
        return 0
      }
      let division = divisor.dividingFullWidth((remainder, word))
      remainder = division.remainder
      return division.quotient
    }
    words.3 = next(words.3)
    words.2 = next(words.2)
    words.1 = next(words.1)
    words.0 = next(words.0)
    return remainder
  }
}
