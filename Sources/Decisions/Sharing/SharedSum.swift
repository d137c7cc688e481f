package import Values

/// One limit, who asked for how much of it, and who got what.
package struct SharedSum: Sendable {
  package struct Member: Sendable {
    /// The subject's number among those who were decided on.
    package let entrant: Int
    package let asked: NumberInterval
    package let share: NumberInterval
    /// The days of the year that its amount is of; `nil` where days do not matter, or are not known.
    package let days: Int?
  }

  package let rule: ShareRule
  /// The party whose subjects share it; `nil` where the whole round does, or where nobody says who the party is.
  package let party: String?
  package let year: Int?
  /// What is left beside what was granted before; an open end: no limit is known.
  package let limit: NumberInterval
  /// What earlier rounds granted of it; `nil` where nothing is known of any.
  package let earlier: NumberInterval?
  package let members: [Member]

  package var asked: NumberInterval { Self.sum(members.map(\.asked)) }
  package var given: NumberInterval { Self.sum(members.map(\.share)) }

  /// Whether they ask for more than there is; `nil` where that is not known.
  package var isBeyond: Bool? {
    if let low = asked.low, let most = limit.high, low > most { return true }
    if let high = asked.high, let least = limit.low, high <= least { return false }
    return nil
  }

  private static func sum(_ intervals: [NumberInterval]) -> NumberInterval {
    let highs = intervals.compactMap(\.high)
    return NumberInterval(
      Number.sum(intervals.map { $0.low ?? .zero }),
      highs.count == intervals.count ? Number.sum(highs) : nil)
  }
}
