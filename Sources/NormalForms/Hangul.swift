/// The syllables of Korean, which are counted and not listed.
///
/// - Source: The Unicode Standard, section 3.12.
enum Hangul {
  private static let (syllables, leads, vowels, trails): (UInt32, UInt32, UInt32, UInt32) = (
    0xAC00, 0x1100, 0x1161, 0x11A7
  )
  private static let (leadCount, vowelCount, trailCount): (UInt32, UInt32, UInt32) = (19, 21, 28)
  private static let count = leadCount * vowelCount * trailCount

  /// - Returns: `nil` where it is no syllable.
  static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard scalar.value >= syllables, scalar.value < syllables + count else { return nil }
    let number = scalar.value - syllables
    let trail = number % trailCount
    let letters = [
      leads + number / (vowelCount * trailCount),
      vowels + number / trailCount % vowelCount,
    ]
    return (trail == 0 ? letters : letters + [trails + trail]).compactMap(Unicode.Scalar.init)
  }

  /// The syllable of a lead and a vowel, or of both and a trail; `nil` where there is none.
  static func syllable(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if (leads..<leads + leadCount).contains(first.value),
      (vowels..<vowels + vowelCount).contains(second.value)
    {
      let number = (first.value - leads) * vowelCount + second.value - vowels
      return Unicode.Scalar(syllables + number * trailCount)
    }
    guard (syllables..<syllables + count).contains(first.value),
      (first.value - syllables) % trailCount == 0,
      (trails + 1..<trails + trailCount).contains(second.value)
    else { return nil }
    return Unicode.Scalar(first.value + second.value - trails)
  }
}
