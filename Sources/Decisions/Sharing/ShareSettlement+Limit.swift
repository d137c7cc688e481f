import Diagnostics
import FEEL
import Values

extension ShareSettlement {
  enum Limit {
    case number(Asked)
    case null(NullReason)
  }

  /// The limit as every member has it; where they differ it is one of theirs, and that is told.
  mutating func limit(for claims: [Claim], in year: Int?, besides earlier: [DaySpan]) -> Limit {
    var known: [(entrant: Int, limit: Number)] = []
    var open: Asked?
    var reason: NullReason?
    for claim in claims {
      var row = rows[claim.entrant]
      row[rule.yearSlot] = year.map { .number(Number($0)) } ?? .null(NullReason(.written, "year"))
      switch rule.limit.run(row) {
      case .number(let number): known.append((claim.entrant, max(.zero, number)))
      case .unknown(let unknown):
        let asked = Asked(.unknown(unknown)) ?? .nothing
        open = Asked(
          low: min(open?.low ?? asked.low, asked.low),
          high: open.map { $0.high.flatMap { one in asked.high.map { max(one, $0) } } }
            ?? asked.high, missing: unknown.missing)
      case .null(let found): reason = found
      default: break
      }
    }
    var limit = open
    if let first = known.first {
      if let other = known.first(where: { $0.limit != first.limit }) {
        diagnostics.report(
          .limitsDiffer(
            rule.name, entrants[first.entrant].id, "\(first.limit)", entrants[other.entrant].id,
            "\(other.limit)", year: year, at: rule.place
          ).pointing(at: places(of: [first.entrant, other.entrant])))
      }
      let all = known.map(\.limit)
      limit = Asked(low: all.min() ?? .zero, high: all.max())
    }
    guard let limit else { return .null(reason ?? NullReason(.written, rule.name)) }
    return .number(byDays(limit, claims, earlier, year))
  }

  /// Of a year's limit only as much as there are days in it of one of the contracts at least, or of what was granted before.
  private func byDays(
    _ limit: Asked, _ claims: [Claim], _ earlier: [DaySpan], _ year: Int?
  ) -> Asked {
    guard rule.term == .yearByDays else { return limit }
    guard let year else { return Asked(low: .zero, high: limit.high) }
    let whole = Number(DaySpan.dayCount(of: year))
    let covered = DaySpan.covered(claims.flatMap(\.spans) + earlier, of: year)
    func scaled(_ number: Number) -> Number? {
      number.multiplied(by: Number(covered))?.divided(by: whole)
    }
    let isOpen = claims.contains { $0.spans.isEmpty }
    return Asked(
      low: scaled(limit.low) ?? .zero, high: isOpen ? limit.high : limit.high.flatMap(scaled),
      missing: limit.missing)
  }
}
