import Values

/// A rule that is not out, with what it would give.
struct Hit {
  let isCertain: Bool
  let outputs: [Value]
}

/// How a hit policy makes one value of the rules that hold and those that may.
struct Answer {
  let table: DecisionTablePlan
  let inputs: [Value]
  /// In the order of writing.
  let hits: [Hit]
  let otherwise: [Value]?
  /// The declared values of each output, best first; for PRIORITY and OUTPUT ORDER.
  let orders: [[Value]]
  let missing: [Missing]

  var value: Value {
    switch table.hitPolicy {
    case .unique: unique
    case .any: any
    case .first: oneOf(hits)
    case .priority: priority
    case .ruleOrder: list(of: hits)
    case .outputOrder: list(of: ordered(hits))
    case .collect: table.aggregation.map(aggregate) ?? list(of: hits)
    }
  }

  private var certain: [Hit] { hits.filter(\.isCertain) }

  /// A single output is the value itself, several are a context.
  private func result(_ outputs: [Value]) -> Value {
    if outputs.count == 1, let only = outputs.first { return only }
    return .context(
      Context(zip(table.outputs, outputs).map { Context.Entry($0.name ?? "", $1) }))
  }

  private var defaultValue: Value {
    otherwise.map(result) ?? .null(NullReason(.noRuleMatched, nil, madeOf: inputs))
  }

  /// The hull of the candidates, and of the default where it may come to that.
  private func oneOf(_ candidates: [Hit]) -> Value {
    var values = candidates.map { result($0.outputs) }
    if !candidates.contains(where: \.isCertain) { values.append(defaultValue) }
    return .hull(of: values, missing: missing)
  }

  // Open rules beside each other, or beside a certain one, are taken not to hold together: a table in
  // which they could is reported when it is checked.
  private var unique: Value {
    certain.count > 1 ? .null(NullReason(.severalRulesMatched)) : oneOf(hits)
  }

  private var any: Value {
    let certain = certain.map { result($0.outputs) }
    if let first = certain.first, !certain.dropFirst().allSatisfy({ first.isSame(as: $0) }) {
      return .null(NullReason(.severalRulesMatched))
    }
    return oneOf(hits)
  }

  private var priority: Value {
    let ordered = ordered(hits)
    guard ordered.allSatisfy({ rank($0) != nil }) else { return oneOf(hits) }
    guard let first = ordered.firstIndex(where: \.isCertain) else { return oneOf(ordered) }
    return oneOf(Array(ordered[...first]))
  }

  /// Where the outputs of a rule stand in the declared order of values; `nil` if one is not known.
  private func rank(_ hit: Hit) -> [Int]? {
    var ranks: [Int] = []
    for (output, order) in zip(hit.outputs, orders) {
      if order.isEmpty { continue }
      guard output.isKnownThroughout else { return nil }
      ranks.append(order.firstIndex { $0.isSame(as: output) } ?? order.count)
    }
    return ranks
  }

  private func ordered(_ hits: [Hit]) -> [Hit] {
    let ranked = hits.enumerated().map { (place: $0, hit: $1, rank: rank($1) ?? []) }
    return ranked.sorted { left, right in
      if left.rank.lexicographicallyPrecedes(right.rank) { return true }
      if right.rank.lexicographicallyPrecedes(left.rank) { return false }
      return left.place < right.place
    }.map(\.hit)
  }

  private func list(of hits: [Hit]) -> Value {
    if hits.isEmpty { return .list(.values(otherwise.map { [result($0)] } ?? [])) }
    let isOpen = hits.map { !$0.isCertain }
    let values = hits.map { result($0.outputs) }
    let isOrderKnown = table.hitPolicy != .outputOrder || hits.allSatisfy { rank($0) != nil }
    guard isOrderKnown, otherwise == nil || isOpen.contains(false) else {
      return .unknown(Unknown(Bounds(.shaped(.list(.any))), missing: missing))
    }
    guard isOpen.contains(true) else { return .list(.values(values)) }
    return .list(.partial(PartialList(values, isOpen: isOpen, missing: missing)))
  }

  private func aggregate(_ aggregation: DecisionTable.Aggregation) -> Value {
    if aggregation == .count, otherwise == nil || !certain.isEmpty {
      let count = NumberInterval(Number(certain.count), Number(hits.count), isWhole: true)
      return .within(Bounds(count), missing: missing)
    }
    if hits.isEmpty {
      return otherwise.map(result) ?? .null(NullReason(.nothingCollected, aggregation.rawValue))
    }
    guard hits.allSatisfy({ $0.outputs.count == 1 }) else {
      return .null(NullReason(.wrongType, aggregation.rawValue))
    }
    if hits.allSatisfy({ $0.isCertain && $0.outputs[0].isKnownThroughout }) {
      return known(aggregation)
    }
    guard let total = BoundedTotal(aggregation, hits) else {
      return .unknown(Unknown(.any, missing: missing))
    }
    let bounds = Bounds(total.interval, mayBeNull: total.mayBeNull)
    let value = Value.within(bounds, missing: missing)
    return certain.isEmpty ? .hull(of: [value, defaultValue], missing: missing) : value
  }

  private func known(_ aggregation: DecisionTable.Aggregation) -> Value {
    let values = hits.map { $0.outputs[0] }
    switch aggregation {
    case .count: return .number(Number(values.count))
    case .sum: return sum(values)
    case .min: return foremost(values, by: .less)
    case .max: return foremost(values, by: .greater)
    }
  }

  private func sum(_ values: [Value]) -> Value {
    var numbers: [Number] = []
    for value in values {
      guard case .number(let number) = value else { return .null(NullReason(.wrongType, "SUM")) }
      numbers.append(number)
    }
    return Number.sum(numbers).map(Value.number) ?? .null(NullReason(.numberTooLarge, "SUM"))
  }

  private func foremost(_ values: [Value], by comparison: Operator.Comparison) -> Value {
    guard var best = values.first else { return .null(NullReason(.nothingCollected)) }
    for value in values.dropFirst() {
      let truth = Value.compare(comparison, value, best)
      if truth.may == .isNull { return .null(truth.reason) }
      if truth.may == .isTrue { best = value }
    }
    return best
  }
}
