/// A fraction of small whole numbers, reduced by nobody.
struct Fraction: Equatable {
  var top: Int
  var bottom: Int

  init(_ top: Int, _ bottom: Int = 1) {
    self.top = top
    self.bottom = bottom
  }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom).short
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.top, left.bottom * right.bottom).short
  }

  static func < (left: Fraction, right: Fraction) -> Bool {
    left.top * right.bottom < right.top * left.bottom
  }

  static func >= (left: Fraction, right: Fraction) -> Bool { !(left < right) }

  private var short: Fraction {
    var (left, right) = (abs(top), bottom)
    while right != 0 { (left, right) = (right, left % right) }
    return left == 0 ? Fraction(0) : Fraction(top / left, bottom / left)
  }
}

/// A rubric small enough that its rules can be said twice: as YAML, and as the plainest code.
///
/// Facts `f0`, `f1`, `f2` are whole numbers from 0 to 4; so is `f3`, at which only gates look.
struct NaiveRubric {
  typealias Facts = [Int]

  struct Condition {
    let fact: Int
    let least: Int

    func holds(_ facts: Facts) -> Bool { facts[fact] >= least }
    var text: String { "f\(fact) >= \(least)" }
  }

  enum Form {
    case steps(fact: Int, lines: [(threshold: Int, points: Int)], otherwise: Int)
    case check(Condition)
    case each(fact: Int, baseAt: Int, base: Int, every: Int, step: Int, isFull: Bool)
    case lose(fact: Int, every: Int, step: Int, isFull: Bool, free: Int, floor: Int)
    case formula(fact: Int, factor: Int, less: Int)
  }

  struct Item {
    let id: String
    let points: Int
    let form: Form
    let applies: Condition?
    let isFullOtherwise: Bool
    let void: Condition?
    let excuse: (when: Condition, then: String)?
  }

  struct Section {
    let id: String
    let points: Int
    let isScaled: Bool
    let items: [Item]
    /// `worst of` or `best of` its items.
    var combine: String?
  }

  var sections: [Section]
  /// `worst of` or `best of` the sections, out of so many points.
  var combine: String?
  var combinedPoints = 0
  let deduction: (fact: Int, step: Int, cap: Int)?
  let gates: [Gate]
  /// What an unknown item becomes at closing.
  let whenClosed: String
  let floorPercent: Int?

  var possible: Int {
    combine == nil ? sections.map(\.points).reduce(0, +) : combinedPoints
  }
}

// MARK: the plainest code

extension NaiveRubric {
  struct Answer: Equatable {
    let total: Fraction
    /// `barred` where a bar keeps the subject out.
    let grade: String
  }

  private func points(_ item: Item, _ facts: Facts) -> Int {
    func units(_ amount: Int, _ every: Int, _ isFull: Bool) -> Int {
      amount <= 0 ? 0 : isFull ? amount / every : (amount + every - 1) / every
    }
    switch item.form {
    case .steps(let fact, let lines, let otherwise):
      for line in lines.sorted(by: { $0.threshold > $1.threshold })
      where facts[fact] >= line.threshold {
        return line.points
      }
      return otherwise
    case .check(let condition): return condition.holds(facts) ? item.points : 0
    case .each(let fact, let baseAt, let base, let every, let step, let isFull):
      if facts[fact] < baseAt { return 0 }
      return min(item.points, base + step * units(facts[fact] - baseAt, every, isFull))
    case .lose(let fact, let every, let step, let isFull, let free, let floor):
      return max(floor, item.points - step * units(facts[fact] - free, every, isFull))
    case .formula(let fact, let factor, let less):
      return min(item.points, max(0, facts[fact] * factor - less))
    }
  }

