/// Gates of all kinds, and the plainest code for what closing does to them.
extension NaiveRubric {
  struct Gate {
    enum Kind: String, CaseIterable {
      case bar = "admission"
      case cap = "caps"
      case downgrade = "downgrades"
      case veto = "vetoes"
    }

    let kind: Kind
    let id: String
    let condition: Condition
    /// `nil` where nothing is written.
    private(set) var isFiringWhenClosed: Bool?
    /// The rank that is left; of a downgrade, by how much the grade falls.
    let limit: Int
    let takesScore: Bool

    init(_ kind: Kind, _ number: Int, _ numbers: inout SeededNumbers, onGateFact: Bool) {
      self.kind = kind
      id = "\(kind.rawValue)-\(number)"
      condition = Condition(
        fact: onGateFact ? 3 : Int.random(in: 0...3, using: &numbers),
        least: Int.random(in: 1...4, using: &numbers))
      isFiringWhenClosed = [nil, false, true].randomElement(using: &numbers) ?? nil
      limit = kind == .downgrade ? 1 : Int.random(in: 1...2, using: &numbers)
      takesScore = kind == .veto && numbers.flip(40)
    }

    var leftOpen: Gate {
      var gate = self
      if gate.isFiringWhenClosed == true { gate.isFiringWhenClosed = false }
      return gate
    }

    var yaml: String {
      var text = "- id: \(id)\n  when: \(condition.text)\n  says: a gate\n"
      let fires = kind == .bar ? "not evaluated" : "fires"
      if let closed = isFiringWhenClosed { text += "  when closed: \(closed ? fires : "open")\n" }
      switch kind {
      case .bar: text += "  status: barred\n"
      case .downgrade: text += "  levels: \(limit)\n"
      case .cap, .veto: text += "  grade: \(["good", "fair", "poor"][limit])\n"
      }
      return takesScore ? text + "  score: 0\n" : text
    }
  }

  /// What a closed file leaves of a result whose gates look at a fact that is not known.
  struct Closed: Equatable {
    /// `nil`: everything is open.
    let worst: Answer
    let best: Answer
    /// It is barred, it may be, it is not.
    let isBarred: Bool?
  }

  /// With `gateFact` unknown: what is open may fire or not, whatever the others do.
  func closed(_ facts: Facts, gateFact: Int?) -> Closed? {
    let whole = facts + [gateFact ?? 0]
    func state(_ gate: Gate) -> Bool? {
      if gate.condition.fact == 3, gateFact == nil {
        return gate.isFiringWhenClosed == true ? true : nil
      }
      return gate.condition.holds(whole)
    }
    let bars = gates.filter { $0.kind == .bar }.map(state)
    guard let worst = score(whole, firing: { $0.kind != .bar && state($0) != false }),
      let best = score(whole, firing: { $0.kind != .bar && state($0) == true })
    else { return nil }
    return Closed(
      worst: worst, best: best,
      isBarred: bars.contains(true) ? true : bars.contains(nil) ? nil : false)
  }
}
