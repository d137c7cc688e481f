/// Which characters make names and which make space.
///
/// - Source: DMN 1.5, clause 10.3.1.2, grammar rules 25 to 30 and 61.
enum NameCharacters {
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3F, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D: true
    case 0x37F...0x1FFF: !isSpace(scalar)
    case 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF: true
    case 0xF900...0xFDCF, 0xFDF0...0xFFFD: !isSpace(scalar)
    case 0x10000...0xEFFFF: true
    default: false
    }
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsName(scalar)
    }
  }

  /// The symbols that a name may hold if somebody declared it so.
  static func isNameSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "/", "-", "'", "\u{2019}", "+", "*": true
    default: false
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029: true
    case 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Words that only the grammar may use.
  static let keywords: Set<String> = [
    "and", "between", "else", "every", "false", "for", "function", "if", "in", "instance", "null",
    "of", "or", "return", "satisfies", "some", "then", "true",
  ]

  /// What a full-width mark of Chinese typing stands for in FEEL.
  ///
  /// The grammar of the standard would swallow most of them into a name.
  static func halfWidth(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "（": "("
    case "）": ")"
    case "，", "、", "；": ","
    case "：": ":"
    case "＞": ">"
    case "＜": "<"
    case "＝": "="
    case "“", "”", "「", "」", "＂": "\""
    case "≥", "⩾": ">="
    case "≤", "⩽": "<="
    case "≠": "!="
    case "×", "＊", "✕": "*"
    case "÷", "／": "/"
    case "－", "—", "–", "−": "-"
    case "＋": "+"
    case "［", "【": "["
    case "］", "】": "]"
    case "｛": "{"
    case "｝": "}"
    case "．", "。": "."
    case "？": "?"
    case "％": "%"
    case "\u{FF10}"..."\u{FF19}":
      Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map { String(Character($0)) }
    default: nil
    }
  }
}
