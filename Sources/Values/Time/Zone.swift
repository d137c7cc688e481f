/// Where a time counts from: a fixed offset of UTC, or a zone of the IANA data base by name.
package enum Zone: Sendable, Hashable {
  case offset(seconds: Int32)
  case named(NamedZone)

  /// Clocks differ from UTC by at most this.
  package static let greatestOffset = 18 * 3_600

  package static let utc = Zone.offset(seconds: 0)

  package var name: String? {
    if case .named(let zone) = self { zone.name } else { nil }
  }
}

/// A zone with the history of its clocks, as far as it is known.
///
/// Two are equal if their names are.
package final class NamedZone: Sendable, Hashable {
  struct Transition: Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    let instant: Int
    /// Seconds that local clocks are before UTC from then on.
    let offset: Int
  }

  package let name: String
  /// Before the first transition; `nil` where no rules are known.
  let firstOffset: Int?
  /// Ascending.
  let transitions: [Transition]
  /// After the last transition.
  let rule: YearlyRule?

  init(_ name: String, firstOffset: Int?, transitions: [Transition] = [], rule: YearlyRule? = nil) {
    self.name = name
    self.firstOffset = firstOffset
    self.transitions = transitions
    self.rule = rule
  }

  /// A zone of which only the name is known: its times compare with each other alone.
  package convenience init(nameOnly name: String) {
    self.init(name, firstOffset: nil)
  }

  package static func == (left: NamedZone, right: NamedZone) -> Bool {
    left.name == right.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }

  /// The offset where it has always been the same and no change is planned.
  var fixedOffset: Int? {
    transitions.isEmpty && rule?.summer == nil && rule?.standard ?? firstOffset == firstOffset
      ? firstOffset : nil
  }

  /// Seconds that local clocks are before UTC; `nil` where no rules are known.
  package func offset(atInstant instant: Int) -> Int? {
    guard let firstOffset else { return nil }
    if let rule, instant >= transitions.last?.instant ?? Int.min {
      return rule.offset(atInstant: instant)
    }
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : transitions[low - 1].offset
  }

  /// Seconds that local clocks are before UTC when they show this.
  ///
  /// What clocks show twice is taken for the first time; what they skip is read by the old offset.
  ///
  /// - Returns: `nil` where no rules are known.
  package func offset(atLocalSecond second: Int) -> Int? {
    // No clock is more than a day off, and none changes twice within two days.
    guard let before = offset(atInstant: second - 86_400),
      let after = offset(atInstant: second + 86_400)
    else { return nil }
    if offset(atInstant: second - before) == before { return before }
    return offset(atInstant: second - after) == after ? after : before
  }
}
