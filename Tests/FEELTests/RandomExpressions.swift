import Diagnostics
import Values

@testable import FEEL

/// A sequence of numbers that is the same for the same seed on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}

/// Something that is not known, with all (or many) of the values it may turn out to be.
struct OpenInput {
  let unknown: Value
  let completions: [Value]
}

/// Writes random expressions over a few inputs, as steps.
struct RandomExpressions {
  enum Kind { case number, boolean, string }

  var random: SeededNumbers
  private(set) var inputs: [(kind: Kind, input: OpenInput)] = []
  private var lastID: Int32 = -1
  /// Slots of the frame in use: members of filters and iterations.
  private var locals: [(kind: Kind, slot: Int)] = []
  private(set) var frameSize = 0

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    for number in 0..<4 {
      let kind = number < 2 ? Kind.number : number == 2 ? .boolean : .string
      inputs.append((kind, input(kind, named: "input \(number)")))
    }
  }

  private mutating func input(_ kind: Kind, named name: String) -> OpenInput {
    let missing = [Missing(name, .absent)]
    let mayBeNull = random.chance(20)
    var completions: [Value]
    let bounds: Bounds.Kind
    switch kind {
    case .boolean:
      completions = [.boolean(true), .boolean(false)]
      bounds = .boolean
    case .string:
      completions = ["a", "b", "abc"].prefix(Int.random(in: 1...3, using: &random))
        .map(Value.string)
      bounds = .oneOf(completions)
    case .number where random.chance(30):
      completions = [-1, 0, 2, 5].map { .number(Number($0)) }
      bounds = .oneOf(completions)
    case .number:
      let low = Int.random(in: -3...3, using: &random)
      let high = low + Int.random(in: 0...4, using: &random)
      completions = (low...high).map { .number(Number($0)) }
      let isWhole = random.chance(50)
      if !isWhole, let half = Number("0.5"), let between = Number(low).adding(half), low < high {
        completions.append(.number(between))
      }
      bounds = .number(low: Number(low), high: Number(high), isWhole: isWhole)
    }
    if mayBeNull { completions.append(.null) }
    return OpenInput(
      unknown: .unknown(Unknown(Bounds(bounds, mayBeNull: mayBeNull), missing: missing)),
      completions: completions)
  }

  mutating func step(_ form: Step.Form) -> Step {
    lastID += 1
    return Step(lastID, form)
  }

  mutating func expression(_ kind: Kind, depth: Int) -> Step {
    switch kind {
    case .number: number(depth)
    case .boolean: boolean(depth)
    case .string: string(depth)
    }
  }

  private mutating func leaf(_ kind: Kind, _ constants: [Value]) -> Step {
    let bound = locals.filter { $0.kind == kind }
    if !bound.isEmpty, random.chance(40) { return step(.local(random.one(of: bound).slot)) }
    let slots = inputs.indices.filter { inputs[$0].kind == kind }
    if random.chance(65) { return step(.input(random.one(of: slots))) }
    return step(.constant(random.one(of: constants)))
  }

  private mutating func number(_ depth: Int) -> Step {
    let constants: [Value] = [-2, 0, 1, 3, 7].map { .number(Number($0)) }
    guard depth > 0 else { return leaf(.number, constants) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2:
      let operation = random.one(of: [Operator.Arithmetic.add, .subtract, .multiply, .divide])
      return step(.arithmetic(operation, number(depth - 1), number(depth - 1)))
    case 3:
      let power = step(.constant(.number(Number(Int.random(in: 0...3, using: &random)))))
      return step(.arithmetic(.power, number(depth - 1), power))
    case 4: return step(.negation(number(depth - 1)))
    case 5: return choice(.number, depth)
    case 6: return call(random.one(of: ["count", "sum", "min", "max", "mean"]), list(depth - 1))
    case 7: return call(random.one(of: ["abs", "floor", "ceiling"]), number(depth - 1))
    case 8:
      return step(.index(list(depth - 1), at: number(depth - 1)))
    default: return leaf(.number, constants)
    }
  }

  private mutating func boolean(_ depth: Int) -> Step {
    guard depth > 0 else { return leaf(.boolean, [.boolean(true), .boolean(false), .null]) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1:
      let all = [Operator.Comparison.equal, .unequal, .less, .atMost, .greater, .atLeast]
      let kind = random.one(of: [Kind.number, .number, .string])
      return step(
        .comparison(
          random.one(of: all), expression(kind, depth: depth - 1),
          expression(kind, depth: depth - 1)))
    case 2: return step(.and([boolean(depth - 1), boolean(depth - 1)]))
    case 3: return step(.or([boolean(depth - 1), boolean(depth - 1)]))
    case 4:
      return step(
        .between(number(depth - 1), low: number(depth - 1), high: number(depth - 1)))
    case 5: return choice(.boolean, depth)
    case 6: return matching(depth)
    case 7: return quantifier(depth)
    default: return call("not", boolean(depth - 1))
    }
  }

  private mutating func string(_ depth: Int) -> Step {
    let constants = ["a", "b", "c"].map(Value.string)
    guard depth > 0 else { return leaf(.string, constants) }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return step(.arithmetic(.add, string(depth - 1), string(depth - 1)))
    case 1: return choice(.string, depth)
    case 2: return call("upper case", string(depth - 1))
    default: return leaf(.string, constants)
    }
  }

  private mutating func choice(_ kind: Kind, _ depth: Int) -> Step {
    step(
      .if(
        boolean(depth - 1), then: expression(kind, depth: depth - 1),
        otherwise: expression(kind, depth: depth - 1)))
  }

  private mutating func call(_ name: String, _ argument: Step) -> Step {
    guard let overloads = Builtins.named(name) else { return argument }
    return step(.builtin(overloads, [argument]))
  }

  mutating func list(_ depth: Int) -> Step {
    if depth > 0, random.chance(50) {
      let source = list(depth - 1)
      let slot = newSlot(.number)
      let condition = boolean(depth - 1)
      locals.removeLast()
      let binding = Binding(slot: slot, entries: [])
      if random.chance(60) {
        return step(.filter(source, binding, condition: condition))
      }
      locals.append((.number, slot))
      let body = number(depth - 1)
      locals.removeLast()
      return step(
        .for(
          ForStep(
            iterations: [Iteration(binding: binding, domain: .list(source))], partial: nil,
            body: body)))
    }
    var members: [Step] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      members.append(number(max(0, depth - 1)))
    }
    return step(.list(members))
  }

  private mutating func newSlot(_ kind: Kind) -> Int {
    let slot = frameSize
    frameSize += 1
    locals.append((kind, slot))
    return slot
  }

  private mutating func quantifier(_ depth: Int) -> Step {
    let source = list(depth - 1)
    let slot = newSlot(.number)
    let condition = boolean(depth - 1)
    locals.removeLast()
    let iteration = Iteration(binding: Binding(slot: slot, entries: []), domain: .list(source))
    return random.chance(50)
      ? step(.some([iteration], satisfies: condition))
      : step(.every([iteration], satisfies: condition))
  }

  private mutating func matching(_ depth: Int) -> Step {
    let kind = random.one(of: [Kind.number, .string])
    return step(.matching(match(expression(kind, depth: depth - 1), kind, depth - 1)))
  }

  /// Tests over a value, as in the entry of a decision table.
  mutating func match(_ tested: Step, _ kind: Kind, _ depth: Int) -> MatchStep {
    let slot = newSlot(kind)
    locals.removeLast()
    var tests: [MatchStep.Test] = []
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      if random.chance(50) {
        let comparison = random.one(of: [Operator.Comparison.less, .atLeast, .unequal])
        let other = expression(kind, depth: max(0, depth - 1))
        tests.append(.condition(step(.comparison(comparison, step(.local(slot)), other))))
      } else if kind == .number, random.chance(50) {
        let low = number(0)
        let high = number(0)
        tests.append(
          .member(
            step(
              .range(
                RangeStep(
                  low: low, high: high, includesLow: random.chance(50),
                  includesHigh: random.chance(50))))))
      } else {
        tests.append(.member(expression(kind, depth: max(0, depth - 1))))
      }
    }
    return MatchStep(input: tested, slot: slot, tests: tests, isNegated: random.chance(20))
  }

  mutating func takeSlot() -> Int {
    frameSize += 1
    return frameSize - 1
  }
}
