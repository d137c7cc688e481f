/// Characters that differ only in case.
enum CaseVariants {
  /// All variants of a character, itself among them.
  static func of(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var variants = [scalar]
    func add(_ other: Unicode.Scalar?) {
      if let other, !variants.contains(other) { variants.append(other) }
    }
    add(lower(scalar))
    add(upper(scalar))
    for variant in variants {
      add(lower(variant))
      add(upper(variant))
    }
    for variant in variants {
      for family in families where family.contains(variant) {
        for other in family { add(other) }
      }
    }
    return variants
  }

  static func areVariants(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    one == other || lower(one) == lower(other) || upper(one) == upper(other)
      || of(one).contains(other)
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
    }
    return only(scalar.properties.lowercaseMapping) ?? scalar
  }

  private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) ? Unicode.Scalar(scalar.value - 32) ?? scalar : scalar
    }
    return only(scalar.properties.uppercaseMapping) ?? scalar
  }

  private static func only(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }

  // Characters that some other character maps to, but that do not map back.
  private static let families: [[Unicode.Scalar]] = [
    ["k", "K", "\u{212A}"], ["s", "S", "\u{17F}"], ["\u{E5}", "\u{C5}", "\u{212B}"],
    ["\u{3C9}", "\u{3A9}", "\u{2126}"], ["\u{B5}", "\u{3BC}", "\u{39C}"],
    ["ι", "Ι", "\u{345}", "\u{1FBE}"],
    ["β", "Β", "ϐ"], ["θ", "Θ", "ϑ", "ϴ"], ["κ", "Κ", "ϰ"], ["π", "Π", "ϖ"], ["ρ", "Ρ", "ϱ"],
    ["φ", "Φ", "ϕ"], ["ε", "Ε", "ϵ"], ["σ", "ς", "Σ"], ["ṡ", "Ṡ", "ẛ"], ["\u{DF}", "\u{1E9E}"],
    ["Ǆ", "ǅ", "ǆ"], ["Ǉ", "ǈ", "ǉ"], ["Ǌ", "ǋ", "ǌ"], ["Ǳ", "ǲ", "ǳ"],
  ]
}
