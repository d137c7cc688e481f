import Rubrics
package import Values

/// Points earned of points applicable, kept apart so that a share is divided once and compared exactly.
package struct Quotient: Sendable {
  package let earned: Number
  /// Above zero.
  package let applicable: Number

  package init(earned: Number, applicable: Number) {
    precondition(applicable.isPositive, "a quotient needs applicable points")
    self.earned = earned
    self.applicable = applicable
  }

  package var share: Number {
    get throws(NumberTooLarge) { try earned.over(applicable) }
  }

  /// `points` x earned / applicable: multiplied first, divided once.
  package func scaled(to points: Number) throws(NumberTooLarge) -> Number {
    if points == applicable { return earned }
    return try points.times(earned).over(applicable)
  }

  /// Whether this share is below that of the other.
  func isBelow(_ other: Quotient) throws(NumberTooLarge) -> Bool {
    try earned.times(other.applicable) < other.earned.times(applicable)
  }
}

/// Points that stand in a sum for certain, and points that may or may not.
struct QuotientTerms {
  var certain: [(earned: Number, points: Number)] = []
  var optional: [(earned: Number, points: Number)] = []

  enum Extreme { case least, greatest }

  /// The least or greatest quotient over all choices of the optional terms.
  ///
  /// A term pulls the quotient towards its own share, so the best choice is every optional term
  /// that lies beyond the quotient reached without it, taken from the farthest.
  /// - Returns: `nil` where no term has points.
  func quotient(_ extreme: Extreme) throws(NumberTooLarge) -> Quotient? {
    var earned = certain.map(\.earned)
    var points = certain.map(\.points)
    let candidates = optional.filter { $0.points.isPositive }.map {
      Quotient(earned: $0.earned, applicable: $0.points)
    }
    var current = Quotient(sums: earned, try Number.total(points))
    for candidate in try Self.sorted(candidates, extreme) {
      if let reached = current {
        let helps =
          switch extreme {
          case .least: try candidate.isBelow(reached)
          case .greatest: try reached.isBelow(candidate)
          }
        guard helps else { break }
      }
      earned.append(candidate.earned)
      points.append(candidate.applicable)
      current = Quotient(sums: earned, try Number.total(points))
    }
    return current
  }

  /// The least or greatest over all choices of the optional terms of what `rule` makes of the shares.
  ///
  /// An optional term can only lower the worst share and raise the best; where no term is certain one has to stand.
  /// - Returns: one of the terms, the first of equals; `nil` where no term has points.
  func quotient(
    _ extreme: Extreme, _ rule: Combining
  ) throws(NumberTooLarge) -> Quotient? {
    if rule == .sum { return try quotient(extreme) }
    let taken: Extreme = rule == .worst ? .least : .greatest
    let sure = try Self.outermost(certain, taken)
    if extreme == taken { return try Self.outermost(certain + optional, taken) }
    if let sure { return sure }
    return try Self.outermost(optional, extreme)
  }

  /// The term with the least or greatest share.
  private static func outermost(
    _ terms: [(earned: Number, points: Number)], _ extreme: Extreme
  ) throws(NumberTooLarge) -> Quotient? {
    var found: Quotient?
    for term in terms where term.points.isPositive {
      let one = Quotient(earned: term.earned, applicable: term.points)
      guard let best = found else {
        found = one
        continue
      }
      let isFarther = try extreme == .least ? one.isBelow(best) : best.isBelow(one)
      if isFarther { found = one }
    }
    return found
  }

  private static func sorted(
    _ quotients: [Quotient], _ extreme: Extreme
  ) throws(NumberTooLarge) -> [Quotient] {
    var keyed: [(share: Number, quotient: Quotient)] = []
    for quotient in quotients { keyed.append((try quotient.share, quotient)) }
    keyed.sort { left, right in
      switch extreme {
      case .least: left.share < right.share
      case .greatest: left.share > right.share
      }
    }
    return keyed.map(\.quotient)
  }
}

extension Quotient {
  fileprivate init?(sums earned: [Number], _ points: Number) {
    guard points.isPositive, let sum = Number.sum(earned) else { return nil }
    self.init(earned: sum, applicable: points)
  }
}