  /// Earned and possible points of a section; nil where nothing in it applies.
  private func share(_ section: Section, _ facts: Facts) -> (
    earned: Fraction, of: Int, isExcused: Bool
  )? {
    var plain: [(earned: Int, of: Int)] = []
    var excused: [(earned: Int, of: Int, then: String)] = []
    for item in section.items {
      if let applies = item.applies, !applies.holds(facts) {
        if item.isFullOtherwise { plain.append((item.points, item.points)) }
        continue
      }
      let isVoid = item.void?.holds(facts) ?? false
      let earned = isVoid ? 0 : points(item, facts)
      if !isVoid, earned < item.points, let excuse = item.excuse, excuse.when.holds(facts) {
        excused.append((earned, item.points, excuse.then))
      } else {
        plain.append((earned, item.points))
      }
    }
    if plain.isEmpty && excused.isEmpty { return nil }
    if let combine = section.combine { return share(combine, plain, excused) }
    // Where all are excused, those with full marks are what is left to compare with.
    var peers = (
      earned: plain.map(\.earned).reduce(0, +), of: plain.map(\.of).reduce(0, +)
    )
    let full = excused.filter { $0.then == "full" }
    if plain.isEmpty, !full.isEmpty { peers = (1, 1) }
    var earned = Fraction(plain.map(\.earned).reduce(0, +))
    var of = plain.map(\.of).reduce(0, +)
    for item in excused {
      let isBelow = peers.of > 0 && item.earned * peers.of < peers.earned * item.of
      switch item.then {
      case "full": earned = earned + Fraction(item.of)
      case "mean" where isBelow: earned = earned + Fraction(item.of * peers.earned, peers.of)
      case "drop" where isBelow: continue
      default: earned = earned + Fraction(item.earned)
      }
      of += item.of
    }
    return (earned, of, plain.isEmpty && full.isEmpty)
  }

  /// The worst or the best share, once those that are excused have been held against that of the others.
  private func share(
    _ combine: String, _ plain: [(earned: Int, of: Int)],
    _ excused: [(earned: Int, of: Int, then: String)]
  ) -> (earned: Fraction, of: Int, isExcused: Bool)? {
    let full = excused.filter { $0.then == "full" }
    let peers =
      Self.outermost(combine, plain.map { Fraction($0.earned, $0.of) })
      ?? (full.isEmpty ? nil : Fraction(1))
    var shares = plain.map { Fraction($0.earned, $0.of) }
    for item in excused {
      let own = Fraction(item.earned, item.of)
      let isBelow = peers.map { own < $0 } ?? false
      switch item.then {
      case "full": shares.append(Fraction(1))
      case "mean" where isBelow: shares += [peers].compactMap(\.self)
      case "drop" where isBelow: continue
      default: shares.append(own)
      }
    }
    return Self.outermost(combine, shares).map { ($0, 1, plain.isEmpty && full.isEmpty) }
  }

  private static func outermost(_ combine: String, _ shares: [Fraction]) -> Fraction? {
    combine == "worst of" ? shares.min { $0 < $1 } : shares.max { $0 < $1 }
  }

  /// - Returns: `nil` where nothing applies, and where a whole section is excused: that is tested by itself.
  func score(_ facts: Facts) -> Answer? {
    score(facts) { $0.condition.holds(facts) }
  }

  /// The same, where somebody else says which gates fire.
  func score(_ facts: Facts, firing fires: (Gate) -> Bool) -> Answer? {
    var earned = Fraction(0)
    var of = 0
    var shares: [Fraction] = []
    for section in sections {
      guard let share = share(section, facts) else { continue }
      if share.isExcused { return nil }
      let quotient = Fraction(share.earned.top, share.earned.bottom * share.of)
      earned = earned + quotient * Fraction(section.points)
      of += section.points
      shares.append(quotient)
    }
    guard of > 0 else { return nil }
    var total = earned * Fraction(possible, of)
    if let combine, let share = Self.outermost(combine, shares) {
      total = share * Fraction(possible)
    }
    if let deduction {
      total = total + Fraction(-min(deduction.cap, deduction.step * facts[deduction.fact]))
    }
    if total < Fraction(0) { total = Fraction(0) }
    // Half up to hundredths; the total is not negative.
    let rounded = Fraction((total.top * 200 + total.bottom) / (2 * total.bottom), 100)
    var grade =
      rounded >= Fraction(possible * 8, 10) ? 0 : rounded >= Fraction(possible * 5, 10) ? 1 : 2
    if grade == 0, let floorPercent,
      shares.contains(where: { $0 < Fraction(floorPercent, 100) })
    {
      grade = 1
    }
    let fired = gates.filter(fires)
    if fired.contains(where: { $0.kind == .bar }) {
      return Answer(total: rounded, grade: "barred")
    }
    for gate in fired where gate.kind == .cap { grade = max(grade, gate.limit) }
    for gate in fired where gate.kind == .downgrade { grade = min(2, grade + gate.limit) }
    for gate in fired where gate.kind == .veto { grade = max(grade, gate.limit) }
    return Answer(
      total: fired.contains(where: \.takesScore) ? Fraction(0) : rounded,
      grade: ["good", "fair", "poor"][grade])
  }
}
