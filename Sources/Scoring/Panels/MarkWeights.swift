import Rubrics
import Values

/// How much each of several values counts in a statistic of them, in their order.
///
/// A statistic is a weighted mean with weights that add up to 1: a median is the middle one, a trimmed mean leaves two out. So
/// the weights that totals get can be given to the marks behind them, and the items then add up to the statistic of the totals.
/// Values that are the same have the same weight: nothing depends on which of them stands first.
struct MarkWeights: Sendable {
  let numerators: [Int]
  let denominator: Int

  /// The weighted mean of `values`, of which there are as many as weights.
  func mean(of values: [Number]) throws(NumberTooLarge) -> MarkFraction {
    var terms: [Number] = [.zero]
    for (weight, value) in zip(numerators, values) where weight != 0 {
      terms.append(try value.times(Number(weight)))
    }
    return MarkFraction(try Number.total(terms), over: Number(denominator))
  }

  /// `1/3`; `nil` where it is left out.
  func text(of index: Int) -> String? {
    guard numerators.indices.contains(index), numerators[index] != 0 else { return nil }
    var (high, low) = (denominator, numerators[index])
    while low != 0 { (high, low) = (low, high % low) }
    let (above, below) = (numerators[index] / high, denominator / high)
    return below == 1 ? "\(above)" : "\(above)/\(below)"
  }
}

extension MarkWeights {
  private init(_ numerators: [Int], over denominator: Int) {
    self.numerators = numerators
    self.denominator = denominator
  }

  /// All values for which `counts` holds, alike.
  init(alike counts: [Bool]) {
    numerators = counts.map { $0 ? 1 : 0 }
    denominator = max(1, numerators.reduce(0, +))
  }

  /// - Precondition: `values` is not empty.
  init(_ statistic: Combination, of values: [Number], trimFrom: Int) {
    let sorted = values.sorted()
    switch statistic {
    case .mean: self.init(alike: values.map { _ in true })
    case .min, .consensus: self.init(alike: values.map { $0 == sorted[0] })
    case .max: self.init(alike: values.map { $0 == sorted[sorted.count - 1] })
    case .median: self.init(median: values, sorted)
    case .trimmedMean:
      // Without the highest and the lowest; with too few marks nothing is left out.
      if sorted.count < trimFrom || sorted.count < 3 {
        self.init(alike: values.map { _ in true })
      } else {
        self.init(trimmed: values, sorted)
      }
    }
  }

  private init(median values: [Number], _ sorted: [Number]) {
    let middle = sorted.count / 2
    let (lower, upper) = (
      sorted.count.isMultiple(of: 2) && middle > 0 ? sorted[middle - 1] : sorted[middle],
      sorted[middle]
    )
    guard lower != upper else {
      self.init(alike: values.map { $0 == upper })
      return
    }
    let (below, above) = (values.count { $0 == lower }, values.count { $0 == upper })
    self.init(
      values.map { $0 == lower ? above : $0 == upper ? below : 0 }, over: 2 * below * above)
  }

  /// One of the highest and one of the lowest is left out; those that are equal share the loss.
  private init(trimmed values: [Number], _ sorted: [Number]) {
    let (least, greatest) = (sorted[0], sorted[sorted.count - 1])
    let kept = sorted.count - 2
    guard least != greatest else {
      self.init(alike: values.map { _ in true })
      return
    }
    let (low, high) = (values.count { $0 == least }, values.count { $0 == greatest })
    let parts = values.map { value in
      if value == least { return (low - 1) * high }
      return value == greatest ? (high - 1) * low : low * high
    }
    self.init(parts, over: low * high * kept)
  }

  /// The two values that lie nearest; all that belong to such a pair, where several are equally near.
  init(nearest values: [Number]) throws(NumberTooLarge) {
    let sorted = values.sorted()
    var gaps: [Number] = []
    for (lower, upper) in zip(sorted, sorted.dropFirst()) { gaps.append(try upper.minus(lower)) }
    guard let least = gaps.min() else {
      self.init(alike: values.map { _ in true })
      return
    }
    var taken: [Number] = []
    for (index, gap) in gaps.enumerated() where gap == least {
      taken += [sorted[index], sorted[index + 1]]
    }
    self.init(alike: values.map { taken.contains($0) })
  }
}
