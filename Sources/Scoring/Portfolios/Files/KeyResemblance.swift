import Formats

/// Finds the subject whose key a spreadsheet may have changed: `7` for `007`, `4.3E+17` for a long number, `7.0` for `7`.
///
/// It only says so: no row is given to anybody by it.
struct KeyResemblance {
  enum Change: Sendable, Hashable {
    /// Zeros in front are gone.
    case zeros
    /// A long number was shortened.
    case shortened
    /// The same but for case, width, spaces or decimals of nothing.
    case spelling
  }

  struct Found: Sendable, Hashable {
    let id: String
    let change: Change
  }

  private let ids: [String]
  private let byCore: [String: [String]]
  /// More texts than this are not looked at digit by digit.
  private static let mostCompared = 100_000
  /// A spreadsheet keeps so many digits of a number.
  private static let keptDigits = 15

  init(_ ids: [String]) {
    self.ids = ids
    byCore = Dictionary(grouping: ids, by: Self.core)
  }

  func nearest(to key: String) -> Found? {
    let folded = Self.folded(key)
    guard !folded.isEmpty else { return nil }
    let core = Self.core(key)
    if let same = byCore[core]?.first {
      let own = Self.folded(same)
      let isZeros = own.count > core.count && own.hasPrefix("0")
      return Found(id: same, change: isZeros ? .zeros : .spelling)
    }
    guard let shown = Self.shortened(folded), ids.count <= Self.mostCompared else { return nil }
    let whole = ids.first { id in
      let digits = Self.folded(id)
      return digits.count == shown.count && digits.allSatisfy(\.isASCIIDigit)
        && digits.hasPrefix(shown.start)
    }
    return whole.map { Found(id: $0, change: .shortened) }
  }

  private static func folded(_ key: String) -> String {
    HeaderName(key).text.lowercased().filter { !$0.isWhitespace }
  }

  /// What is left of a key without what spreadsheets take or add.
  private static func core(_ key: String) -> String {
    var text = folded(key)
    if let point = text.lastIndex(of: "."), text[..<point].allSatisfy(\.isASCIIDigit),
      text[text.index(after: point)...].allSatisfy({ $0 == "0" })
    {
      text = String(text[..<point])
    }
    guard text.allSatisfy(\.isASCIIDigit) else { return text }
    let core = text.drop { $0 == "0" }
    return core.isEmpty ? "0" : String(core)
  }

  /// What a spreadsheet leaves of a long number: its first digits, and how many there were.
  private static func shortened(_ text: String) -> (start: String, count: Int)? {
    if text.count > keptDigits, text.allSatisfy(\.isASCIIDigit),
      text.dropFirst(keptDigits).allSatisfy({ $0 == "0" })
    {
      return (String(text.prefix(keptDigits)), text.count)
    }
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let power = Int(parts[1]), (1...64).contains(power) else { return nil }
    let digits = parts[0].filter { $0 != "." }
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit),
      parts[0].firstIndex(of: ".").map({ parts[0].distance(from: parts[0].startIndex, to: $0) == 1 }
      )
        ?? (digits.count == 1)
    else { return nil }
    // The last digit that is shown may have been rounded.
    return (String(digits.count > 2 ? digits.dropLast() : digits[...]), power + 1)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9") ~= self }
}
