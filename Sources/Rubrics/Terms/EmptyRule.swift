package import Values

/// What stands for a value that came to nothing: no rows, nothing that a filter passes, a zero below.
package struct EmptyRule: Sendable {
  package enum Meaning: Sendable {
    /// The value counts as this number.
    case value(Number)
    case full, zero, notApplicable, unknown

    /// - Returns: `nil` for what is neither a word of the language nor a number.
    package init?(written text: String) {
      switch text {
      case "pass", "full": self = .full
      case "fail": self = .zero
      case "not applicable": self = .notApplicable
      case "unknown": self = .unknown
      default:
        guard let number = Number(written: text) else { return nil }
        self = .value(number)
      }
    }
  }

  package let meaning: Meaning
  /// Whether the value is null for no other reason.
  package let coversEveryNull: Bool

  package init(meaning: Meaning, coversEveryNull: Bool) {
    self.meaning = meaning
    self.coversEveryNull = coversEveryNull
  }

  /// The value, with the number that stands for nothing in its place.
  package func filled(_ value: Value) -> Value {
    guard case .value(let number) = meaning else { return value }
    switch value {
    case .null(let reason): return reason.isOfNothing ? .number(number) : value
    case .unknown(let unknown):
      guard unknown.bounds.mayBeNull else { return value }
      let known = Value.unknown(Unknown(Bounds(unknown.bounds.kind), missing: unknown.missing))
      let rest: [Value] = coversEveryNull ? [] : [.null]
      return .hull(of: [known, .number(number)] + rest, missing: unknown.missing)
    default: return value
    }
  }
}
