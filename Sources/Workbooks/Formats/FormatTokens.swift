/// The letters of one section of a format code that mean something.
///
/// - Source: ECMA-376 Part 1, 18.8.31; `aaa` and `aaaa` are weekdays, `g` and `e` the years of an era.
struct FormatTokens {
  private enum Token {
    case digit, text, percent
    case year, month, day, hour, second, era, halfOfDay
    /// `[h]`, `[m]`, `[s]`: time that has passed.
    case elapsed
  }

  private var tokens: [Token] = []

  init(_ section: [UInt8]) {
    var rest = section[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\""):
        rest = rest.dropFirst()
        rest = rest[(rest.firstIndex(of: byte) ?? rest.endIndex)...].dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "!"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        rest = rest.dropFirst(1 + Self.letterCount(of: rest.dropFirst()))
      case UInt8(ascii: "["):
        guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return }
        if Self.isElapsed(rest[(rest.startIndex + 1)..<close]) { tokens.append(.elapsed) }
        rest = rest[(close + 1)...]
      default: take(&rest)
      }
    }
  }

  private static let words: [(StaticString, Token?)] = [
    ("general", nil), ("g/通用格式", nil), ("am/pm", .halfOfDay), ("a/p", .halfOfDay),
    ("上午/下午", .halfOfDay), ("午前/午後", .halfOfDay),
  ]

  private mutating func take(_ rest: inout ArraySlice<UInt8>) {
    for (word, token) in Self.words where Self.begins(rest, word) {
      if let token { tokens.append(token) }
      rest = rest.dropFirst(word.utf8CodeUnitCount)
      return
    }
    let byte = rest.removeFirst()
    switch byte {
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): tokens.append(.digit)
    case UInt8(ascii: "@"): tokens.append(.text)
    case UInt8(ascii: "%"): tokens.append(.percent)
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      // `0.00E+00` is a number; `e` alone a year.
      let isExponent = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
      if isExponent, case .digit? = tokens.last { return rest = rest.dropFirst() }
      takeRun(of: byte, &rest)
    default: takeRun(of: byte, &rest)
    }
  }

  private mutating func takeRun(of byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    let letter = byte | 0x20
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { return }
    var count = 1
    while let next = rest.first, next | 0x20 == letter {
      count += 1
      rest = rest.dropFirst()
    }
    switch letter {
    case UInt8(ascii: "y"), UInt8(ascii: "e"): tokens.append(.year)
    case UInt8(ascii: "m"): tokens.append(.month)
    case UInt8(ascii: "d"): tokens.append(.day)
    case UInt8(ascii: "h"): tokens.append(.hour)
    case UInt8(ascii: "s"): tokens.append(.second)
    case UInt8(ascii: "a") where count >= 3: tokens.append(.day)
    case UInt8(ascii: "b") where count == 2 || count == 4: tokens.append(.year)
    case UInt8(ascii: "g") where count <= 3: tokens.append(.era)
    default: break
    }
  }

  /// Of the letter that an escape covers.
  private static func letterCount(of rest: ArraySlice<UInt8>) -> Int {
    guard let first = rest.first else { return 0 }
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return min(count, rest.count)
  }

  private static func isElapsed(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, word.allSatisfy({ $0 | 0x20 == first | 0x20 }) else {
      return false
    }
    return [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(first | 0x20)
  }

  private static func begins(_ rest: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    guard rest.count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let byte = rest[rest.startIndex + index]
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if (isCapital ? byte | 0x20 : byte) != word.utf8Start[index] { return false }
    }
    return true
  }

  var meaning: NumberMeaning {
    let letters = tokens.filter { token in
      switch token {
      case .digit, .text, .percent: false
      default: true
      }
    }
    guard !letters.isEmpty else {
      return tokens.contains { if case .percent = $0 { true } else { false } } ? .percent : .number
    }
    if letters.contains(where: { if case .elapsed = $0 { true } else { false } }) {
      return .duration
    }
    var (hasDate, hasTime) = (false, false)
    for (index, token) in letters.enumerated() {
      switch token {
      case .hour, .second, .halfOfDay: hasTime = true
      case .month:
        if Self.isMinute(index, in: letters) { hasTime = true } else { hasDate = true }
      default: hasDate = true
      }
    }
    return hasDate ? (hasTime ? .dateTime : .date) : .time
  }

  /// `m` behind hours or before seconds.
  private static func isMinute(_ index: Int, in letters: [Token]) -> Bool {
    var before = index > 0 ? letters[index - 1] : .text
    if case .halfOfDay = before, index > 1 { before = letters[index - 2] }
    if case .hour = before { return true }
    if index + 1 < letters.count, case .second = letters[index + 1] { return true }
    return false
  }
}

/// The sections of a format code, at the semicolons that part them.
enum FormatSections {
  /// A code has at most four; of one that says more only so many are looked at.
  private static let most = 16

  static func split(_ code: String) -> [[UInt8]] {
    var sections: [[UInt8]] = [[]]
    var isQuoted = false
    var isBracketed = false
    var bytes = Array(code.utf8)[...]
    while let byte = bytes.popFirst(), sections.count <= most {
      if byte == UInt8(ascii: "\\"), !isQuoted, let next = bytes.popFirst() {
        sections[sections.count - 1] += [byte, next]
        continue
      }
      if isQuoted {
        isQuoted = byte != UInt8(ascii: "\"")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "["): isBracketed = true
        case UInt8(ascii: "]"): isBracketed = false
        case UInt8(ascii: ";") where !isBracketed:
          sections.append([])
          continue
        default: break
        }
      }
      sections[sections.count - 1].append(byte)
    }
    return sections
  }
}
