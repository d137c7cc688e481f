import Values

extension Value {
  /// Whether `value` passes a test that is not a condition: it equals the test, or is in it.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.7, table 54.
  static func matches(_ value: Value, _ test: Value, in zones: ZoneRules?) -> Truth {
    switch test {
    case .range(let range): return includes(range, value, in: zones)
    case .list(let list):
      let members = ListCursor(list)
      var found = Truth(false)
      if case .list = value { found = equal(value, test, in: zones).nullAsFalse }
      for index in 0..<members.count {
        if found.may == .isTrue { break }
        var member: Truth
        if case .range(let range) = members[index] {
          member = includes(range, value, in: zones)
        } else {
          member = equal(value, members[index], in: zones)
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
          let one = matches(value, test, in: zones)
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
      return equal(value, test, in: zones)
    default: return equal(value, test, in: zones)
    }
  }

  /// Whether `value` lies in `range`.
  static func includes(_ range: ValueRange, _ value: Value, in zones: ZoneRules?) -> Truth {
    var truth = Truth(true)
    if let low = range.low {
      truth = compare(range.includesLow ? .atLeast : .greater, value, low, in: zones)
    }
    if let high = range.high {
      truth = .and(truth, compare(range.includesHigh ? .atMost : .less, value, high, in: zones))
    }
    return truth
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
