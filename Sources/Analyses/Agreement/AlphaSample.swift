import Values

/// Computes alpha over a choice of units; sums are whole numbers, and each unit size is divided once.
///
/// Units with the same marks are one kind and say the same, however many they are: a round has many subjects, a scale few
/// marks.
struct AlphaSample {
  private struct Kind {
    /// Each different mark, as an index of categories, and how often it was given.
    let marks: [(category: Int, often: Int)]
    let size: Int
    /// The disagreement of its marks, where it does not depend on the other units.
    let same: Int128
    let squared: Int128

    init(_ unit: [Int], _ categories: [Int128]) {
      marks = Dictionary(grouping: unit, by: { $0 }).map { ($0, $1.count) }.sorted { $0.0 < $1.0 }
      size = unit.count
      same = Int128(size * size - marks.reduce(0) { $0 + $1.often * $1.often })
      squared = Reliability.disagreement(of: unit.map { categories[$0] })
    }
  }

  private let categories: [Int128]
  /// By size, so that those of one size stand together.
  private let different: [Kind]
  private var counts: [Int]
  /// By unit: which kind it is.
  let kinds: [Int]

  init(_ data: Reliability) {
    categories = data.categories.map { Int128($0) }
    counts = Array(repeating: 0, count: categories.count)
    let units = Set(data.units).sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    different = units.map { [categories] in Kind($0, categories) }
    kinds = data.units.compactMap { places[$0] }
  }

  /// No unit of any kind.
  var none: [Int] { Array(repeating: 0, count: different.count) }

  /// Each unit once, by kind.
  var all: [Int] { kinds.reduce(into: none) { $0[$1] += 1 } }

  /// Alpha of a choice in which so many units are of each kind.
  ///
  /// - Returns: `nil` where all marks are the same.
  mutating func alpha(of drawn: [Int], _ metric: Metric) -> Number? {
    for index in counts.indices { counts[index] = 0 }
    var count = 0
    for (kind, times) in zip(different, drawn) where times > 0 {
      count += times * kind.size
      for (category, often) in kind.marks { counts[category] += times * often }
    }
    let scores = metric == .ordinal ? ranks : categories
    let expected = metric == .nominal ? expectedByName(count) : expectedByScore(scores, count)
    guard expected > 0, let observed = observed(drawn, scores, metric) else { return nil }
    return observed.multiplied(by: Number(count - 1))?.divided(by: Number(expected))
      .flatMap { Number.one.subtracting($0) }
  }

  /// The disagreement within units, each size divided by the marks that one has beside it.
  private func observed(_ drawn: [Int], _ scores: [Int128], _ metric: Metric) -> Number? {
    var sum = Number.zero
    var first = 0
    while first < different.count {
      let size = different[first].size
      var part: Int128 = 0
      var next = first
      while next < different.count, different[next].size == size {
        part += Int128(drawn[next]) * disagreement(of: different[next], scores, metric)
        next += 1
      }
      first = next
      guard let share = Number(part).divided(by: Number(size - 1)), let more = sum.adding(share)
      else { return nil }
      sum = more
    }
    return sum
  }

  private func disagreement(of kind: Kind, _ scores: [Int128], _ metric: Metric) -> Int128 {
    switch metric {
    case .nominal: return kind.same
    case .interval: return kind.squared
    case .ordinal:
      var sum: Int128 = 0
      var squares: Int128 = 0
      for (category, often) in kind.marks {
        let all = scores[category] * Int128(often)
        sum += all
        squares += scores[category] * all
      }
      return 2 * (Int128(kind.size) * squares - sum * sum)
    }
  }

  private func expectedByName(_ count: Int) -> Int128 {
    Int128(count) * Int128(count) - counts.reduce(0) { $0 + Int128($1) * Int128($1) }
  }

  private func expectedByScore(_ scores: [Int128], _ count: Int) -> Int128 {
    var sum: Int128 = 0
    var squares: Int128 = 0
    for (score, often) in zip(scores, counts) {
      sum += score * Int128(often)
      squares += score * score * Int128(often)
    }
    return 2 * (Int128(count) * squares - sum * sum)
  }

  /// Twice the middle rank of each category: the ordinal metric is the interval metric between middle ranks.
  private var ranks: [Int128] {
    var below: Int128 = 0
    return counts.map { often in
      defer { below += Int128(often) }
      return 2 * below + Int128(often)
    }
  }
}
