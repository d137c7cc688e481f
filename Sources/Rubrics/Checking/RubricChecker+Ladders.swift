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
      if amount > points { diagnostics.report(.aboveFullMarks(amount, points, at: place)) }
      if amount.isNegative { diagnostics.report(.belowZero(amount, at: place)) }
    }
    if let otherwise, otherwise > points {
      diagnostics.report(.aboveFullMarks(otherwise, points, at: place))
    }
    if let otherwise, otherwise.isNegative {
      diagnostics.report(.belowZero(otherwise, at: place))
    }
    if let most = (amounts.map(\.0) + [otherwise].compactMap { $0 }).max(), most < points {
      diagnostics.report(.fullMarksUnreachable(most, points, at: place))
    }
  }

  /// Lines that are sorted strictest first should not give more further down.
  mutating func reportOrder(
    _ amounts: [(Number, Place)], otherwise: Number?, byPlace: Bool = false
  ) {
    for (upper, lower) in zip(amounts, amounts.dropFirst()) where lower.0 > upper.0 {
      diagnostics.report(.easierEarnsMore(lower.0, upper.0, byPlace: byPlace, at: lower.1))
    }
    if let otherwise, let last = amounts.last, otherwise > last.0 {
      diagnostics.report(.easierEarnsMore(otherwise, last.0, byPlace: byPlace, at: last.1))
    }
  }

  mutating func reportRepeated(_ thresholds: [(Number, Place)]) {
    for (first, second) in zip(thresholds, thresholds.dropFirst()) where first.0 == second.0 {
      diagnostics.report(.thresholdTwice(second.0, at: second.1))
    }
  }

  // MARK: steps

  mutating func checkSteps(_ record: Record, _ points: Number?) -> Form? {
    let directions = Steps.Direction.allCases.filter { record.mentions($0.rawValue) }
    guard let direction = directions.first, directions.count == 1 else {
      diagnostics.report(
        .ladderForm(directions.map(\.rawValue), at: record.keyPlace("steps")))
      return nil
    }
    let otherwise = record.number("else")
    if !record.mentions("else") {
      diagnostics.report(.elseMissing(at: record.keyPlace("steps")))
    }
    let lines = ladder(record, direction.rawValue, highIsStrict: direction.wantsHigh)
    let place = record.keyPlace(direction.rawValue)
    reportAmounts(
      lines.map { ($0.points, $0.place) }, otherwise: otherwise, worth: points, at: place)
    reportOrder(lines.map { ($0.points, $0.place) }, otherwise: otherwise)
    guard let value = plan(record, "steps", expecting: .number) else { return nil }
    reportIdleLines(lines, direction, finder.domain(of: value.step))
    reportShares(value, lines)
    guard let otherwise, lines.count == record.map(direction.rawValue).count, !lines.isEmpty else {
      return nil
    }
    return .steps(Steps(value: value, direction: direction, lines: lines, otherwise: otherwise))
  }

  /// Strictest first.
  mutating func ladder(_ record: Record, _ key: String, highIsStrict: Bool) -> [Steps.Line] {
    var lines: [Steps.Line] = []
    for entry in record.map(key) {
      guard let points = entry.value.number else { continue }
      guard let threshold = Number(written: entry.key.text) else {
        diagnostics.report(.notANumber(entry.key.text, for: key, at: entry.key.place))
        continue
      }
      lines.append(Steps.Line(threshold: threshold, points: points, place: entry.key.place))
    }
    if lines.isEmpty, record.has(key), record.map(key).isEmpty {
      diagnostics.report(.emptyList(key, at: record.keyPlace(key)))
    }
    lines.sort { highIsStrict ? $0.threshold > $1.threshold : $0.threshold < $1.threshold }
    reportRepeated(lines.map { ($0.threshold, $0.place) })
    var seen = Set<Number>()
    return lines.filter { seen.insert($0.threshold).inserted }
  }

  /// Lines that no number reaches, or that leave nothing for the lines below them.
  private mutating func reportIdleLines(
    _ lines: [Steps.Line], _ direction: Steps.Direction, _ domain: Domain
  ) {
    guard lines.count <= 500 else {
      diagnostics.report(
        .tooMany(
          Wording(en: "lines", zh: "行"), lines.count, 500, at: lines[0].place))
      return
    }
    var above = NumberSet.none
    for line in lines {
      let holds: NumberSet =
        switch direction {
        case .atLeast: .from(line.threshold, included: true)
        case .moreThan: .from(line.threshold, included: false)
        case .atMost: .to(line.threshold, included: true)
        case .lessThan: .to(line.threshold, included: false)
        }
      let fresh = holds.intersection(above.complement)
      let occurs = fresh.intervals.contains { domain.member(of: $0) != nil }
      if !occurs {
        let percent = line.threshold.divided(by: Number(100))
        let isPercent = line.threshold > .one && percent.map(domain.contains) ?? false
        diagnostics.report(
          .lineNeverHolds(line.threshold, isPercent: isPercent, at: line.place))
      }
      above = above.union(holds)
    }
  }

  // MARK: lines

  mutating func checkLines(_ record: Record, _ points: Number?) -> Form? {
    for other in Steps.Direction.allCases where record.mentions(other.rawValue) {
      diagnostics.report(.ladderForm(["lines", other.rawValue], at: record.keyPlace("lines")))
    }
    if record.mentions("else") {
      diagnostics.report(.elseBesideLines(at: record.keyPlace("else")))
    }
    let value = plan(record, "steps", expecting: .number)
    let tested = Scope.Entry(
      "?", .number(unit: value?.shape.unit), slot: slots.firstIndex(of: .tested) ?? 0)
    let scope = expressions.adding([tested])
    var lines: [Lines.Line] = []
    for entry in record.map("lines") {
      guard let amount = entry.value.number,
        let tests = scope.tests(
          entry.key, over: .number(unit: value?.shape.unit), into: &diagnostics)
      else { continue }
      lines.append(
        Lines.Line(
          tests: tests, points: amount, text: entry.key.text, place: entry.key.place))
    }
    reportAmounts(
      lines.map { ($0.points, $0.place) }, otherwise: nil, worth: points,
      at: record.keyPlace("lines"))
    guard let value, lines.count == record.map("lines").count, !lines.isEmpty else { return nil }
    prove(lines, over: finder.domain(of: value.step), at: record.keyPlace("lines"))
    return .lines(Lines(value: value, lines: lines))
  }

  /// Complete and free of overlap, on the numbers that can occur.
  private mutating func prove(_ lines: [Lines.Line], over domain: Domain, at place: Place) {
    guard lines.count <= 500 else {
      diagnostics.report(
        .tooMany(Wording(en: "lines", zh: "行"), lines.count, 500, at: place))
      return
    }
    let reduction = Reduction(tested: slots.firstIndex(of: .tested))
    var sets: [NumberSet] = []
    for line in lines {
      guard let set = reduction.numbers(line.tests.step) else {
        diagnostics.report(.cannotProve(line.text, at: line.place))
        return
      }
      sets.append(set)
    }
    let sweep = Sweep(sets, over: domain)
    guard sweep.isSmall else {
      diagnostics.report(.cannotProve(lines[0].text, at: place))
      return
    }
    for flaw in sweep.flaws() {
      switch flaw {
      case .gap(let witness): diagnostics.report(.gap(witness, domain.grid, at: place))
      case .overlap(let witness, let first, let second):
        diagnostics.report(
          .overlap(
            witness, lines[first].text, lines[second].text, domain.grid, at: lines[second].place))
      }
    }
    for (line, set) in zip(lines, sets)
    where !set.intervals.contains(where: { domain.member(of: $0) != nil }) {
      diagnostics.report(.testNeverHolds(line.text, at: line.place))
    }
  }
}
