import Values

extension Builtin.Overloads {
  /// Calls once for each combination of values that the arguments may have.
  ///
  /// - Returns: `nil` where an argument has no list of possible values, or the cases are too many.
  func everyCase(of arguments: [Value], in setting: Call.Setting) -> Value? {
    var cases: [[Value]] = [[]]
    var missing = MissingList()
    for argument in arguments {
      guard let possible = argument.possibleValues,
        cases.count * possible.count <= Limits.maximumCombinations
      else { return nil }
      cases = cases.flatMap { made in possible.map { made + [$0] } }
      missing.append(of: argument)
    }
    return .hull(of: cases.map { call($0, in: setting) }, missing: missing.all)
  }
}

extension Value {
  /// Every value that this may turn out to be; itself where it is known.
  ///
  /// - Returns: `nil` where they cannot be listed.
  fileprivate var possibleValues: [Value]? {
    guard case .unknown(let unknown) = self else { return isSettled ? [self] : nil }
    let values: [Value]
    switch unknown.bounds.kind {
    case .boolean: values = [.boolean(false), .boolean(true)]
    case .oneOf(let listed): values = listed
    case .any, .number, .shaped: return nil
    }
    guard !values.contains(where: { !$0.isSettled }) else { return nil }
    return unknown.bounds.mayBeNull ? values + [.null] : values
  }
}
