import Values

/// The numbers of a cohort in one comparison, sorted, high is best.
///
/// Each member has an interval; one that may not stand in the comparison at all is possible, the others are certain.
struct CohortField: Sendable {
  /// How many are certain to be better, or equal; how many may be.
  struct Standing: Sendable {
    var better: Int
    var equal: Int
  }

  /// A member's own part in a field.
  struct Own {
    /// `nil` where it is not in the comparison.
    let interval: NumberInterval?
    let isPossible: Bool
  }

  private var certainLows: [Number] = []
  private var certainHighs: [Number] = []
  private var possibleLows: [Number] = []
  private var possibleHighs: [Number] = []
  /// Highs without an end.
  private var endlessCertain = 0
  private var endlessPossible = 0
  /// Ends of the best number of all.
  private(set) var firstLow: Number?
  private(set) var firstHigh: Number?
  private(set) var certainCount = 0
  private(set) var possibleCount = 0

  init(_ members: [Own]) {
    for member in members {
      guard let interval = member.interval else { continue }
      if member.isPossible {
        possibleCount += 1
        if let low = interval.low { possibleLows.append(low) }
        if let high = interval.high { possibleHighs.append(high) } else { endlessPossible += 1 }
      } else {
        certainCount += 1
        if let low = interval.low { certainLows.append(low) }
        if let high = interval.high { certainHighs.append(high) } else { endlessCertain += 1 }
      }
    }
    certainLows.sort()
    certainHighs.sort()
    possibleLows.sort()
    possibleHighs.sort()
    firstLow = certainLows.last
    firstHigh =
      endlessCertain + endlessPossible > 0
      ? nil : [certainHighs.last, possibleHighs.last].compactMap { $0 }.max()
  }

  /// Who stands before, or beside, somebody at `number` when all others are as low as can be.
  ///
  /// `number` is the upper end of one's own interval; oneself is not counted.
  func least(at number: Number?, _ own: Own) -> Standing {
    guard let number else { return Standing(better: 0, equal: 0) }
    var equal = certainLows.count(equal: number)
    if !own.isPossible, own.interval?.low == number { equal -= 1 }
    return Standing(better: certainLows.count(above: number), equal: equal)
  }

  /// The same when all others are as high as can be; `number` is the lower end.
  func greatest(at number: Number?, _ own: Own) -> Standing {
    let others = certainCount + possibleCount - 1
    guard let number else { return Standing(better: others, equal: 0) }
    var better =
      certainHighs.count(above: number) + possibleHighs.count(above: number) + endlessCertain
      + endlessPossible
    var equal = certainHighs.count(equal: number) + possibleHighs.count(equal: number)
    if let high = own.interval?.high {
      if high > number { better -= 1 } else if high == number { equal -= 1 }
    } else {
      better -= 1
    }
    return Standing(better: max(0, better), equal: max(0, equal))
  }

  /// Of those that may be in the comparison besides oneself: who would stand before, or beside, somebody at `number` if
  /// all were as low as can be.
  func possibleLeast(at number: Number?, _ own: Own) -> Standing {
    guard let number else { return Standing(better: 0, equal: 0) }
    var equal = possibleLows.count(equal: number)
    if own.isPossible, own.interval?.low == number { equal -= 1 }
    return Standing(better: possibleLows.count(above: number), equal: equal)
  }

  /// The same if all were as high as can be.
  func possibleGreatest(at number: Number?, _ own: Own) -> Standing {
    let others = possibleCount - (own.isPossible ? 1 : 0)
    guard let number else { return Standing(better: others, equal: 0) }
    var better = possibleHighs.count(above: number) + endlessPossible
    var equal = possibleHighs.count(equal: number)
    if own.isPossible {
      if let high = own.interval?.high {
        if high > number { better -= 1 } else if high == number { equal -= 1 }
      } else {
        better -= 1
      }
    }
    return Standing(better: max(0, better), equal: max(0, equal))
  }
}

extension [Number] {
  /// The index of the first that fulfils a condition which all later ones fulfil too.
  private func firstIndex(from condition: (Number) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Of sorted numbers.
  fileprivate func count(above number: Number) -> Int {
    count - firstIndex { $0 > number }
  }

  fileprivate func count(equal number: Number) -> Int {
    firstIndex { $0 > number } - firstIndex { $0 >= number }
  }
}
