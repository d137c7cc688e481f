package import Values

/// How far two marks are from agreeing.
package enum Metric: String, Sendable, CaseIterable {
  /// The same, or not.
  case nominal
  /// By the number of marks that lie between them.
  case ordinal
  /// By their difference.
  case interval
}

/// Krippendorff's alpha, or why there is none.
package enum Alpha: Sendable, Hashable {
  case value(Number)
  case none(Reason)

  package enum Reason: String, Sendable, CaseIterable {
    case noMarks = "no marks"
    case oneAssessor = "one assessor"
    /// No unit was marked by two assessors.
    case nothingShared = "nothing shared"
    /// With a single unit agreement cannot be told from chance.
    case oneUnit = "one unit"
    /// All marks are the same: there is nothing to agree or disagree about.
    case noVariation = "no variation"
  }

  package var value: Number? {
    if case .value(let value) = self { value } else { nil }
  }
}

/// Marks by unit; only units that several assessors marked say something about agreement.
///
///     Reliability([[1, 1], [2, 3], [3, 3]]).alpha(.interval)
///
/// - Source: K. Krippendorff 2011, Computing Krippendorff's alpha-reliability.
struct Reliability: Sendable {
  /// The units with two or more marks, as indices of categories.
  let units: [[Int]]
  /// The different marks, ascending.
  let categories: [Int]

  init(_ marks: [[Int]]) {
    let pairable = marks.filter { $0.count > 1 }
    categories = Set(pairable.joined()).sorted()
    let index = Dictionary(
      categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    units = pairable.map { unit in unit.compactMap { index[$0] }.sorted() }
  }

  func alpha(_ metric: Metric) -> Alpha {
    if units.isEmpty { return .none(.nothingShared) }
    if units.count < 2 { return .none(.oneUnit) }
    var sample = AlphaSample(self)
    return sample.alpha(of: sample.all, metric).map { .value($0) } ?? .none(.noVariation)
  }

  /// The middle 95 of 100 values that alpha takes when units are drawn again, as many, with replacement.
  ///
  /// - Returns: `nil` where fewer than half of the resamples have any variation.
  func interval(
    _ metric: Metric, resamples: Int, _ random: SplitMix
  ) -> (low: Number, high: Number)? {
    guard units.count > 1, resamples > 0 else { return nil }
    var random = random
    var sample = AlphaSample(self)
    var values: [Number] = []
    for _ in 0..<resamples {
      var drawn = sample.none
      for _ in units.indices { drawn[sample.kinds[random.next(below: units.count)]] += 1 }
      if let value = sample.alpha(of: drawn, metric) { values.append(value) }
    }
    guard values.count * 2 >= resamples else { return nil }
    values.sort()
    let cut = values.count / 40
    return (values[cut], values[values.count - 1 - cut])
  }

  /// What each unit adds to the observed disagreement, in the order of `units`; all of it is 1.
  func contributions() -> [Number] {
    let parts = units.map { unit -> Number in
      let scores = unit.map { Int128(categories[$0]) }
      return Number(Self.disagreement(of: scores)).divided(by: Number(unit.count - 1)) ?? .zero
    }
    guard let all = Number.sum(parts), all.isPositive else { return parts }
    return parts.map { $0.divided(by: all) ?? .zero }
  }

  /// The squared differences of all ordered pairs.
  static func disagreement(of scores: [Int128]) -> Int128 {
    var sum: Int128 = 0
    var squares: Int128 = 0
    for score in scores {
      sum += score
      squares += score * score
    }
    return 2 * (Int128(scores.count) * squares - sum * sum)
  }
}

extension Number {
  /// - Returns: rounded to 34 digits.
  init(_ integer: Int128) {
    if let small = Int(exactly: integer) {
      self.init(small)
    } else {
      self = Number(integer.description) ?? .zero
    }
  }
}
