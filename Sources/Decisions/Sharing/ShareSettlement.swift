import Diagnostics
import FEEL
import Rubrics
import Values

/// Divides the limits of one rule among the subjects of a round.
struct ShareSettlement {
  /// By entrant: its share.
  private(set) var values: [Value]
  private(set) var sums: [SharedSum] = []
  var diagnostics = Diagnostics()
  let rule: ShareRule
  let rows: [[Value]]
  let entrants: [Entrant]
  private let filling: Filling
  private let grants: [Grant]

  /// What one subject asks for, with what weight, and of which days.
  struct Claim {
    let entrant: Int
    var asked: Asked
    let weight: Asked
    /// Those of its contracts; empty: not known, or without meaning.
    let spans: [DaySpan]

    var years: Set<Int> { Set(spans.flatMap(\.years)) }
  }

  init(_ rule: ShareRule, _ rows: [[Value]], _ entrants: [Entrant], grants: [Grant] = []) {
    self.grants = grants.filter { rule.granted.contains($0.name) }
    self.rule = rule
    self.rows = rows
    self.entrants = entrants
    filling = Filling(cut: rule.cut, step: rule.rounding.step)
    values = entrants.map { _ in .null(NullReason(.written, rule.name)) }
    let claims = claims()
    for circle in circles(of: claims) { settle(circle.claims, of: circle.party, circle.isWhole) }
  }

  // MARK: what is asked for

  private mutating func claims() -> [Claim] {
    var below: [Int] = []
    var unweighed: [Int] = []
    var undated: [Int] = []
    var backwards: [Int] = []
    var claims: [Claim] = []
    for index in rows.indices {
      let value = rule.asks.run(rows[index])
      guard var asked = Asked(value, rule.rounding) else {
        if case .null = value { values[index] = value } else { below.append(index) }
        continue
      }
      if let held = rule.heldWhile {
        switch held.run(rows[index]) {
        case .boolean(true), .unknown: asked = asked.held
        default: break
        }
      }
      let weight = weight(of: index, asking: asked)
      if weight == nil { unweighed.append(index) }
      var spans: [DaySpan] = []
      switch days(of: index) {
      case .known(let found): spans = found
      case .open: break
      case .notStated: undated.append(index)
      case .backwards: backwards.append(index)
      }
      claims.append(
        Claim(
          entrant: index, asked: asked, weight: weight ?? Asked(low: .zero, high: nil),
          spans: spans))
    }
    diagnostics.append(told(below) { .asksBelowNothing(rule.name, $0, at: rule.place) })
    diagnostics.append(told(unweighed) { .weightNotStated(rule.name, $0, at: rule.place) })
    diagnostics.append(told(undated) { .daysNotStated(rule.name, $0, at: rule.place) })
    diagnostics.append(told(backwards) { .daysBackwards(rule.name, $0, at: rule.place) })
    return claims
  }

  private enum Days {
    case known([DaySpan])
    case open, notStated, backwards
  }

  /// The days of each of a subject's contracts.
  private func days(of index: Int) -> Days {
    guard let days = rule.days else { return .known([]) }
    let contracts: [Value] =
      if case .list(.values(let values)) = entrants[index].result.values[.contracts] {
        values
      } else {
        []
      }
    var spans: [DaySpan] = []
    // Without any contract the dates may be those of the period.
    for row in contracts.isEmpty
      ? [rows[index]] : contracts.map({ ResultValues.row(rows[index], of: $0) })
    {
      switch (days.from.run(row), days.until.run(row)) {
      case (.date(let from), .date(let until)):
        guard let span = DaySpan(from, until) else {
          // A contract that lies outside what is looked at has no days in it.
          if contracts.count > 1 { continue }
          return .backwards
        }
        spans.append(span)
      case (.unknown, _), (_, .unknown): return .open
      default: return .notStated
      }
    }
    return spans.isEmpty ? .backwards : .known(spans)
  }

