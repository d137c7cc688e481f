import Diagnostics

extension JSON {
  /// Controls beyond ASCII are escaped, too, because a screen obeys them.
  static let escapes = EscapeTable(
    ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"],
    control: { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    })
}
