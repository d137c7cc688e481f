import Diagnostics
package import Rubrics
import Values

/// One cohort: the members of one peer group with the numbers of the whole.
final class CohortGroup: Sendable {
  let key: PeerKey
  /// Members that are certain to be in it, and those that may be; numbers of the round.
  let certain: [Int]
  let possible: [Int]
  /// By ranked item.
  let fields: [CohortField]
  /// By figure of the cohort; what each member has its own of is open here.
  let figures: [Value]
  /// By figure of the cohort: the numbers among which members have places; `nil` for numbers of the whole group.
  let standings: [CohortField?]
  /// By item id: what those to whom it applies earned; `nil` where there are none.
  let means: [String: ScoreRange]

  init(
    key: PeerKey, certain: [Int], possible: [Int], fields: [CohortField], figures: [Value],
    standings: [CohortField?], means: [String: ScoreRange]
  ) {
    self.key = key
    self.certain = certain
    self.possible = possible
    self.fields = fields
    self.figures = figures
    self.standings = standings
    self.means = means
  }

  /// What those to whom an item applies earned on it, rounded as the item is; `nil` where there may be none.
  func mean(of item: Item) -> ScoreRange? {
    guard let mean = means[item.id] else { return nil }
    return (try? item.rounding?.apply(to: mean)) ?? mean
  }
}

/// All cohorts of one round under one rubric: made of the first pass, asked by the second.
package struct Cohorts: Sendable {
  private let rule: Cohort
  private let members: [CohortMember?]
  private let groups: [PeerKey: CohortGroup]
  /// Members of whom too little is known are no members.
  private let leavesOut: Bool

  /// So many places of members in groups that are not theirs for sure.
  private static let mostPlaces = 1 << 24

  /// One member a subject; `nil` for those that were not admitted.
  ///
  /// - Returns: `nil` where the rubric compares nobody.
  package init?(
    _ rubric: Rubric, _ members: [CohortMember?], mode: ScoringMode, hasLeftOut: Bool = false
  ) {
    guard let rule = rubric.cohort else { return nil }
    self.rule = rule
    self.members = members
    // Whoever lacks what nobody handed over is still a member.
    let leavesOut = mode == .final && rule.whenClosed == .leaveOut && !hasLeftOut
    self.leavesOut = leavesOut
    var certain: [PeerKey: [Int]] = [:]
    var open: [(index: Int, keys: [PeerKey]?)] = []
    for (index, member) in members.enumerated() {
      guard let member else { continue }
      switch member.group {
      case .sure(let key) where !member.mayNotBeAdmitted: certain[key, default: []].append(index)
      case .sure(let key): open.append((index, [key]))
      case .open(let keys):
        if leavesOut, member.peers?.closing == .decides { continue }
        open.append((index, keys))
      case .none: break
      }
    }
    var possible: [PeerKey: [Int]] = [:]
    let known = Set(certain.keys).union(open.flatMap { $0.keys ?? [] })
    // Where very many may be anybody's peers, nobody knows who its own are.
    guard open.count(where: { $0.keys == nil }) <= Self.mostPlaces / max(1, known.count) else {
      groups = [:]
      return
    }
    for (index, keys) in open {
      for key in keys ?? Array(known) { possible[key, default: []].append(index) }
    }
    var groups: [PeerKey: CohortGroup] = [:]
    for key in known {
      groups[key] = CohortGroup(
        key: key, certain: certain[key] ?? [], possible: possible[key] ?? [], of: members,
        rubric: rubric, leavesOut: leavesOut)
    }
    self.groups = groups
  }

  /// What the cohort of one subject gives to it; `nil` where the subject was not admitted.
  package func view(of index: Int) -> CohortView? {
    guard members.indices.contains(index), let member = members[index] else { return nil }
    var group: CohortGroup?
    if case .sure(let key) = member.group { group = groups[key] }
    return CohortView(
      rule: rule, member: member, group: group,
      leavesOut: leavesOut)
  }

  /// Groups with fewer members than the rubric asks for, with the numbers of their members.
  package var tooSmall: [(peers: String?, members: [Int])] {
    groups.values.filter { $0.certain.count + $0.possible.count < rule.atLeast }
      .map { ($0.key.text, ($0.certain + $0.possible).sorted()) }
      .sorted { ($0.1.first ?? 0) < ($1.1.first ?? 0) }
  }
}

extension CohortGroup {
  fileprivate convenience init(
    key: PeerKey, certain: [Int], possible: [Int], of members: [CohortMember?], rubric: Rubric,
    leavesOut: Bool
  ) {
    let all =
      (certain.map { ($0, false) } + possible.map { ($0, true) }).compactMap { index, isPossible in
        members[index].map { (member: $0, isPossible: isPossible) }
      }
    let rules = rubric.rankedItems.map(\.rule)
    let fields = rules.indices.map { number in
      CohortField(
        all.map { member in
          CohortField.Own(
            member.member.ranks[number], highIsBest: rules[number].highIsBest,
            isPossible: member.isPossible, leavesOut: leavesOut)
        })
    }
    let standings = (rubric.cohort?.figures ?? []).enumerated().map { number, figure in
      figure.statistic.isStanding
        ? CohortField(
          all.map { member in
            CohortField.Own(
              member.member.figures[number], highIsBest: figure.highIsBest,
              isPossible: member.isPossible, leavesOut: leavesOut)
          }) : nil
    }
    let figures = (rubric.cohort?.figures ?? []).enumerated().map { number, figure in
      figure.statistic.value(
        all.map { ($0.member.figures[number], $0.isPossible) }, named: figure.name,
        leavesOut: leavesOut)
    }
    var means: [String: ScoreRange] = [:]
    for item in rubric.everyItem where item.asksForMean {
      means[item.id] = CohortGroup.mean(
        all.compactMap { entry in entry.member.shares[item.id].map { ($0, entry.isPossible) } },
        leavesOut: leavesOut)
    }
    self.init(
      key: key, certain: certain, possible: possible, fields: fields, figures: figures,
      standings: standings, means: means)
  }

