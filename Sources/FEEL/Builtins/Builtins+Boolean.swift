import Diagnostics
import Values

extension Builtins {
  static let boolean: [Builtin] = [not, everyMember, anyMember].flatMap { $0 }

  private static let not = [
    Builtin(
      "not", [.one("negand", .boolean)], gives: .boolean,
      summary: Wording(
        en: "The opposite of a truth value.",
        zh: "真值取反。"),
      examples: [("not(true)", "false"), ("not(1 = 2)", "true"), ("not(null)", "null")],
      bounds: { call in
        .unknown(Unknown(Bounds(.boolean, mayBeNull: call.mayBeNull(0)), missing: call.missing))
      }
    ) { call in
      guard case .boolean(let flag) = call[0] else { return call.null() }
      return .boolean(!flag)
    }
  ]

  private static let everyMember = quantifiers(
    "all", decidedBy: false,
    summary: Wording(
      en:
        "False if any member is false, else true if every member is true; true for an empty list.",
      zh: "有一个成员为假即为假；全部为真则为真；空列表为真。"),
    examples: [
      ("all([true, false])", "false"), ("all([true, true])", "true"), ("all([])", "true"),
      ("all([false, null])", "false"), ("all([true, null])", "null"), ("all(true, true)", "true"),
    ])

  private static let anyMember = quantifiers(
    "any", decidedBy: true,
    summary: Wording(
      en:
        "True if any member is true, else false if every member is false; false for an empty list.",
      zh: "有一个成员为真即为真；全部为假则为假；空列表为假。"),
    examples: [
      ("any([true, false])", "true"), ("any([false])", "false"), ("any([])", "false"),
      ("any([true, null])", "true"), ("any([false, null])", "null"), ("any(false, true)", "true"),
    ])

  private static func quantifiers(
    _ name: String, decidedBy decisive: Bool, summary: Wording, examples: [(String, String)]
  ) -> [Builtin] {
    listAndVariadic(
      name, of: .boolean,
      gives: { shapes in
        shapes.allSatisfy(\.isAlwaysThere) ? .boolean : .optional(.boolean)
      },
      summary: summary, examples: examples,
      bounds: { call, candidates in quantifierBounds(call, candidates, decidedBy: decisive) }
    ) { call, members in
      var areAllBoolean = true
      for member in members {
        switch member {
        case .boolean(decisive): return .boolean(decisive)
        case .boolean: break
        default: areAllBoolean = false
        }
      }
      return areAllBoolean ? .boolean(!decisive) : call.null()
    }
  }

  private static func quantifierBounds(
    _ call: Call, _ candidates: [Candidate], decidedBy decisive: Bool
  ) -> Value {
    var mayDecide = false
    var mayBeNull = false
    for candidate in candidates {
      switch candidate.value {
      case .boolean(decisive):
        if !candidate.isOpen { return .boolean(decisive) }
        mayDecide = true
      case .boolean: break
      case .unknown(let unknown):
        mayDecide = true
        if case .boolean = unknown.bounds.kind, !unknown.bounds.mayBeNull { break }
        mayBeNull = true
      default: mayBeNull = true
      }
    }
    if !mayDecide && !mayBeNull { return .boolean(!decisive) }
    return .unknown(Unknown(Bounds(.boolean, mayBeNull: mayBeNull), missing: call.missing))
  }
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
