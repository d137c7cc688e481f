import Diagnostics
import Values
import WorkbookWriting

/// Bounds of a number, where a `must be` is nothing else: `[0..100]`, `>= 0`, `(0..1]`.
struct WrittenBounds {
  let low: EntryRule.Bound?
  let high: EntryRule.Bound?

  /// - Returns: `nil` for any other test.
  init?(_ written: String) {
    let text = written.filter { !$0.isWhitespace }
    func number(_ text: some StringProtocol) -> String? {
      Number(String(text)).map { _ in String(text) }
    }
    if let opening = text.first, let closing = text.last, text.count > 4, "[(]".contains(opening),
      "])[".contains(closing), let dots = text.firstRange(of: "..")
    {
      let inner = text.index(after: text.startIndex)..<text.index(before: text.endIndex)
      guard dots.lowerBound > inner.lowerBound, dots.upperBound < inner.upperBound,
        let low = number(text[inner.lowerBound..<dots.lowerBound]),
        let high = number(text[dots.upperBound..<inner.upperBound])
      else { return nil }
      self.low = opening == "[" ? .reaching(low) : .beyond(low)
      self.high = closing == "]" ? .reaching(high) : .beyond(high)
      return
    }
    for (sign, isLow, reaches) in [
      (">=", true, true), ("<=", false, true), (">", true, false), ("<", false, false),
    ] where text.hasPrefix(sign) {
      guard let bound = number(text.dropFirst(sign.count)) else { return nil }
      let written: EntryRule.Bound = reaches ? .reaching(bound) : .beyond(bound)
      low = isLow ? written : nil
      high = isLow ? nil : written
      return
    }
    return nil
  }

  var wording: Wording {
    func lower(_ bound: EntryRule.Bound) -> Wording {
      switch bound {
      case .reaching(let number): Wording(en: "at least \(number)", zh: "不低于 \(number)")
      case .beyond(let number): Wording(en: "more than \(number)", zh: "大于 \(number)")
      }
    }
    func upper(_ bound: EntryRule.Bound) -> Wording {
      switch bound {
      case .reaching(let number): Wording(en: "at most \(number)", zh: "不超过 \(number)")
      case .beyond(let number): Wording(en: "less than \(number)", zh: "小于 \(number)")
      }
    }
    let parts = [low.map(lower), high.map(upper)].compactMap(\.self)
    return Wording(
      en: parts.map(\.en).joined(separator: " and "),
      zh: parts.map(\.zh).joined(separator: "，"))
  }
}
