extension Value {
  /// More alternatives than this are not counted out.
  package static let maximumAlternatives = 16

  /// All the values that this one may turn out to be, if they are few; a known value is its only one.
  package var alternatives: [Value]? {
    guard case .unknown(let unknown) = self else { return isKnownThroughout ? [self] : nil }
    var found: [Value]
    switch unknown.bounds.kind {
    case .any, .shaped: return nil
    case .boolean: found = [.boolean(true), .boolean(false)]
    case .oneOf(let values): found = values
    case .number(let low?, let high?, true):
      guard let width = high.subtracting(low)?.intValue, width < Self.maximumAlternatives else {
        return nil
      }
      found = []
      var next: Number? = low
      while let number = next, number <= high, found.count < Self.maximumAlternatives {
        found.append(.number(number))
        next = number.adding(.one)
      }
    case .number: return nil
    }
    if unknown.bounds.mayBeNull { found.append(.null) }
    return found.count <= Self.maximumAlternatives ? found : nil
  }

  /// Whether completed evidence may turn this value into `completed`.
  package func admits(_ completed: Value) -> Bool {
    admits(completed, depth: 0)
  }

  private func admits(_ completed: Value, depth: Int) -> Bool {
    guard depth < MissingList.maximumDepth else { return false }
    switch (self, completed) {
    case (.unknown(let unknown), _): return unknown.bounds.contain(completed)
    case (.context(let mine), .context(let theirs)):
      guard mine.count == theirs.count else { return false }
      return mine.entries.allSatisfy { entry in
        theirs[entry.name].map { entry.value.admits($0, depth: depth + 1) } ?? false
      }
    case (.list(let mine), .list(let theirs)):
      return Self.admits(ListCursor(mine), ListCursor(theirs).members, depth: depth + 1)
    case (.range(let mine), .range(let theirs)):
      guard mine.includesLow == theirs.includesLow, mine.includesHigh == theirs.includesHigh,
        mine.isPoint == theirs.isPoint
      else { return false }
      return admitsEnd(mine.excluded, theirs.excluded, depth: depth + 1)
        && admitsEnd(mine.low, theirs.low, depth: depth + 1)
        && admitsEnd(mine.high, theirs.high, depth: depth + 1)
    default: return isSame(as: completed)
    }
  }

  private func admitsEnd(_ mine: Value?, _ theirs: Value?, depth: Int) -> Bool {
    switch (mine, theirs) {
    case (nil, nil): true
    case (let mine?, let theirs?): mine.admits(theirs, depth: depth)
    case (nil, _?), (_?, nil): false
    }
  }

  /// Members may be left out where they are open, and stand in order.
  private static func admits(_ list: ListCursor, _ completed: [Value], depth: Int) -> Bool {
    // reachable[n]: the members so far can have become the first n completed ones.
    var reachable = [Bool](repeating: false, count: completed.count + 1)
    reachable[0] = true
    for index in 0..<list.count {
      var next = [Bool](repeating: false, count: completed.count + 1)
      for length in 0...completed.count where reachable[length] {
        if list.isOpen(index) { next[length] = true }
        if length < completed.count, list[index].admits(completed[length], depth: depth) {
          next[length + 1] = true
        }
      }
      reachable = next
    }
    return reachable[completed.count]
  }
}

extension Bounds {
  /// Whether a known value lies inside.
  package func contain(_ value: Value) -> Bool {
    if case .null = value { return mayBeNull }
    switch kind {
    case .any: return true
    case .boolean:
      if case .boolean = value { return true }
      return false
    case .number(let low, let high, let isWhole):
      guard case .number(let number) = value else { return false }
      return NumberInterval(low, high, isWhole: isWhole).contains(number)
    case .oneOf(let values): return values.contains { $0.isSame(as: value) }
    case .shaped(let shape): return value.plainShape.map { $0 == shape } ?? true
    }
  }
}
