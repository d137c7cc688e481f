import Values

extension Call {
  /// What is said where an unknown allows no bounds.
  var nothingKnown: Value {
    .unknown(Unknown(.any, missing: missing))
  }

  /// Runs `body` where only members are not known, so that positions mean what they say.
  func withFixedMembership(_ body: (Call) -> Value) -> Value {
    hasFixedMembership ? body(self) : nothingKnown
  }

  /// The members of the first so many arguments, and the others as members themselves.
  ///
  /// - Returns: `nil` where a list is not known at all.
  func gathered(lists: Int) -> [Candidate]? {
    var gathered: [Candidate] = []
    for (index, argument) in arguments.enumerated() {
      if index >= lists {
        gathered.append(Candidate(value: argument, isOpen: false))
      } else if case .list(let list) = argument {
        gathered.append(contentsOf: list.candidates)
      } else {
        return nil
      }
    }
    return gathered
  }

  func gather(lists: Int) -> Value {
    guard let gathered = gathered(lists: lists) else { return nothingKnown }
    guard gathered.count <= Limits.listLength else { return null(.limitExceeded) }
    return .list(gathered, missing: missing)
  }

  /// Changes the list at 0 at the position at 1, with the value at 2.
  func editing(_ edit: (inout [Value], Int, Value) -> Void) -> Value {
    var members = members(0)
    guard let position = truncated(1),
      let place = Builtins.place(position, among: members.count)
    else { return null(.noSuchIndex) }
    edit(&members, place, self[2])
    return .list(.values(members))
  }

  /// The candidates without repetition.
  ///
  /// A member that is not known may turn out to repeat another, so it becomes open; but one of them
  /// stays certain where nothing else is.
  func distinct(_ candidates: [Candidate]) -> Value {
    var certain = DistinctValues()
    for candidate in candidates where !candidate.isOpen && !candidate.value.holdsUnknown {
      certain.insert(candidate.value)
    }
    var isNothingCertain = certain.values.isEmpty
    var all = DistinctValues()
    var distinct: [Candidate] = []
    var known = certain
    for candidate in candidates {
      if candidate.value.holdsUnknown {
        let isFirst = isNothingCertain && !candidate.isOpen
        if isFirst { isNothingCertain = false }
        distinct.append(Candidate(value: candidate.value, isOpen: !isFirst))
      } else if all.insert(candidate.value) {
        distinct.append(
          Candidate(value: candidate.value, isOpen: known.insert(candidate.value)))
      }
    }
    return .list(distinct, missing: missing)
  }
}

extension Value {
  /// Whether two values are equal; `nil` where they may be or not.
  func mayEqual(_ other: Value) -> Bool? {
    guard holdsUnknown || other.holdsUnknown else { return isEqual(to: other) }
    switch (self, other) {
    case (.unknown(let unknown), let known), (let known, .unknown(let unknown)):
      if case .unknown = known { return nil }
      return unknown.bounds.mayHold(known) ? nil : false
    default: return nil
    }
  }
}

extension Bounds {
  /// Whether a known value may be the one.
  func mayHold(_ value: Value) -> Bool {
    if case .null = value { return mayBeNull }
    switch kind {
    case .any, .shaped: return true
    case .boolean:
      if case .boolean = value { return true }
      return false
    case .number(let low, let high, let isWhole):
      guard case .number(let number) = value else { return false }
      if let low, number < low { return false }
      if let high, number > high { return false }
      return !isWhole || number.isInteger
    case .oneOf(let values): return values.contains { $0.isEqual(to: value) }
    }
  }
}
