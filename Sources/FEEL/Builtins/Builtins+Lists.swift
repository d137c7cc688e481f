import Diagnostics
import Values

extension Builtins {
  static let lists: [Builtin] = [
    listContains, sublist, append, concatenate, insertBefore, remove, reverse, indexOf, union,
    distinctValues, flatten,
  ]

  private static let listContains = Builtin(
    "list contains", [.one("list", .list(.any)), .one("element", .any)], gives: .boolean,
    summary: Wording(
      en: "Whether a list has a member that equals a value, null included.",
      zh: "列表中是否有与某值相等的成员，空值也算。"),
    examples: [
      ("list contains([1, 2, 3], 2)", "true"), ("list contains([1, null], null)", "true"),
      ("list contains([], 1)", "false"),
    ],
    bounds: { call in
      guard case .list(let list) = call[0] else { return call.nothingKnown }
      var mayContain = false
      for candidate in list.candidates {
        guard let isEqual = candidate.value.mayEqual(call[1]) else {
          mayContain = true
          continue
        }
        if isEqual && !candidate.isOpen { return .boolean(true) }
        mayContain = mayContain || isEqual
      }
      if !mayContain { return .boolean(false) }
      return .unknown(Unknown(Bounds(.boolean), missing: call.missing))
    }
  ) { call in
    .boolean(call.members(0).contains { $0.isEqual(to: call[1]) })
  }

  private static let sublist = Builtin(
    "sublist",
    [.one("list", .list(.any)), .one("start position", .number), .optional("length", .number)],
    gives: { .optional($0.first ?? .list(.any)) },
    summary: Wording(
      en: "Members from a position on, counted from 1, or from the end if negative.",
      zh: "从某位置起的成员；位置从 1 数起，负数从末尾数起。"),
    examples: [
      ("sublist([4, 5, 6], 1, 2)", "[4, 5]"), ("sublist([4, 5, 6], 2)", "[5, 6]"),
      ("sublist([4, 5, 6], -2)", "[5, 6]"), ("sublist([4, 5, 6], 3, 2)", "null"),
    ],
    bounds: { $0.withFixedMembership { slice($0) } }
  ) { slice($0) }

  private static func slice(_ call: Call) -> Value {
    let members = call.members(0)
    guard let start = call.truncated(1), let first = Call.place(start, among: members.count) else {
      return call.null(.noSuchIndex)
    }
    guard call.arguments.count > 2 else { return .list(.values(Array(members[first...]))) }
    guard let length = call.truncated(2), length >= 0, length <= members.count - first else {
      return call.null(.noSuchIndex)
    }
    return .list(.values(Array(members[first..<(first + length)])))
  }

  private static let append = Builtin(
    "append", [.one("list", .list(.any)), .many("item", .any)],
    gives: { shapes in .list(shapes.map { $0 == shapes.first ? $0.member : $0 }.sharedMember) },
    summary: Wording(en: "The list with further members at its end.", zh: "在列表末尾加上成员。"),
    examples: [("append([1], 2, 3)", "[1, 2, 3]"), ("append([], null)", "[null]")],
    bounds: { $0.gather(lists: 1) }
  ) { $0.gather(lists: 1) }

  private static let concatenate = Builtin(
    "concatenate", [.many("list", .list(.any))],
    gives: { .list($0.map(\.member).sharedMember) },
    summary: Wording(en: "One list of the members of several.", zh: "把多个列表接成一个。"),
    examples: [
      ("concatenate([1, 2], [3])", "[1, 2, 3]"), ("concatenate([1], [[2]])", "[1, [2]]"),
    ],
    bounds: { $0.gather(lists: Int.max) }
  ) { $0.gather(lists: Int.max) }

  private static let insertBefore = Builtin(
    "insert before",
    [.one("list", .list(.any)), .one("position", .number), .one("newItem", .any)],
    gives: { shapes in
      .optional(.list([shapes.first?.member ?? .any, shapes.last ?? .any].sharedMember))
    },
    summary: Wording(en: "The list with a new member before a position.", zh: "在某位置之前插入成员。"),
    examples: [
      ("insert before([1, 3], 1, 2)", "[2, 1, 3]"), ("insert before([1, 3], -1, 2)", "[1, 2, 3]"),
      ("insert before([1, 3], 3, 2)", "null"),
    ],
    bounds: { $0.withFixedMembership { $0.editing { $0.insert($2, at: $1) } } }
  ) { $0.editing { $0.insert($2, at: $1) } }

