import Diagnostics
import Testing
import Values

@testable import FEEL

/// Names with values, for running expressions over them in a test.
struct Inputs {
  var names: [(name: String, shape: Shape, value: Value)] = []

  init(_ names: (String, Shape, Value)...) {
    self.names = names.map { (name: $0.0, shape: $0.1, value: $0.2) }
  }

  var scope: Scope {
    Scope(names.enumerated().map { Scope.Entry($1.name, $1.shape, slot: $0) })
  }

  var slots: [Value] { names.map(\.value) }

  func plan(_ text: String, mode: Mode = .strict) throws -> Plan {
    var diagnostics = Diagnostics()
    let plan = Plan.expression(Passage(text), in: scope, mode: mode, into: &diagnostics)
    let messages = diagnostics.all.map { $0.headline.en }
    return try #require(plan, "\(messages)")
  }

  /// Runs twice, silent and traced, because both must say the same.
  func run(_ text: String, mode: Mode = .strict) throws -> String {
    let plan = try plan(text, mode: mode)
    let silent = plan.run(slots)
    let traced = plan.explain(slots).value
    #expect(told(silent) == told(traced), "silent and traced disagree")
    return told(silent)
  }
}

/// Makes an unknown number, for tests.
func unknownNumber(
  _ low: Int?, _ high: Int?, whole: Bool = false, mayBeNull: Bool = false,
  named name: String = "x"
) -> Value {
  .unknown(
    Unknown(
      Bounds(
        .number(low: low.map { Number($0) }, high: high.map { Number($0) }, isWhole: whole),
        mayBeNull: mayBeNull), missing: [Missing(name, .absent)]))
}

func unknown(_ kind: Bounds.Kind, mayBeNull: Bool = false, named name: String = "x") -> Value {
  .unknown(Unknown(Bounds(kind, mayBeNull: mayBeNull), missing: [Missing(name, .absent)]))
}

/// A value as tests write it: what is known as FEEL, what is not as `unknown(low..high)`.
func told(_ value: Value) -> String {
  switch value {
  case .unknown(let unknown):
    var inside =
      switch unknown.bounds.kind {
      case .any: "anything"
      case .boolean: "true, false"
      case .number(let low, let high, let isWhole):
        "\(low?.description ?? "")..\(high?.description ?? "")\(isWhole ? " whole" : "")"
      case .oneOf(let values): values.map(told).joined(separator: ", ")
      case .shaped(let shape): "\(shape)"
      }
    if unknown.bounds.mayBeNull { inside += ", null" }
    return "unknown(\(inside))"
  case .null(let reason): return "null(\(reason.kind))"
  case .list(let list):
    let cursor = ListCursor(list)
    let members = (0..<cursor.count).map { told(cursor[$0]) + (cursor.isOpen($0) ? "?" : "") }
    return "[" + members.joined(separator: ", ") + "]"
  case .context(let context):
    return "{" + context.entries.map { "\($0.name): \(told($0.value))" }.joined(separator: ", ")
      + "}"
  default: return value.spelling
  }
}
