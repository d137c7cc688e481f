import Values

/// An input that a form asks for.
struct FactDraft: Equatable {
  enum Kind: Equatable {
    case truth
    /// Of things of which there is no part, or of anything else that is never negative.
    case number(unit: String, isWhole: Bool)
    case choice([String])
  }

  let name: String
  let kind: Kind
  /// What it stands for, in the words of the sheet.
  let title: String
}

/// Names for inputs: each a name of FEEL, and none of them twice.
struct FactNames {
  private var taken: Set<String> = []
  private static let longest = 24

  /// A name for what `hint` says in the words of the sheet.
  mutating func name(_ hint: String) -> String {
    var name = Self.plain(hint)
    if name.isEmpty { name = "填报项" }
    if taken.contains(name) {
      var number = 2
      while taken.contains("\(name)_\(number)") { number += 1 }
      name = "\(name)_\(number)"
    }
    taken.insert(name)
    return name
  }

  /// What FEEL takes for one name: letters of Chinese and Latin and digits, beginning with a letter.
  static func plain(_ hint: String) -> String {
    var name = ""
    // 1.1.2 before a title is none of its name.
    let numbering = hint.prefix { $0.isASCII && !$0.isLetter || "、（）".contains($0) }
    let isNumbering = numbering.contains { ".、）)".contains($0) } && numbering.count < hint.count
    let words = isNumbering ? hint.dropFirst(numbering.count) : hint[...]
    for scalar in words.unicodeScalars {
      let isHan =
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
      let isLatin = scalar.isASCII && scalar.properties.isAlphabetic
      let isDigit = ("0"..."9").contains(scalar)
      guard isHan || isLatin || isDigit else { continue }
      if name.count == longest { break }
      name.unicodeScalars.append(scalar)
    }
    // A name of Latin letters alone might be a word of FEEL.
    if let first = name.unicodeScalars.first, first.isASCII { name = "项" + name }
    return name
  }
}
