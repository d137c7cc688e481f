/// A sum of a few numbers without rounding, in 256 bits.
///
/// Gives what `ExactSum` gives, or nothing: numbers whose exponents lie 38 apart or more are left to it.
struct WideSum {
  /// The least exponent of any number that is added.
  private let exponent: Int
  private var low: UInt128 = 0
  /// The upper half, in two's complement.
  private var high: UInt128 = 0
  private var isLost = false

  init(exponent: Int) {
    self.exponent = exponent
  }

  // 10^34 x 10^38 a term: sums of thousands of them stay far from 2^255.
  mutating func add(_ number: Number) {
    guard number.coefficient != 0 else { return }
    let distance = Int(number.exponent) - exponent
    guard distance > 0 else { return add(0, number.coefficient, number.isNegative) }
    guard distance <= PowerOfTen.greatest else {
      isLost = true
      return
    }
    let (high, low) = number.coefficient.multipliedFullWidth(by: PowerOfTen[distance])
    add(high, low, number.isNegative)
  }

  private mutating func add(_ high: UInt128, _ low: UInt128, _ isNegative: Bool) {
    if isNegative {
      let (difference, borrow) = self.low.subtractingReportingOverflow(low)
      self.low = difference
      self.high = self.high &- high &- (borrow ? 1 : 0)
    } else {
      let (sum, carry) = self.low.addingReportingOverflow(low)
      self.low = sum
      self.high = self.high &+ high &+ (carry ? 1 : 0)
    }
  }

  private var magnitude: (isNegative: Bool, high: UInt128, low: UInt128) {
    guard high >> 127 == 1 else { return (false, high, low) }
    let flipped = ~low &+ 1
    return (true, ~high &+ (flipped == 0 ? 1 : 0), flipped)
  }

  /// The sum, rounded once; `nil` where it is lost, or too large.
  var rounded: Number? {
    if isLost { return nil }
    let (isNegative, high, low) = magnitude
    if high == 0 { return .nearest(low, exponent: exponent, isNegative: isNegative) }
    // 2^(bits - 1) has this many digits or one more; 35 or 36 of them are kept.
    let bits = 256 - high.leadingZeroBitCount
    let cut = ((bits - 1) * 1233) >> 12 - 34
    guard cut > 0, cut <= PowerOfTen.greatest else { return nil }
    var words = WideWord(high: high, low: low)
    var isMore = words.divide(by: PowerOfTen.small[min(cut, 19)]) != 0
    if cut > 19, words.divide(by: PowerOfTen.small[cut - 19]) != 0 { isMore = true }
    guard let quotient = words.whole else { return nil }
    return .nearest(
      quotient, exponent: exponent + cut, isNegative: isNegative, isMore: isMore)
  }
}
