extension Number {
  /// The sum, exact inside and rounded once; zero for no numbers, `nil` where it is too large.
  package static func sum(_ numbers: some Sequence<Number>) -> Number? {
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    return sum.rounded
  }

  /// The arithmetic mean, exact inside and rounded once; `nil` for no numbers.
  package static func mean(_ numbers: some Sequence<Number>) -> Number? {
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    return sum.divided(by: sum.count)
  }

  /// A product that has grown to this many limbs is cut to half of them: 2,400 digits, where 34 are asked for.
  private static let productLimbs = 256

  /// The product, exact inside to 2,400 digits and rounded once; one for no numbers.
  ///
  /// - Returns: `nil` where it is too large.
  package static func product(_ numbers: some Sequence<Number>) -> Number? {
    var (total, exponent) = (BigNatural(1), 0)
    var (isNegative, isMore) = (false, false)
    for number in numbers {
      guard !number.isZero else { return .zero }
      let number = number.reduced
      total = total * BigNatural(number.coefficient)
      exponent += Int(number.exponent)
      isNegative = isNegative != number.isNegative
      if total.limbs.count > productLimbs {
        let cut = total.decimalDigitCount - 19 * productLimbs / 2
        let (kept, rest) = total.quotientAndRemainder(dividingBy: .powerOfTen(cut))
        (total, exponent) = (kept, exponent + cut)
        isMore = isMore || !rest.isZero
      }
    }
    return .nearest(total, exponent: exponent, isNegative: isNegative, isMore: isMore)
  }

  /// The standard deviation of a sample (divided by count - 1), exact inside and rounded once.
  ///
  /// - Returns: `nil` for fewer than two numbers.
  package static func standardDeviation(_ numbers: some Sequence<Number>) -> Number? {
    var sum = ExactSum()
    var squares = ExactSumOfSquares()
    for number in numbers {
      sum.add(number)
      squares.add(number)
    }
    guard sum.count > 1 else { return nil }
    // The variance is (n x sum of squares - square of the sum) / (n (n - 1)).
    let count = UInt128(sum.count)
    let (total, exponent) = sum.exact
    let (square, squareExponent) = squares.exact
    let common = min(2 * exponent, squareExponent)
    let first = BigNatural(count) * square * .powerOfTen(squareExponent - common)
    let second = total.magnitude * total.magnitude * .powerOfTen(2 * exponent - common)
    return .squareRoot(
      of: first - second, over: BigNatural(count * (count - 1)), exponent: common)
  }

  /// The middle number, or the mean of the two middle ones; `nil` for no numbers.
  package static func median(_ numbers: some Sequence<Number>) -> Number? {
    let ordered = numbers.sorted()
    guard !ordered.isEmpty else { return nil }
    let middle = ordered.count / 2
    return ordered.count % 2 == 1 ? ordered[middle] : mean(ordered[(middle - 1)...middle])
  }

  /// The number nearest to numerator / denominator x 10^exponent.
  ///
  /// - Returns: `nil` where the denominator is zero or the quotient too large.
  static func nearest(
    _ numerator: BigNatural, over denominator: BigNatural, exponent: Int, isNegative: Bool
  ) -> Number? {
    guard !denominator.isZero else { return nil }
    guard !numerator.isZero else { return .zero }
    let exact = numerator.quotientAndRemainder(dividingBy: denominator)
    if exact.remainder.isZero {
      return nearest(exact.quotient, exponent: exponent, isNegative: isNegative)
    }
    let widen = max(0, 36 + denominator.decimalDigitCount - numerator.decimalDigitCount)
    let (quotient, remainder) = (numerator * .powerOfTen(widen))
      .quotientAndRemainder(dividingBy: denominator)
    return nearest(
      quotient, exponent: exponent - widen, isNegative: isNegative, isMore: !remainder.isZero
    )?.reduced
  }
}