  /// - Returns: `nil` where it may be that there is nobody.
  private static func mean(
    _ shares: [(share: CohortMember.Share, isPossible: Bool)], leavesOut: Bool
  ) -> ScoreRange? {
    var low = QuotientTerms()
    var high = QuotientTerms()
    for (share, isPossible) in shares where share.presence != .doesNotCount {
      let isOpen = !share.points.isPoint || share.presence == .mayCount
      if leavesOut, isOpen, share.closing == .decides { continue }
      let mayLeave = leavesOut && isOpen && share.closing == .decidesLater
      if isPossible || mayLeave || share.presence == .mayCount {
        low.optional.append((share.points.low, .one))
        high.optional.append((share.points.high, .one))
      } else {
        low.certain.append((share.points.low, .one))
        high.certain.append((share.points.high, .one))
      }
    }
    guard !low.certain.isEmpty else { return nil }
    do {
      guard let least = try low.quotient(.least), let greatest = try high.quotient(.greatest)
      else { return nil }
      return ScoreRange(try least.share, try greatest.share)
    } catch {
      return nil
    }
  }
}

extension Item {
  /// The mean of its cohort may take the place of its points.
  var asksForMean: Bool { otherwise == .cohortMean || excuse?.then == .cohortMean }
}

extension CohortField.Own {
  /// A value as one comparison sees it; low numbers are turned round where they are best.
  init(_ value: Value, highIsBest: Bool, isPossible: Bool, leavesOut: Bool) {
    switch NumberReading(value) {
    case .number(let number):
      let own = NumberInterval(number)
      self.init(interval: highIsBest ? own : own.negated, isPossible: isPossible)
    case .null: self.init(interval: nil, isPossible: isPossible)
    case .within(let interval, let mayBeNull):
      if leavesOut, value.closing == .decides {
        self.init(interval: nil, isPossible: isPossible)
      } else {
        self.init(
          interval: highIsBest ? interval : interval.negated,
          isPossible: isPossible || mayBeNull || leavesOut && value.closing == .decidesLater)
      }
    }
  }
}

extension Cohort.Figure.Statistic {
  /// The statistic over the members of a group; some may not be in it.
  func value(
    _ members: [(value: Value, isPossible: Bool)], named name: String, leavesOut: Bool
  ) -> Value {
    var certain: [NumberInterval] = []
    var possible: [NumberInterval] = []
    for (value, isPossible) in members {
      switch NumberReading(value) {
      case .null: break
      case .number(let number):
        if isPossible {
          possible.append(NumberInterval(number))
        } else {
          certain.append(NumberInterval(number))
        }
      case .within(let interval, let mayBeNull):
        if leavesOut, value.closing == .decides { continue }
        let mayLeave = leavesOut && value.closing == .decidesLater
        if isPossible || mayBeNull || mayLeave {
          possible.append(interval)
        } else {
          certain.append(interval)
        }
      }
    }
    func unknown(_ interval: NumberInterval) -> Value {
      .unknown(
        Unknown(Bounds(interval), missing: [Missing(name, .noCohort)]))
    }
    guard !certain.isEmpty, !isStanding else { return unknown(.all) }
    let low: Number?
    let high: Number?
    switch self {
    case .mean:
      if possible.isEmpty, certain.allSatisfy({ $0.point != nil }) {
        return Number.mean(certain.compactMap(\.point)).map { .number($0) } ?? unknown(.all)
      }
      low = Self.mean(.least, certain.map(\.low), possible.map(\.low))
      high = Self.mean(.greatest, certain.map(\.high), possible.map(\.high))
    case .min:
      low = Self.end((certain + possible).map(\.low))?.min()
      high = certain.compactMap(\.high).min()
    case .max, .place, .count, .percentile:
      low = certain.compactMap(\.low).max()
      high = Self.end((certain + possible).map(\.high))?.max()
    }
    if let low, let high, low == high { return .number(low) }
    return unknown(NumberInterval(low, high))
  }

  /// All of them, unless one is without end.
  private static func end(_ ends: [Number?]) -> [Number]? {
    ends.contains { $0 == nil } ? nil : ends.compactMap { $0 }
  }

  private static func mean(
    _ extreme: QuotientTerms.Extreme, _ certain: [Number?], _ possible: [Number?]
  ) -> Number? {
    guard let sure = end(certain), let open = end(possible) else { return nil }
    var terms = QuotientTerms()
    terms.certain = sure.map { ($0, .one) }
    terms.optional = open.map { ($0, .one) }
    guard let quotient = try? terms.quotient(extreme) else { return nil }
    return try? quotient.share
  }
}