  private static let remove = Builtin(
    "remove", [.one("list", .list(.any)), .one("position", .number)],
    gives: { ($0.first ?? .list(.any)).orNull },
    summary: Wording(en: "The list without the member at a position.", zh: "去掉某位置上的成员。"),
    examples: [("remove([1, 2, 3], 2)", "[1, 3]"), ("remove([1, 2, 3], 4)", "null")],
    bounds: {
      $0.withFixedMembership { $0.editing { members, place, _ in members.remove(at: place) } }
    }
  ) { $0.editing { members, place, _ in members.remove(at: place) } }

  private static let reverse = Builtin(
    "reverse", [.one("list", .list(.any))], gives: { $0.first ?? .list(.any) },
    summary: Wording(en: "The members from last to first.", zh: "把成员倒过来排。"),
    examples: [("reverse([1, 2, 3])", "[3, 2, 1]")],
    bounds: { call in
      guard case .list(let list) = call[0] else { return call.nothingKnown }
      return .list(list.candidates.reversed(), missing: call.missing)
    }
  ) { .list(.values($0.members(0).reversed())) }

  private static let indexOf = Builtin(
    "index of", [.one("list", .list(.any)), .one("match", .any)], gives: .list(.number),
    summary: Wording(
      en: "The positions, counted from 1, of the members that equal a value.",
      zh: "与某值相等的成员的位置，从 1 数起。"),
    examples: [
      ("index of([1, 2, 3, 2], 2)", "[2, 4]"), ("index of([1, null], null)", "[2]"),
      ("index of([1], 5)", "[]"),
    ],
    bounds: { $0.withFixedMembership { positions($0) } }
  ) { positions($0) }

  private static func positions(_ call: Call) -> Value {
    var positions: [Value] = []
    for (index, member) in call.members(0).enumerated() {
      guard let isEqual = member.mayEqual(call[1]) else { return call.nothingKnown }
      if isEqual { positions.append(.number(Number(index + 1))) }
    }
    return .list(.values(positions))
  }

  private static let union = Builtin(
    "union", [.many("list", .list(.any))], gives: { .list($0.map(\.member).sharedMember) },
    summary: Wording(
      en: "One list of the members of several, each value once.", zh: "把多个列表合为一个，相同的值只留一个。"),
    examples: [("union([1, 2], [2, 3])", "[1, 2, 3]"), ("union([1, null], [null])", "[1, null]")],
    bounds: { call in
      call.gathered(lists: Int.max).map { call.distinct($0) } ?? call.nothingKnown
    }
  ) { call in call.gathered(lists: Int.max).map { call.distinct($0) } ?? call.null() }

  private static let distinctValues = Builtin(
    "distinct values", [.one("list", .list(.any))], gives: { $0.first ?? .list(.any) },
    summary: Wording(
      en: "The members without repetition, in the order of their coming.",
      zh: "去掉重复的成员，按首次出现的顺序。"),
    examples: [
      ("distinct values([1, 2, 3, 2, 1])", "[1, 2, 3]"),
      ("distinct values([null, null])", "[null]"),
    ],
    bounds: { call in
      guard case .list(let list) = call[0] else { return call.nothingKnown }
      return call.distinctMembers(of: list)
    }
  ) { call in
    guard case .list(let list) = call[0] else { return call.distinct([]) }
    return call.distinctMembers(of: list)
  }

  private static let flatten = Builtin(
    "flatten", [.one("list", .list(.any))],
    gives: { shapes in
      var member = shapes.first?.member ?? .any
      while case .list(let inner) = member { member = inner }
      return .list(member)
    },
    summary: Wording(en: "Lists inside of lists become one list.", zh: "把嵌套的列表展平成一个。"),
    examples: [("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]")]
  ) { call in
    var flat: [Value] = []
    // A stack of our own: lists may be nested deeper than the machine's stack goes.
    var waiting = Array(call.members(0).reversed())
    while let next = waiting.popLast() {
      if case .list(let list) = next {
        waiting.append(contentsOf: list.members.reversed())
      } else {
        flat.append(next)
      }
      guard flat.count + waiting.count <= Limits.listLength else {
        return call.null(.limitExceeded)
      }
    }
    return .list(.values(flat))
  }
}

extension [Shape] {
  /// The shape that all have; optional if one is.
  var sharedMember: Shape {
    let shared = shared
    return contains { !$0.isAlwaysThere } ? shared.orNull : shared
  }
}
