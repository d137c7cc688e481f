package import Values

/// A builtin as a value: what `sort(list, is)` passes on.
package final class BuiltinFunction: FunctionValue, @unchecked Sendable {
  package let overloads: Builtin.Overloads

  package init(_ overloads: Builtin.Overloads) {
    self.overloads = overloads
    super.init(parameterNames: overloads.all.first?.parameters.map(\.name) ?? [])
  }
}
