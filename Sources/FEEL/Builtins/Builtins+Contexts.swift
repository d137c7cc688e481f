import Diagnostics
import Values

extension Builtins {
  static let contexts: [Builtin] = [
    getValue, getValueByPath, getEntries, context, contextPut, contextPutByPath, contextMerge,
  ]

  private static let entryShape = Shape.context([.init("key", .string), .init("value", .any)])

  /// Where all entries of a context have one shape, so have the values.
  private static func entryShape(of context: Shape?) -> Shape {
    guard case .context(let fields)? = context, let first = fields.first,
      fields.allSatisfy({ $0.shape == first.shape })
    else { return entryShape }
    return .context([.init("key", .string), .init("value", first.shape)])
  }

  private static let getValue = Builtin(
    "get value", [.one("m", .context([])), .one("key", .string)], gives: .any,
    summary: Wording(en: "The entry of a context by its key.", zh: "按键取上下文中的一项。"),
    examples: [
      (#"get value({a: "foo"}, "a")"#, #""foo""#), (#"get value({a: "foo"}, "b")"#, "null"),
    ],
    bounds: { $0.value(along: [$0[1]]) }
  ) { $0.value(along: [$0[1]]) }

  private static let getValueByPath = Builtin(
    "get value", [.one("m", .context([])), .one("keys", .list(.string))], gives: .any,
    summary: Wording(
      en: "The entry that a list of keys leads to, from context to context.",
      zh: "按一串键逐层取上下文中的一项。"),
    examples: [(#"get value({x: 1, y: {z: 0}}, ["y", "z"])"#, "0")],
    bounds: { $0.hasFixedMembership ? $0.value(along: $0.members(1)) : $0.nothingKnown }
  ) { $0.value(along: $0.members(1)) }

  private static let getEntries = Builtin(
    "get entries", [.one("m", .context([]))], gives: { .list(entryShape(of: $0.first)) },
    summary: Wording(
      en: "The entries of a context, each as a context of `key` and `value`.",
      zh: "上下文的全部项，每项是含 `key` 与 `value` 的上下文。"),
    examples: [
      (#"get entries({a: "foo", b: 1})"#, #"[{key: "a", value: "foo"}, {key: "b", value: 1}]"#)
    ],
    bounds: { entries($0) }
  ) { entries($0) }

  private static func entries(_ call: Call) -> Value {
    guard case .context(let context) = call[0] else { return call.nothingKnown }
    return .list(
      .values(
        context.entries.map { entry in
          .context(Context([.init("key", .string(entry.name)), .init("value", entry.value)]))
        }))
  }

  private static let context = Builtin(
    "context", [.one("entries", .list(entryShape))], gives: .any,
    summary: Wording(
      en: "A context of the given entries; null if a key comes twice.",
      zh: "由若干项组成上下文；键重复则为空值。"),
    examples: [
      (#"context([{key: "a", value: 1}, {key: "b", value: 2}])"#, "{a: 1, b: 2}"),
      (#"context([{key: "a", value: 1}, {key: "a", value: 2}])"#, "null"),
    ],
    bounds: { $0.withFixedMembership { made($0) } }
  ) { made($0) }

  private static func made(_ call: Call) -> Value {
    var entries: [Context.Entry] = []
    var names: Set<[UInt8]> = []
    for member in call.members(0) {
      if case .unknown = member { return call.nothingKnown }
      guard case .context(let entry) = member, let key = entry.entry("key"),
        let value = entry.entry("value")
      else { return call.null() }
      if case .unknown = key { return call.nothingKnown }
      guard case .string(let name) = key else { return call.null() }
      guard names.insert(Array(name.utf8)).inserted else { return call.null(.conflictingEntries) }
      entries.append(Context.Entry(name, value))
    }
    return .context(Context(entries))
  }

  private static let contextPut = Builtin(
    "context put",
    [.one("context", .context([])), .one("key", .string), .one("value", .any)], gives: .any,
    summary: Wording(
      en: "A context with one entry added or replaced.", zh: "加入或替换一项后的上下文。"),
    examples: [
      (#"context put({a: 1}, "b", 2)"#, "{a: 1, b: 2}"),
      (#"context put({a: 1}, "a", 2)"#, "{a: 2}"),
    ],
    bounds: { $0.putAlong([$0[1]]) }
  ) { $0.putAlong([$0[1]]) }

  private static let contextPutByPath = Builtin(
    "context put",
    [.one("context", .context([])), .one("keys", .list(.string)), .one("value", .any)],
    gives: .any,
    summary: Wording(
      en: "A context with one entry of a context inside it added or replaced.",
      zh: "加入或替换内层某一项后的上下文。"),
    examples: [(#"context put({x: 1, y: {a: 0}}, ["y", "a"], 2)"#, "{x: 1, y: {a: 2}}")],
    bounds: { $0.hasFixedKeys ? $0.putAlong($0.members(1)) : $0.nothingKnown }
  ) { $0.putAlong($0.members(1)) }

  private static let contextMerge = Builtin(
    "context merge", [.one("contexts", .list(.context([])))], gives: .any,
    summary: Wording(
      en: "One context of the entries of several; a later one wins.",
      zh: "把多个上下文合为一个；后者优先。"),
    examples: [("context merge([{a: 1}, {b: 2}, {a: 3}])", "{a: 3, b: 2}")],
    bounds: { $0.withFixedMembership { merged($0) } }
  ) { merged($0) }

  private static func merged(_ call: Call) -> Value {
    var entries: [Context.Entry] = []
    var places: [[UInt8]: Int] = [:]
    for member in call.members(0) {
      if case .unknown = member { return call.nothingKnown }
      guard case .context(let context) = member else { return call.null() }
      for entry in context.entries {
        if let place = places[Array(entry.name.utf8)] {
          entries[place] = entry
        } else {
          places[Array(entry.name.utf8)] = entries.count
          entries.append(entry)
        }
      }
    }
    return .context(Context(entries))
  }
}

extension Context {
  /// The entry whose name has the same characters.
  fileprivate func entry(_ name: String) -> Value? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  fileprivate func putting(_ name: String, _ value: Value) -> Context {
    var changed = entries
    if let place = entries.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      changed[place] = Entry(name, value)
    } else {
      changed.append(Entry(name, value))
    }
    return Context(changed)
  }
}

extension Call {
  /// Whether the keys at 1 are a list of which every member is in.
  fileprivate var hasFixedKeys: Bool {
    if case .list(let keys) = self[1] { !keys.isOpen } else { false }
  }

  /// What the keys lead to from the context at 0.
  fileprivate func value(along keys: [Value]) -> Value {
    var value = self[0]
    if keys.isEmpty { return null() }
    for key in keys {
      switch (value, key) {
      case (.unknown, _), (_, .unknown): return nothingKnown
      case (.context(let context), .string(let name)):
        guard let next = context.entry(name) else {
          return .null(NullReason(.noSuchEntry, name, madeOf: arguments))
        }
        value = next
      default: return null()
      }
    }
    return value
  }

  /// The context at 0 with the value at 2 put where the keys lead.
  fileprivate func putAlong(_ keys: [Value]) -> Value {
    var names: [String] = []
    var around: [Context] = []
    var inner: Value? = self[0]
    if keys.isEmpty { return null() }
    for key in keys {
      switch (inner, key) {
      case (.unknown, _), (_, .unknown): return nothingKnown
      case (.context(let context)?, .string(let name)):
        names.append(name)
        around.append(context)
        inner = context.entry(name)
      default: return null()
      }
    }
    var value = self[2]
    for (name, context) in zip(names, around).reversed() {
      value = .context(context.putting(name, value))
    }
    return value
  }
}
