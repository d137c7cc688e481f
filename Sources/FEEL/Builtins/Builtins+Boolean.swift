import Diagnostics
import Values

extension Builtins {
  static let boolean: [Builtin] = [
    Builtin(
      "not", [.one("negand", .boolean)], gives: .boolean,
      summary: Wording(
        en: "The opposite of a truth value.",
        zh: "真值取反。"),
      examples: [("not(true)", "false"), ("not(null)", "null")],
      bounds: { call in
        .unknown(Unknown(Bounds(.boolean, mayBeNull: call.mayBeNull(0)), missing: call.missing))
      }
    ) { call in
      guard case .boolean(let flag) = call[0] else { return call.null() }
      return .boolean(!flag)
    }
  ]
}

extension Call {
  /// Whether the argument at `index` could still turn out null.
  func mayBeNull(_ index: Int) -> Bool {
    switch self[index] {
    case .null: true
    case .unknown(let unknown): unknown.bounds.mayBeNull
    default: false
    }
  }
}
