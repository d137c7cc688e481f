import Values

extension ColumnCompiler {
  /// The answer of a decision table in the lanes that are active.
  package static func compile(
    _ table: DecisionTablePlan, _ inputs: @escaping (Int) -> Input,
    into assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    var compiler = ColumnCompiler(nil, mode: table.mode, inputs)
    let active = assembler.active
    defer { assembler.leave(to: active) }
    return try compiler.decide(table, &assembler)
  }

  /// One rule at most may hold where it is UNIQUE or ANY; where several do the row evaluator says what follows.
  mutating func decide(
    _ table: DecisionTablePlan, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    let isFirst = table.hitPolicy == .first
    guard isFirst || table.hitPolicy == .unique || table.hitPolicy == .any,
      table.outputs.count == 1, table.outputs[0].allowed == nil
    else { throw assembler.refuse(.form(table.hitPolicy.rawValue)) }
    for input in table.inputs {
      frame[input.slot] = .value(try value(of: input.value, &assembler))
      guard let allowed = input.allowed else { continue }
      let isAllowed = try assembler.nullAsFalse(try matches(allowed, &assembler))
      try fallOut(whereNot: isAllowed, &assembler)
    }
    var held: [LaneID] = []
    var outputs: [LaneValue] = []
    var anyHeld: LaneID?
    for rule in table.rules {
      var all = LaneValue.constant(.boolean(true))
      for test in rule.tests {
        all = try assembler.and(all, try assembler.nullAsFalse(try matches(test, &assembler)))
      }
      guard let mask = try mask(all, &assembler) else { continue }
      if !isFirst, let others = anyHeld { assembler.fallOut(where: assembler.both(others, mask)) }
      anyHeld = assembler.either(anyHeld, mask)
      held.append(mask)
      outputs.append(try value(of: rule.outputs[0], &assembler))
    }
    var result = LaneValue.constant(.null)
    if let otherwise = table.outputs[0].otherwise {
      result = try value(of: otherwise, &assembler)
    }
    for (mask, output) in zip(held, outputs).reversed() {
      result = try assembler.choose(mask, output, result)
    }
    return result
  }

  /// - Returns: `nil` where it holds nowhere.
  private func mask(
    _ truth: LaneValue, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneID? {
    switch truth.form {
    case .truth(let mask): return mask
    case .constant(.boolean(let flag)): return flag ? assembler.opposite(assembler.none) : nil
    case .constant(.null): return nil
    default: throw assembler.refuse(.kindOfValue)
    }
  }

  private func fallOut(
    whereNot truth: LaneValue, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) {
    let mask = try mask(truth, &assembler) ?? assembler.none
    assembler.fallOut(where: assembler.opposite(mask))
  }
}
