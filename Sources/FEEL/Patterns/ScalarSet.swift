/// A set of characters as a pattern writes it: `[a-z\d-[aeiou]]`, `\p{Lu}`, `\S`.
indirect enum ScalarSet: Sendable {
  case range(ClosedRange<UInt32>)
  case block(ClosedRange<UInt32>)
  case category(CategorySet)
  case space
  case digit
  case word
  case nameStart
  case nameCharacter
  case not(ScalarSet)
  case union([ScalarSet])
  case difference(ScalarSet, minus: ScalarSet)

  /// Whether the character is in the set; ranges are asked for its case variants too, if wanted.
  ///
  /// - Source: Functions and Operators 3.1, section 5.6.1.1, flag `i`.
  func contains(_ scalar: Unicode.Scalar, ignoresCase: Bool) -> Bool {
    switch self {
    case .range(let range):
      if range.contains(scalar.value) { return true }
      guard ignoresCase else { return false }
      return CaseVariants.of(scalar).contains { range.contains($0.value) }
    case .block(let range): return range.contains(scalar.value)
    case .category(let categories): return categories.contains(scalar)
    case .space: return scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    case .digit: return CategorySet.digits.contains(scalar)
    case .word: return !CategorySet.notWord.contains(scalar)
    case .nameStart: return Self.isNameStart(scalar)
    case .nameCharacter: return Self.isNameStart(scalar) || Self.continuesName(scalar)
    case .not(let set): return !set.contains(scalar, ignoresCase: ignoresCase)
    case .union(let sets):
      return sets.contains { $0.contains(scalar, ignoresCase: ignoresCase) }
    case .difference(let set, let minus):
      return set.contains(scalar, ignoresCase: ignoresCase)
        && !minus.contains(scalar, ignoresCase: ignoresCase)
    }
  }

  /// - Source: XML 1.0, fifth edition, production 4.
  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// - Source: XML 1.0, fifth edition, production 4a.
  private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }
}

/// A set of the general categories of Unicode.
struct CategorySet: Sendable {
  private let bits: UInt32

  private init(_ names: [String]) {
    bits = names.reduce(0) { $0 | (Self.bits[$1] ?? 0) }
  }

  /// - Returns: `nil` where `name` is neither a category (`Lu`) nor a family of them (`L`).
  init?(named name: String) {
    guard name.utf8.count == 1 || name.utf8.count == 2 else { return nil }
    let found = Self.bits.filter { $0.key.hasPrefix(name) }
    guard !found.isEmpty else { return nil }
    bits = found.values.reduce(0, |)
  }

  static let digits = CategorySet(["Nd"])
  static let notWord = CategorySet(
    ["Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn"])

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    bits & (1 << Self.place(of: scalar.properties.generalCategory)) != 0
  }

  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe",
    "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static let bits: [String: UInt32] = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($1, 1 << UInt32($0)) })

  /// The index in `names`.
  private static func place(of category: Unicode.GeneralCategory) -> UInt32 {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    case .unassigned: 29
    @unknown default: 29
    }
  }
}
