package import Values

/// What a builtin gets when it is called.
package struct Call {
  /// What lies around the call: the clock, and how to call a function value.
  package struct Setting {
    package let clock: Clock?
    package let zones: ZoneRules
    package let apply: (FunctionValue, [Value]) -> Value

    package init(
      clock: Clock? = nil, zones: ZoneRules = .none,
      apply: @escaping (FunctionValue, [Value]) -> Value
    ) {
      self.clock = clock
      self.zones = zones
      self.apply = apply
    }
  }

  let builtin: Builtin
  /// The arguments in the order of the parameters, converted; those left out at the end are missing.
  package let arguments: [Value]
  package let setting: Setting

  package var name: String { builtin.name }

  /// The argument at `index`; null where it was left out.
  subscript(index: Int) -> Value {
    index < arguments.count ? arguments[index] : .null
  }

  /// A null made of the arguments, whose reason names this builtin.
  func null(_ kind: NullReason.Kind = .wrongArgument) -> Value {
    .null(NullReason(kind, name, madeOf: arguments))
  }

  func number(_ index: Int) -> Number? {
    if case .number(let number) = self[index] { number } else { nil }
  }

  func string(_ index: Int) -> String? {
    if case .string(let string) = self[index] { string } else { nil }
  }

  /// The members of the list at `index`; nothing where there is no list.
  func members(_ index: Int) -> [Value] {
    if case .list(let list) = self[index] { list.members } else { [] }
  }
}
