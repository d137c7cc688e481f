import Values

extension Value {
  /// Whether `value` passes a test that is not a condition: it equals the test, or is in it.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.7, table 54.
  static func matches(_ value: Value, _ test: Value) -> Truth {
    switch test {
    case .range(let range): return includes(range, value)
    case .list(let list):
      let members = ListCursor(list)
      var found = Truth(false)
      if case .list = value { found = equal(value, test).nullAsFalse }
      for index in 0..<members.count {
        if found.may == .isTrue { break }
        var member: Truth
        if case .range(let range) = members[index] {
          member = includes(range, value)
        } else {
          member = equal(value, members[index])
        }
        member = member.nullAsFalse
        if members.isOpen(index) {
          member = member.union(Truth(.isFalse, missing: members.missing))
        }
        found = .or(found, member)
      }
      return found
    case .unknown(let unknown):
      if let tests = test.alternatives, tests.count <= Limits.maximumCombinations {
        var truth: Truth?
        for test in tests {
          let one = matches(value, test)
          truth = truth?.union(one) ?? one
        }
        if var truth {
          if !truth.isKnown { truth.missing = missing(value, .unknown(unknown)) }
          return truth
        }
      }
      if unknown.bounds.kind.mayBeCollection {
        return Truth(.all, missing: missing(value, test))
      }
      return equal(value, test)
    default: return equal(value, test)
    }
  }

  /// Whether `value` lies in `range`.
  static func includes(_ range: ValueRange, _ value: Value) -> Truth {
    if let excluded = range.excluded { return equal(value, excluded).negated }
    if range.isPoint, let point = range.low { return equal(value, point) }
    if case .number(let number) = value, let isInside = includes(range, number) {
      return Truth(isInside)
    }
    var truth = Truth(true)
    if let low = range.low {
      truth = compare(range.includesLow ? .atLeast : .greater, value, low)
    }
    if let high = range.high {
      truth = .and(truth, compare(range.includesHigh ? .atMost : .less, value, high))
    }
    return truth
  }
}

extension Value {
  /// The plain case, which tables ask most: a known number between known numbers.
  ///
  /// - Returns: `nil` where an end is something else.
  private static func includes(_ range: ValueRange, _ number: Number) -> Bool? {
    if let low = range.low {
      guard case .number(let low) = low else { return nil }
      if range.includesLow ? number < low : number <= low {
        // What the other end is may still matter.
        guard let high = range.high else { return false }
        guard case .number = high else { return nil }
        return false
      }
    }
    if let high = range.high {
      guard case .number(let high) = high else { return nil }
      return range.includesHigh ? number <= high : number < high
    }
    return true
  }
}

extension Bounds.Kind {
  /// A list or a range may come out.
  var mayBeCollection: Bool {
    switch self {
    case .any: true
    case .shaped(.list), .shaped(.range): true
    case .boolean, .number, .oneOf, .shaped: false
    }
  }
}
