/// Where in a section of a format code its digits stand, and which letters stand around them.
struct FormatLayout {
  private(set) var before: [UInt8] = []
  private(set) var between: [UInt8] = []
  private(set) var behind: [UInt8] = []
  private(set) var hasDigits = false
  private(set) var isPercent = false
  private(set) var holdsText = false
  /// The zeros before the point.
  private(set) var places = 0
  /// A number is shown through ten to this power: by thousands for commas behind its digits, and by a point that is a letter.
  private(set) var power = 0

  private var hasPoint = false
  private var hasExponent = false
  /// Commas since the last digit.
  private var commas = 0
  /// Digits since a point that is a letter, before the true one.
  private var digitsBehindLetter: Int?

  init(_ section: [UInt8]) {
    var rest = section[...]
    while let byte = rest.first { take(byte, &rest) }
    power += 3 * commas
    // What stands behind the last digits was kept as what might stand between them.
    if !hasExponent { power += digitsBehindLetter ?? 0 } else { power = 0 }
  }

  private mutating func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    switch byte {
    case UInt8(ascii: "\""):
      let quoted = rest.dropFirst().prefix { $0 != byte }
      rest = rest[quoted.endIndex...].dropFirst()
      keep(quoted)
    case UInt8(ascii: "\\"), UInt8(ascii: "!"):
      let letter = Self.letter(rest.dropFirst())
      rest = rest.dropFirst(1 + letter.count)
      keep(letter)
    case UInt8(ascii: "_"), UInt8(ascii: "*"):
      rest = rest.dropFirst(1 + Self.letter(rest.dropFirst()).count)
    case UInt8(ascii: "["):
      let word = rest.dropFirst().prefix { $0 != UInt8(ascii: "]") }
      rest = rest[word.endIndex...].dropFirst()
      // `[$¥-804]`: a currency, and the place that it is of.
      if word.first == UInt8(ascii: "$") {
        keep(word.dropFirst().prefix { $0 != UInt8(ascii: "-") })
      }
    default: takeSign(byte, &rest)
    }
  }

  private mutating func takeSign(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    for word in ["general", "g/通用格式"] where Self.begins(rest, word) {
      rest = rest.dropFirst(word.utf8.count)
      return takeDigit(byte)
    }
    let letter = Self.letter(rest)
    rest = rest.dropFirst(letter.count)
    switch byte {
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): takeDigit(byte)
    case UInt8(ascii: ","): if hasDigits { commas += 1 } else { keep(letter) }
    case UInt8(ascii: "."):
      // Commas before the point count thousands, too.
      power += 3 * commas
      commas = 0
      hasPoint = true
    case UInt8(ascii: "%"): isPercent = true
    case UInt8(ascii: "@"): holdsText = true
    case UInt8(ascii: "/"): break
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      guard hasDigits, rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else {
        return keep(letter)
      }
      hasExponent = true
      rest = rest.dropFirst()
    default: keep(letter)
    }
  }

  private mutating func takeDigit(_ byte: UInt8) {
    // Commas between digits part them.
    commas = 0
    if behind == [UInt8(ascii: ".")], hasDigits, !hasPoint, !hasExponent {
      digitsBehindLetter = 0
    } else {
      between += behind
    }
    behind = []
    hasDigits = true
    if byte == UInt8(ascii: "0"), !hasPoint { places += 1 }
    if !hasPoint, !hasExponent, let count = digitsBehindLetter { digitsBehindLetter = count + 1 }
  }

  private mutating func keep(_ letters: ArraySlice<UInt8>) {
    if hasDigits { behind += letters } else { before += letters }
  }

  /// The first letter of it, whole.
  private static func letter(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = rest.first else { return rest }
    return rest.prefix(first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
  }

  private static func begins(_ rest: ArraySlice<UInt8>, _ word: String) -> Bool {
    let start = rest.prefix(word.utf8.count)
    return start.count == word.utf8.count
      && zip(start, word.utf8).allSatisfy {
        ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0) == $1
      }
  }
}