  /// - Returns: `nil` where the weight is not stated, or below nothing.
  private func weight(of index: Int, asking asked: Asked) -> Asked? {
    guard rule.cut == .inProportion else { return .nothing }
    guard let weight = rule.weight else { return asked }
    return Asked(weight.run(rows[index]))
  }

  private func told(_ found: [Int], as diagnostic: ([String]) -> Diagnostic) -> Diagnostics {
    var told = Diagnostics()
    guard !found.isEmpty else { return told }
    told.report(
      diagnostic(found.map { entrants[$0].id })
        .pointing(at: places(of: found)))
    return told
  }

  /// Where the round names subjects that something is about.
  func places(of subjects: [Int]) -> [RelatedPlace] {
    subjects.compactMap { index in
      entrants[index].place.map { place in
        RelatedPlace(Wording(en: "named here", zh: "对象在此"), at: place)
      }
    }
  }

  // MARK: who shares

  private struct Circle {
    let party: String?
    /// False where nobody says with whom it is shared.
    let isWhole: Bool
    var claims: [Claim]
  }

  private mutating func circles(of claims: [Claim]) -> [Circle] {
    guard case .party(let role) = rule.circle else {
      return claims.isEmpty ? [] : [Circle(party: nil, isWhole: true, claims: claims)]
    }
    var circles: [Circle] = []
    var alone: [Int] = []
    for claim in claims {
      guard let party = entrants[claim.entrant].parties[role] else {
        alone.append(claim.entrant)
        circles.append(Circle(party: nil, isWhole: false, claims: [claim]))
        continue
      }
      if let known = circles.firstIndex(where: { $0.party == party }) {
        circles[known].claims.append(claim)
      } else {
        circles.append(Circle(party: party, isWhole: true, claims: [claim]))
      }
    }
    diagnostics.append(told(alone) { .sharedWithNobody(rule.name, $0, role: role, at: rule.place) })
    return circles
  }

  // MARK: the shares

  private mutating func settle(_ claims: [Claim], of party: String?, _ isWhole: Bool) {
    var totals = claims.map { _ in NumberInterval(.zero) }
    var reasons: [NullReason?] = claims.map { _ in nil }
    let earlier = EarlierGrants(
      grants, of: party, among: Set(claims.map { entrants[$0.entrant].id }),
      step: filling.step)
    tell(earlier, of: party)
    for year in years(of: claims) {
      let parts = claims.map { part(of: $0, in: year) }
      let limit: Asked
      let granted = earlier.isEmpty ? nil : earlier.granted(in: year)
      switch self.limit(for: claims, in: year, besides: earlier.spans) {
      case .number(let found): limit = found.less(granted)
      case .null(let reason):
        for index in claims.indices { reasons[index] = reason }
        continue
      }
      let shares = shares(of: claims, parts, limit)
      sums.append(
        SharedSum(
          rule: rule, party: party, year: year, limit: NumberInterval(limit.low, limit.high),
          earlier: granted,
          members: claims.indices.map { index in
            SharedSum.Member(
              entrant: claims[index].entrant,
              asked: NumberInterval(parts[index].least, parts[index].high),
              share: shares[index],
              days: year.flatMap { year in
                claims[index].spans.isEmpty
                  ? nil : DaySpan.covered(claims[index].spans, of: year)
              })
          }))
      if let sum = sums.last, sum.isBeyond == true {
        diagnostics.report(rule.cut == .notAtAll ? .beyondTheLimit(sum) : .cutToTheLimit(sum))
      }
      for index in claims.indices { totals[index] = totals[index].adding(shares[index]) }
    }
    for (index, claim) in claims.enumerated() {
      values[claim.entrant] =
        reasons[index].map { .null($0) }
        ?? value(totals[index], of: claim, among: claims, isWhole)
    }
  }

  private mutating func tell(_ earlier: EarlierGrants, of party: String?) {
    for found in earlier.contradictions {
      diagnostics.report(
        .grantsDiffer(
          rule.name, party ?? "", found.period, "\(found.party)", "\(found.subjects)",
          at: rule.place
        ).pointing(
          at: found.places.map { RelatedPlace(Wording(en: "granted here", zh: "已给金额在此"), at: $0) }))
    }
    for grant in earlier.undated {
      diagnostics.report(
        .grantUndated(rule.name, grant.subject, grant.period, at: grant.place ?? rule.place))
    }
  }

