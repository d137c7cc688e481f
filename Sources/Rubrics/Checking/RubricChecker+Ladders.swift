import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  // MARK: amounts

  /// Points of lines lie in 0...full marks, and one line gives full marks.
  mutating func reportAmounts(
    _ amounts: [(Number, Place)], otherwise: Number?, worth points: Number?, at place: Place
  ) {
    guard let points else { return }
    for (amount, place) in amounts {
      if amount > points {
        diagnostics.report(.aboveFullMarks(amount, points, at: place).pointing(at: fullMarks))
      }
      if amount.isNegative { diagnostics.report(.belowZero(amount, at: place)) }
    }
    if let otherwise, otherwise > points {
      diagnostics.report(.aboveFullMarks(otherwise, points, at: place).pointing(at: fullMarks))
    }
    if let otherwise, otherwise.isNegative {
      diagnostics.report(.belowZero(otherwise, at: place))
    }
    if let most = (amounts.map(\.0) + [otherwise].compactMap { $0 }).max(), most < points {
      diagnostics.report(.fullMarksUnreachable(most, points, at: place).pointing(at: fullMarks))
    }
  }

  /// Lines that are sorted strictest first should not give more further down.
  mutating func reportOrder(
    _ amounts: [(Number, Place)], otherwise: Number?, byPlace: Bool = false
  ) {
    for (upper, lower) in zip(amounts, amounts.dropFirst()) where lower.0 > upper.0 {
      diagnostics.report(
        .easierEarnsMore(lower.0, upper.0, byPlace: byPlace, at: lower.1)
          .pointing(at: .other(upper.1)))
    }
    if let otherwise, let last = amounts.last, otherwise > last.0 {
      diagnostics.report(.easierEarnsMore(otherwise, last.0, byPlace: byPlace, at: last.1))
    }
  }

  mutating func reportRepeated(_ thresholds: [(Number, Place)]) {
    for (first, second) in zip(thresholds, thresholds.dropFirst()) where first.0 == second.0 {
      diagnostics.report(.thresholdTwice(second.0, at: second.1).pointing(at: .first(first.1)))
    }
  }

  // MARK: thresholds

  /// Strictest first.
  mutating func ladder(_ record: Record, _ key: String, highIsStrict: Bool) -> [LadderLine] {
    var lines: [LadderLine] = []
    for entry in record.map(key) {
      guard let points = entry.value.number else { continue }
      guard let threshold = Number(written: entry.key.text) else {
        diagnostics.report(.notANumber(entry.key.text, for: key, at: entry.key.place))
        continue
      }
      lines.append(LadderLine(threshold: threshold, points: points, place: entry.key.place))
    }
    if lines.isEmpty, record.has(key), record.map(key).isEmpty {
      diagnostics.report(.emptyList(key, at: record.keyPlace(key)))
    }
    lines.sort { highIsStrict ? $0.threshold > $1.threshold : $0.threshold < $1.threshold }
    reportRepeated(lines.map { ($0.threshold, $0.place) })
    var seen = Set<Number>()
    return lines.filter { seen.insert($0.threshold).inserted }
  }
}
