import Diagnostics
import Values

/// Turns the steps of a plan into instructions over blocks of rows.
package struct ColumnCompiler {
  /// What a slot of the plan's scope stands for.
  package indirect enum Input: Sendable {
    /// `others` are the lanes in which it is not plain: who looks there falls out.
    case value(LaneValue, others: LaneID? = nil)
    /// A context of which entries are looked at by name.
    case context([String: Input])
    case refused(ColumnRefusal.Cause)
  }

  /// What a step comes to before the program runs.
  enum Compiled {
    case value(LaneValue)
    case list([Member])
    case context([String: Input])
  }

  /// A member of a list of fixed length, of which a filter may have taken out some lanes.
  struct Member {
    let value: LaneValue
    /// `nil`: in every lane.
    var present: LaneID?
  }

  /// Says where steps stand; a decision table does not.
  private let plan: Plan?
  let mode: Mode
  private let inputs: (Int) -> Input
  var frame: [Int: Compiled] = [:]
  private var depth = 0

  /// Steps inside steps; nobody writes as deep, and the stack of any thread holds it.
  private static let greatestDepth = 80

  init(_ plan: Plan?, mode: Mode, _ inputs: @escaping (Int) -> Input) {
    self.plan = plan
    self.mode = mode
    self.inputs = inputs
  }

  /// The value of `plan` in the lanes that are active, where every slot is as `inputs` says.
  package static func compile(
    _ plan: Plan, _ inputs: @escaping (Int) -> Input, into assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    var compiler = ColumnCompiler(plan, mode: plan.mode, inputs)
    let active = assembler.active
    defer {
      assembler.active = active
      assembler.place = nil
    }
    return try compiler.value(of: plan.step, &assembler)
  }

  mutating func value(
    of step: Step, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    switch try compiled(step, &assembler) {
    case .value(let value): return value
    case .list, .context:
      assembler.place = place(of: step)
      throw assembler.refuse(.kindOfValue)
    }
  }

  mutating func compiled(
    _ step: Step, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> Compiled {
    guard depth < Self.greatestDepth else { throw refusal(step, .depth, assembler) }
    depth += 1
    defer { depth -= 1 }
    switch step.form {
    case .constant(let value): return constant(value)
    case .input(let slot):
      assembler.place = place(of: step)
      return try compiled(inputs(slot), &assembler)
    case .local(let slot):
      guard let value = frame[slot] else { throw refusal(step, .form("?"), assembler) }
      return value
    case .list(let steps):
      var members: [Member] = []
      for step in steps { members.append(Member(value: try value(of: step, &assembler))) }
      return .list(members)
    case .path(let source, let name, _):
      guard case .context(let entries) = try compiled(source, &assembler),
        let entry = entries[name]
      else { throw refusal(step, .form("." + name), assembler) }
      assembler.place = place(of: step)
      return try compiled(entry, &assembler)
    case .filter(let source, let binding, let condition):
      return .list(try filter(source, binding, condition, &assembler))
    default: return .value(try plain(step, &assembler))
    }
  }

  private func compiled(
    _ input: Input, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> Compiled {
    switch input {
    case .value(let value, let others):
      assembler.fallOut(where: others)
      return .value(value)
    case .context(let entries): return .context(entries)
    case .refused(let cause): throw assembler.refuse(cause)
    }
  }

  private func constant(_ value: Value) -> Compiled {
    guard case .list(let list) = value else { return .value(.constant(value)) }
    let cursor = ListCursor(list)
    return .list((0..<cursor.count).map { Member(value: .constant(cursor[$0])) })
  }

  private mutating func plain(
    _ step: Step, _ assembler: inout ColumnAssembler
  ) throws(ColumnRefusal) -> LaneValue {
    func here(_ assembler: inout ColumnAssembler) { assembler.place = place(of: step) }
    switch step.form {
    case .negation(let operand):
      let operand = try value(of: operand, &assembler)
      here(&assembler)
      return try assembler.negated(operand)
    case .arithmetic(let operation, let left, let right):
      let left = try value(of: left, &assembler)
      let right = try value(of: right, &assembler)
      here(&assembler)
      return try assembler.calculate(operation, left, right)
    case .comparison(let comparison, let left, let right):
      let left = try value(of: left, &assembler)
      let right = try value(of: right, &assembler)
      here(&assembler)
      return try assembler.compare(comparison, left, right)
    case .between(let tested, let low, let high):
      let tested = try value(of: tested, &assembler)
      let low = try value(of: low, &assembler)
      let high = try value(of: high, &assembler)
      here(&assembler)
      let atLeast = try assembler.compare(.atLeast, tested, low)
      return try assembler.and(atLeast, try assembler.compare(.atMost, tested, high))
    case .and(let terms):
      var all = LaneValue.constant(.boolean(true))
      for term in terms {
        let term = try value(of: term, &assembler)
        here(&assembler)
        all = try assembler.and(all, term)
      }
      return all
    case .or(let terms):
      var any = LaneValue.constant(.boolean(false))
      for term in terms {
        let term = try value(of: term, &assembler)
        here(&assembler)
        any = try assembler.or(any, term)
      }
      return any
    case .if(let condition, let then, let otherwise):
      let condition = try value(of: condition, &assembler)
      here(&assembler)
      var first = self
      var second = self
      return try assembler.choose(
        condition, mode: mode,
        then: { assembler throws(ColumnRefusal) in try first.value(of: then, &assembler) },
        otherwise: { assembler throws(ColumnRefusal) in
          try second.value(of: otherwise, &assembler)
        })
    case .matching(let match): return try matches(match, &assembler)
    case .builtin(let overloads, let arguments):
      return try call(overloads, arguments, at: place(of: step), &assembler)
    case .decisionTable(let table):
      here(&assembler)
      return try decide(table, &assembler)
    case .constant, .input, .local, .list, .path, .filter, .context, .range, .instance, .index,
      .for, .some, .every, .call, .function:
      throw refusal(
        step, .form(plan.map { String($0.text(of: step).prefix(60)) } ?? "?"), assembler)
    }
  }

  private func place(of step: Step) -> Place? { plan.map { $0.place(of: step) } }

  func refusal(
    _ step: Step, _ cause: ColumnRefusal.Cause, _ assembler: ColumnAssembler
  ) -> ColumnRefusal {
    ColumnRefusal(cause, at: place(of: step))
  }
}
