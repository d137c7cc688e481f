import Values

extension Call {
  /// What is said where an unknown allows no bounds: the type alone, and that it may be null.
  var nothingKnown: Value {
    let shape = builtin.resultShape(of: arguments.map { _ in .any })
    return .unknown(Unknown(Bounds(of: shape).orNull(), missing: missing))
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
      let place = Self.place(position, among: members.count)
    else { return null(.noSuchIndex) }
    edit(&members, place, self[2])
    return .list(.values(members))
  }

  /// The candidates without repetition.
  ///
  /// A member that is not known may turn out to repeat another, so it becomes open; but one of them
  /// stays certain where nothing else is.
  func distinct(_ candidates: [Candidate], besides doubts: [Missing] = []) -> Value {
    var certain = DistinctValues()
    for candidate in candidates where !candidate.isOpen && candidate.value.isSettled {
      certain.insert(candidate.value)
    }
    var isNothingCertain = certain.values.isEmpty
    var all = DistinctValues()
    var distinct: [Candidate] = []
    var known = certain
    for candidate in candidates {
      if !candidate.value.isSettled {
        let isFirst = isNothingCertain && !candidate.isOpen
        if isFirst { isNothingCertain = false }
        distinct.append(Candidate(value: candidate.value, isOpen: !isFirst))
      } else if all.insert(candidate.value) {
        distinct.append(
          Candidate(value: candidate.value, isOpen: known.insert(candidate.value)))
      }
    }
    return .list(distinct, missing: missing.joined(with: doubts))
  }
}