  private func years(of claims: [Claim]) -> [Int?] {
    guard rule.days != nil else { return [nil] }
    let years = Set(claims.flatMap(\.years))
    // Where no days are known there is one year at least, whichever it is.
    return years.isEmpty ? [nil] : years.sorted()
  }

  /// What belongs to one year of what is asked for, by calendar days.
  private func part(of claim: Claim, in year: Int?) -> Asked {
    guard let year, rule.days != nil else { return claim.asked }
    var part = claim.asked
    guard !claim.spans.isEmpty else {
      part.low = .zero
      return part
    }
    let years = claim.years.sorted()
    guard let place = years.firstIndex(of: year) else { return .nothing }
    let weights = years.map { Number(DaySpan.covered(claim.spans, of: $0)) }
    if let exact = claim.asked.exact {
      guard let parts = filling.divided(exact, by: weights) else {
        return Asked(low: .zero, high: nil)
      }
      return Asked(low: parts[place], high: parts[place])
    }
    func scaled(_ number: Number, _ mode: RoundingMode) -> Number? {
      Number.sum(weights).flatMap { number.multiplied(by: weights[place])?.divided(by: $0) }?
        .roundedToMultiple(of: filling.step, mode)
    }
    part.low = scaled(claim.asked.low, .floor) ?? .zero
    part.high = claim.asked.high.flatMap { scaled($0, .ceiling) }
    return part
  }

  private func shares(of claims: [Claim], _ parts: [Asked], _ limit: Asked) -> [NumberInterval] {
    let weights = claims.indices.map { rule.weight == nil ? parts[$0] : claims[$0].weight }
    let asks = parts.compactMap(\.exact)
    let exact = rule.cut == .inProportion ? weights.compactMap(\.exact) : asks.map { _ in .one }
    if asks.count == parts.count, exact.count == parts.count, let limit = limit.exact,
      let shares = filling.shares(
        of: zip(asks, exact).map { Filling.Part(asks: $0, weight: $1) }, limit: limit)
    {
      return shares.map { NumberInterval($0) }
    }
    let askers = zip(parts, weights).map { Filling.Asker(asked: $0, weight: $1) }
    return askers.indices.map { index in
      let bounds = filling.bounds(of: index, among: askers, limit: limit)
      return NumberInterval(bounds.low, bounds.high)
    }
  }

  private func value(
    _ total: NumberInterval, of claim: Claim, among claims: [Claim], _ isWhole: Bool
  ) -> Value {
    var missing = claim.asked.missing + claim.weight.missing
    if missing.isEmpty || claim.asked.exact != nil {
      let others = claims.filter {
        $0.entrant != claim.entrant
          && ($0.asked.exact == nil || $0.weight.exact == nil && rule.weight != nil)
      }
      missing = missing.joined(
        with: others.map { Missing(entrants[$0.entrant].id, .noResult) })
    }
    if missing.isEmpty { missing = [Missing(rule.name, .noResult)] }
    // Whoever it belongs with may ask for all of the limit; and the days of a part may lie in any year.
    let isPlaced = rule.days == nil || !claim.spans.isEmpty
    let least = isWhole && isPlaced ? total.low : .zero
    let most = [total.high, claim.asked.high].compactMap(\.self).min()
    return .within(
      Bounds(
        .number(low: least, high: isPlaced ? most : claim.asked.high, isWhole: false),
        mayBeNull: claim.asked.mayBeNull), missing: missing)
  }
}

extension NumberInterval {
  fileprivate func adding(_ other: NumberInterval) -> NumberInterval {
    NumberInterval(
      (low ?? .zero).adding(other.low ?? .zero),
      high.flatMap { one in other.high.flatMap { one.adding($0) } })
  }
}
