import Values

extension ColumnCompiler {
  /// `[a, b, c][condition]`: each member stays in the lanes in which its condition is true.
  mutating func filter(
    _ source: Step, _ binding: Binding, _ condition: Step, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> [Member] {
    guard case .list(let members) = try compiled(source, &assembler) else {
      throw refusal(source, .rows, assembler)
    }
    var kept: [Member] = []
    for member in members {
      if let slot = binding.slot { frame[slot] = .value(member.value) }
      // Plain values have no entries: the name means what it means outside.
      for entry in binding.entries {
        guard let step = entry.otherwise, member.value.hasNoEntries else {
          throw refusal(condition, .form(entry.name), assembler)
        }
        frame[entry.slot] = .value(try value(of: step, &assembler))
      }
      let holds = try assembler.nullAsFalse(try value(of: condition, &assembler))
      switch holds.form {
      case .constant(.boolean(true)): kept.append(member)
      case .truth(let mask):
        kept.append(
          Member(value: member.value, present: assembler.both(member.present, mask)))
      default: break
      }
    }
    return kept
  }

  /// `in`, and the entries of decision tables.
  mutating func matches(
    _ match: MatchStep, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    let tested = try value(of: match.input, &assembler)
    frame[match.slot] = .value(tested)
    guard !match.tests.isEmpty else { return .constant(.boolean(true)) }
    var found = LaneValue.constant(.boolean(false))
    for test in match.tests {
      found = try assembler.or(found, try holds(test, for: tested, &assembler))
    }
    return match.isNegated ? try assembler.not(found) : found
  }

  private mutating func holds(
    _ test: MatchStep.Test, for tested: LaneValue, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    switch test {
    case .condition(let step):
      let result = try value(of: step, &assembler)
      switch result.form {
      case .truth, .constant(.boolean), .constant(.null): return result
      default: return try assembler.compare(.equal, tested, result)
      }
    case .member(let step):
      switch step.form {
      case .range(let range) where range.isPoint:
        guard let point = range.low else { throw assembler.refuse(.kindOfValue) }
        return try assembler.compare(.equal, tested, try value(of: point, &assembler))
      case .range(let range):
        return try includes(
          try range.low.map { low throws(ColumnRefusal) in try value(of: low, &assembler) },
          range.includesLow,
          try range.high.map { high throws(ColumnRefusal) in try value(of: high, &assembler) },
          range.includesHigh, tested, &assembler)
      case .constant(let value): return try matches(tested, value, &assembler)
      case .list(let steps):
        var found = LaneValue.constant(.boolean(false))
        for step in steps {
          let one = try holds(.member(step), for: tested, &assembler)
          found = try assembler.or(found, try assembler.nullAsFalse(one))
        }
        return found
      default: return try assembler.compare(.equal, tested, try value(of: step, &assembler))
      }
    }
  }

  private func matches(
    _ tested: LaneValue, _ test: Value, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    switch test {
    case .range(let range) where range.isPoint:
      guard let point = range.low else { throw assembler.refuse(.kindOfValue) }
      return try assembler.compare(.equal, tested, .constant(point))
    case .range(let range):
      return try includes(
        range.low.map(LaneValue.constant), range.includesLow, range.high.map(LaneValue.constant),
        range.includesHigh, tested, &assembler)
    case .list(let list):
      let cursor = ListCursor(list)
      var found = LaneValue.constant(.boolean(false))
      for index in 0..<cursor.count {
        if case .list = cursor[index] { throw assembler.refuse(.kindOfValue) }
        let one = try matches(tested, cursor[index], &assembler)
        found = try assembler.or(found, try assembler.nullAsFalse(one))
      }
      return found
    default: return try assembler.compare(.equal, tested, .constant(test))
    }
  }

  private func includes(
    _ low: LaneValue?, _ includesLow: Bool, _ high: LaneValue?, _ includesHigh: Bool,
    _ tested: LaneValue, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    var all = LaneValue.constant(.boolean(true))
    if let low {
      all = try assembler.compare(includesLow ? .atLeast : .greater, tested, low)
    }
    if let high {
      let below = try assembler.compare(includesHigh ? .atMost : .less, tested, high)
      all = try assembler.and(all, below)
    }
    return all
  }
}

extension LaneValue {
  /// A number, truth value or text, of which no entry can be asked.
  fileprivate var hasNoEntries: Bool {
    switch form {
    case .truth, .scaled, .number, .text, .constant(.boolean), .constant(.number),
      .constant(.string), .constant(.null):
      true
    case .day, .constant: false
    }
  }
}
