import Values

extension Builtin.Overloads {
  // A function over three truth values and a handful of words is tried in every case; beyond that
  // bounds have to do.
  private static let maximumCases = 64

  /// Calls once for each combination of values that the arguments may have.
  ///
  /// - Returns: `nil` where an argument has no list of possible values, or the cases are too many.
  func everyCase(of arguments: [Value], in setting: Call.Setting) -> Value? {
    var cases: [[Value]] = [[]]
    var missing: [Missing] = []
    for argument in arguments {
      guard let possible = argument.possibleValues,
        cases.count * possible.count <= Self.maximumCases
      else { return nil }
      cases = cases.flatMap { made in possible.map { made + [$0] } }
      argument.collectMissing(into: &missing)
    }
    return Value.oneOf(cases.map { call($0, in: setting) }, missing: missing)
  }
}

extension Value {
  /// Every value that this may turn out to be; itself where it is known.
  ///
  /// - Returns: `nil` where they cannot be listed.
  fileprivate var possibleValues: [Value]? {
    guard case .unknown(let unknown) = self else { return holdsUnknown ? nil : [self] }
    let values: [Value]
    switch unknown.bounds.kind {
    case .boolean: values = [.boolean(false), .boolean(true)]
    case .oneOf(let listed): values = listed
    case .any, .number, .shaped: return nil
    }
    guard !values.contains(where: \.holdsUnknown) else { return nil }
    return unknown.bounds.mayBeNull ? values + [.null] : values
  }

  /// What is known if it is one of these: the value itself where there is only one.
  fileprivate static func oneOf(_ results: [Value], missing: [Missing]) -> Value? {
    var distinct = DistinctValues()
    var mayBeNull = false
    for result in results {
      if result.holdsUnknown { return nil }
      if case .null = result {
        mayBeNull = true
      } else {
        distinct.insert(result)
      }
    }
    guard let first = distinct.values.first else { return results.first }
    if distinct.values.count == 1 && !mayBeNull { return first }
    let areTruthValues = distinct.values.allSatisfy {
      if case .boolean = $0 { true } else { false }
    }
    let kind: Bounds.Kind =
      areTruthValues && distinct.values.count == 2 ? .boolean : .oneOf(distinct.values)
    return .unknown(Unknown(Bounds(kind, mayBeNull: mayBeNull), missing: missing))
  }
}
