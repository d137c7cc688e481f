extension Number: CustomStringConvertible {
  /// From this many digits before the point, or zeros after it, the exponent is written.
  private static let plainLimit = 100

  /// The number as FEEL writes it: `12`, `-0.5`; no zeros at the end of a fraction.
  package var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Appends the number as FEEL writes it.
  package func write(to text: inout String) {
    let reduced = self.reduced
    let digits = Digits(reduced.coefficient)
    let point = digits.count + Int(reduced.exponent)
    guard abs(point) <= Self.plainLimit else {
      reduced.writeScientifically(digits, to: &text)
      return
    }
    reduced.write(digits, decimals: max(0, -Int(reduced.exponent)), to: &text)
  }

  /// The number with exactly this many decimals; a number that has more of them is rounded half to even.
  ///
  ///     Number("70.5")!.formatted(decimals: 4)   // 70.5000
  package func formatted(decimals: Int) -> String {
    let decimals = min(max(0, decimals), -Self.leastExponent)
    let rounded = (self.rounded(toScale: decimals, .halfEven) ?? self).reduced
    var text = ""
    rounded.write(Digits(rounded.coefficient), decimals: decimals, to: &text)
    return text
  }

  private func writeScientifically(_ digits: Digits, to text: inout String) {
    let point = digits.count + Int(exponent)
    // At the greatest exponent the shortest coefficient still ends in zeros.
    var last = digits.count - 1
    while last > 0, digits[last] == UInt8(ascii: "0") { last -= 1 }
    if isNegative { text += "-" }
    for index in 0...last {
      if index == 1 { text += "." }
      text.unicodeScalars.append(Unicode.Scalar(digits[index]))
    }
    text += point > 0 ? "E+\(point - 1)" : "E\(point - 1)"
  }

  // Written into the text's own bytes: columns of numbers are printed by the million, and appending
  // character by character takes ten times as long.
  private func write(_ digits: Digits, decimals: Int, to text: inout String) {
    let point = digits.count + Int(exponent)
    let whole = max(1, point)
    let length = (isNegative ? 1 : 0) + whole + (decimals > 0 ? decimals + 1 : 0)
    text += String(unsafeUninitializedCapacity: length) { buffer in
      var end = 0
      if isNegative {
        buffer[end] = UInt8(ascii: "-")
        end += 1
      }
      for place in (point - whole)..<(point + decimals) {
        if place == point {
          buffer[end] = UInt8(ascii: ".")
          end += 1
        }
        let isDigit = place >= 0 && place < digits.count
        buffer[end] = isDigit ? digits[place] : UInt8(ascii: "0")
        end += 1
      }
      return end
    }
  }
}

/// The decimal digits of a coefficient as ASCII, first digit first; zero has one.
private struct Digits {
  let count: Int
  /// Nineteen digits in each, the last first, one digit to four bits.
  private let high: UInt128
  private let low: UInt128

  init(_ coefficient: UInt128) {
    count = max(1, coefficient.decimalDigitCount)
    if let small = UInt64(exactly: coefficient), count <= 19 {
      (high, low) = (0, Self.packed(small))
    } else {
      let (first, last) = coefficient.quotientAndRemainder(
        dividingBy: UInt128(PowerOfTen.small[19]))
      (high, low) = (
        Self.packed(UInt64(truncatingIfNeeded: first)),
        Self.packed(UInt64(truncatingIfNeeded: last))
      )
    }
  }

  private static func packed(_ number: UInt64) -> UInt128 {
    var (rest, digits, shift) = (number, UInt128(0), UInt128(0))
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits |= UInt128(digit) << shift
      (rest, shift) = (quotient, shift + 4)
    }
    return digits
  }

  subscript(_ index: Int) -> UInt8 {
    let place = count - 1 - index
    let digits = place < 19 ? low >> UInt128(4 * place) : high >> UInt128(4 * (place - 19))
    return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits & 15)
  }
}
