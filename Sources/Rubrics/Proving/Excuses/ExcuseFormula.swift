import Values

/// What conditions and losses say of facts, as logic over terms.
///
/// A formula is true, false or null, as FEEL has it, or open where it meets a doubt.
indirect enum ExcuseFormula {
  struct Branch {
    let when: ExcuseFormula
    let gives: ExcuseFormula
  }

  struct Weight {
    let when: ExcuseFormula
    let points: Number
  }

  case constant(Bool)
  case null
  case all([ExcuseFormula])
  case any([ExcuseFormula])
  case not(ExcuseFormula)
  /// All of them, or any; null as soon as one of them is, as `min` and `max` are.
  case strict([ExcuseFormula], isAny: Bool)
  case number(ExcuseTerm, NumberSet)
  case text(ExcuseTerm, Set<String>)
  case holds(ExcuseTerm)
  /// Whether it is true: a null is not.
  case sure(ExcuseFormula)
  /// What the first branch gives whose condition holds; null where the condition before it is null.
  case chosen([Branch], otherwise: ExcuseFormula)
  /// Two of them hold, or more.
  case twice([ExcuseFormula])
  /// The points of those that hold add up to a number of the set.
  case sum([Weight], NumberSet)
  /// The second, where the first is null.
  case settled(ExcuseFormula, null: ExcuseFormula)
  case doubt(ExcuseDoubt)
}

extension ExcuseFormula {
  /// Every formula directly inside this one.
  var parts: [ExcuseFormula] {
    switch self {
    case .constant, .null, .number, .text, .holds, .doubt: []
    case .all(let parts), .any(let parts), .strict(let parts, _), .twice(let parts): parts
    case .not(let part), .sure(let part): [part]
    case .chosen(let branches, let otherwise):
      branches.flatMap { [$0.when, $0.gives] } + [otherwise]
    case .sum(let weights, _): weights.map(\.when)
    case .settled(let part, let null): [part, null]
    }
  }

  func walk(_ visit: (ExcuseFormula) -> Void) {
    visit(self)
    for part in parts { part.walk(visit) }
  }

  func mentions(_ wanted: ExcuseTerm) -> Bool {
    switch self {
    case .number(let term, _), .text(let term, _), .holds(let term): term == wanted
    default: parts.contains { $0.mentions(wanted) }
    }
  }
}

/// What terms are, for one evaluation of a formula.
typealias ExcuseValues = [ExcuseTerm: ExcuseValue]

enum ExcuseValue {
  case number(Number)
  case text(String)
  case boolean(Bool)
  case null
}

/// How a formula comes out.
enum ExcuseTruth {
  case yes, no, null, open

  init(_ holds: Bool) { self = holds ? .yes : .no }

  var negated: ExcuseTruth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .null, .open: self
    }
  }

  /// The one both are; open where they differ.
  func joined(with other: ExcuseTruth) -> ExcuseTruth { self == other ? self : .open }
}

extension ExcuseFormula {
  func truth(_ values: ExcuseValues) -> ExcuseTruth {
    switch self {
    case .constant(let always): return ExcuseTruth(always)
    case .null: return .null
    case .doubt: return .open
    case .all(let parts): return Self.all(parts, values)
    case .any(let parts): return Self.all(parts, values, of: .no).negated
    case .not(let part): return part.truth(values).negated
    case .strict(let parts, let isAny): return Self.strict(parts, isAny, values)
    case .number(let term, let set):
      if case .number(let number)? = values[term] { return ExcuseTruth(set.contains(number)) }
      return .null
    case .text(let term, let texts):
      if case .text(let text)? = values[term] { return ExcuseTruth(texts.contains(text)) }
      return .null
    case .holds(let term):
      if case .boolean(let boolean)? = values[term] { return ExcuseTruth(boolean) }
      return .null
    case .sure(let part):
      let truth = part.truth(values)
      return truth == .null ? .no : truth
    case .chosen(let branches, let otherwise): return Self.chosen(branches, otherwise, values)
    case .twice(let parts): return Self.twice(parts, values)
    case .sum(let weights, let set): return Self.sum(weights, set, values)
    case .settled(let part, let null):
      let truth = part.truth(values)
      return truth == .null ? null.truth(values) : truth
    }
  }

  /// The conjunction; with `wanted` false, of the negations.
  private static func all(
    _ parts: [ExcuseFormula], _ values: ExcuseValues, of wanted: ExcuseTruth = .yes
  ) -> ExcuseTruth {
    var worst = ExcuseTruth.yes
    for part in parts {
      let truth = wanted == .yes ? part.truth(values) : part.truth(values).negated
      switch truth {
      case .no: return .no
      case .open: worst = .open
      case .null: if worst == .yes { worst = .null }
      case .yes: break
      }
    }
    return worst
  }

  /// What is open may be null as well, so that nothing beside it decides.
  private static func strict(
    _ parts: [ExcuseFormula], _ isAny: Bool, _ values: ExcuseValues
  ) -> ExcuseTruth {
    let truths = parts.map { $0.truth(values) }
    if truths.contains(.null) { return .null }
    if truths.contains(.open) { return .open }
    return ExcuseTruth(isAny ? truths.contains(.yes) : !truths.contains(.no))
  }

  private static func chosen(
    _ branches: [Branch], _ otherwise: ExcuseFormula, _ values: ExcuseValues
  ) -> ExcuseTruth {
    var possible: ExcuseTruth?
    for branch in branches {
      let given: ExcuseTruth
      let holds = branch.when.truth(values)
      switch holds {
      case .no: continue
      case .null: given = .null
      case .yes, .open: given = branch.gives.truth(values)
      }
      possible = possible?.joined(with: given) ?? given
      if holds != .open { return possible ?? given }
    }
    let last = otherwise.truth(values)
    return possible?.joined(with: last) ?? last
  }

  private static func twice(_ parts: [ExcuseFormula], _ values: ExcuseValues) -> ExcuseTruth {
    var sure = 0
    var possible = 0
    for part in parts {
      switch part.truth(values) {
      case .yes: sure += 1
      case .open: possible += 1
      case .no, .null: break
      }
    }
    return sure > 1 ? .yes : sure + possible > 1 ? .open : .no
  }

  /// What may or may not be added leaves an interval, and every number of it has to agree.
  private static func sum(
    _ weights: [Weight], _ set: NumberSet, _ values: ExcuseValues
  ) -> ExcuseTruth {
    var low = Number.zero
    var high = Number.zero
    for weight in weights {
      let truth = weight.when.truth(values)
      guard truth != .no else { continue }
      let mayRise = truth == .yes || weight.points.isPositive
      let mayFall = truth == .yes || weight.points.isNegative
      guard let lower = mayFall ? low.adding(weight.points) : low,
        let higher = mayRise ? high.adding(weight.points) : high
      else { return .open }
      (low, high) = (lower, higher)
    }
    let reached = NumberSet.from(low, included: true).intersection(.to(high, included: true))
    let common = reached.intersection(set)
    return common.isEmpty ? .no : common == reached ? .yes : .open
  }

  /// The doubts that keep it open, in the order of writing.
  func doubts(_ values: ExcuseValues) -> [ExcuseDoubt] {
    switch self {
    case .doubt(let doubt): return [doubt]
    case .settled(let part, let null):
      return part.truth(values) == .null ? null.doubts(values) : part.doubts(values)
    default: break
    }
    return parts.filter { $0.truth(values) == .open }.flatMap { $0.doubts(values) }
  }
}
