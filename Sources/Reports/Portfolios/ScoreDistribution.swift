import Values

extension PortfolioSummary.Distribution {
  /// More bins than this do not read on a phone.
  private static let mostBins = 20
  /// Bins are as wide as one of these, times a power of ten.
  private static let widths = [Number(1), Number(2), Number(5)]

  /// Of the certain scores, in any order, printed with the decimals of the rubric; `nil` where there are none.
  init?(of scores: [Number], decimals: Int) {
    let sorted = scores.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    func text(_ number: Number) -> String { number.formatted(decimals: decimals) }
    /// The least score that so many quarters do not exceed.
    func quartile(_ quarters: Int) -> Number { sorted[(sorted.count * quarters + 3) / 4 - 1] }
    let middle = sorted[(sorted.count - 1) / 2...sorted.count / 2]
    self.init(
      count: sorted.count, mean: Self.mean(of: sorted, decimals: decimals) ?? "",
      median: Self.mean(of: Array(middle), decimals: decimals) ?? "",
      lowerQuartile: text(quartile(1)), upperQuartile: text(quartile(3)), least: text(least),
      greatest: text(greatest), bins: Self.bins(of: sorted, from: least, to: greatest))
  }

  /// Rounded half up to the decimals of a score, and to two at most.
  static func mean(of scores: [Number], decimals: Int) -> String? {
    guard !scores.isEmpty, let sum = Number.sum(scores),
      let mean = sum.divided(by: Number(scores.count))
    else { return nil }
    let decimals = min(max(decimals, 1), 2)
    return mean.rounded(toScale: decimals, .halfUp)?.formatted(decimals: decimals)
  }

  private static func bins(of sorted: [Number], from least: Number, to greatest: Number) -> [Bin] {
    guard let (start, width, count) = grid(from: least, to: greatest) else { return [] }
    var counts = [Int](repeating: 0, count: count)
    for score in sorted {
      let place = score.subtracting(start)?.divided(by: width)?.floor()?.intValue ?? 0
      counts[min(max(place, 0), count - 1)] += 1
    }
    return counts.indices.compactMap { index in
      guard let from = edge(start, width, index), let to = edge(start, width, index + 1) else {
        return nil
      }
      return Bin(from: from.description, to: to.description, count: counts[index])
    }
  }

  private static func edge(_ start: Number, _ width: Number, _ index: Int) -> Number? {
    Number(index).multiplied(by: width).flatMap { start.adding($0) }
  }

  /// Round numbers around the scores: where the bins begin, how wide they are, how many there are.
  private static func grid(
    from least: Number, to greatest: Number
  ) -> (start: Number, width: Number, count: Int)? {
    for power in -6...12 {
      guard let unit = Number("1E\(power)") else { continue }
      for step in widths {
        guard let width = step.multiplied(by: unit),
          let low = least.divided(by: width)?.floor(), let start = low.multiplied(by: width),
          let count = greatest.subtracting(start)?.divided(by: width)?.floor()?.intValue,
          (0..<mostBins).contains(count)
        else { continue }
        return (start, width, max(count + (isEdge(greatest, start, width, count) ? 0 : 1), 1))
      }
    }
    return nil
  }

  /// The greatest score stands on the edge of a bin, and belongs to the one before.
  private static func isEdge(
    _ greatest: Number, _ start: Number, _ width: Number, _ count: Int
  ) -> Bool {
    count > 0 && edge(start, width, count) == greatest
  }
}
