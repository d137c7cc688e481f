package import Values

extension Builtin {
  /// The builtins of one name, in the order in which they are tried.
  package struct Overloads: Sendable {
    package let name: String
    package let all: [Builtin]

    /// Calls the first overload that takes these arguments.
    ///
    /// - Returns: null with a reason where none does.
    package func call(_ arguments: [Value], in setting: Call.Setting) -> Value {
      var mayTakeCount = false
      for builtin in all where builtin.takes(count: arguments.count) {
        mayTakeCount = true
        guard let fitting = builtin.fitting(arguments) else { continue }
        let call = Call(builtin: builtin, arguments: fitting, setting: setting)
        var holdsUnknown = false
        for argument in fitting where argument.mayHoldUnknown {
          guard let holds = argument.holdsUnknown else { return call.null(.limitExceeded) }
          holdsUnknown = holdsUnknown || holds
        }
        guard holdsUnknown else { return builtin.body(call) }
        return everyCase(of: fitting, in: setting) ?? builtin.bounds?(call) ?? call.nothingKnown
      }
      return .null(
        mayTakeCount
          ? NullReason(.wrongArgument, name, madeOf: arguments)
          : NullReason(.wrongArgumentCount, name))
    }

    /// Where named arguments go: `positions[i]` is the parameter of the argument written at `i`.
    ///
    /// An overload whose parameters stand in the order of writing comes before one that only has
    /// the same names. Parameters left out in the middle are to be passed as null.
    ///
    /// - Returns: `nil` where no overload has all these names and needs no others.
    package func arrangement(of names: [String]) -> (builtin: Builtin, positions: [Int])? {
      let found = all.compactMap { builtin in
        builtin.positions(of: names).map { (builtin: builtin, positions: $0) }
      }
      return found.first { $0.positions == $0.positions.sorted() } ?? found.first
    }

    /// Calls with named arguments.
    package func call(
      named arguments: [(name: String, value: Value)], in setting: Call.Setting
    ) -> Value {
      guard let (builtin, positions) = arrangement(of: arguments.map(\.name)) else {
        return .null(NullReason(.wrongArgument, name))
      }
      var values = [Value](repeating: .null, count: (positions.max() ?? -1) + 1)
      for (argument, position) in zip(arguments, positions) { values[position] = argument.value }
      return Overloads(name: name, all: [builtin]).call(values, in: setting)
    }
  }

  func positions(of names: [String]) -> [Int]? {
    var positions: [Int] = []
    for name in names {
      guard let index = parameters.firstIndex(where: { $0.name == name }),
        !positions.contains(index)
      else { return nil }
      positions.append(index)
    }
    for (index, parameter) in parameters.enumerated()
    where !parameter.isOptional && !positions.contains(index) {
      return nil
    }
    return positions
  }

  /// The arguments after FEEL's implicit conversions.
  ///
  /// - Returns: `nil` where one does not fit.
  func fitting(_ arguments: [Value]) -> [Value]? {
    var fitting: [Value] = []
    fitting.reserveCapacity(arguments.count)
    for (index, argument) in arguments.enumerated() {
      guard let parameter = parameter(at: index) else { return nil }
      guard let value = parameter.fitting(argument) else {
        return nil
      }
      fitting.append(value)
    }
    return fitting
  }
}
