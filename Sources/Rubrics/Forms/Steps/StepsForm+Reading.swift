import Diagnostics
import FEEL
import Formats
import Values

extension StepsForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    if record.mentions("lines") { return LinesForm.read(record, worth: points, by: &checker) }
    let directions = LadderDirection.allCases.filter { record.mentions($0.rawValue) }
    guard let direction = directions.first, directions.count == 1 else {
      checker.diagnostics.report(
        .ladderForm(directions.map(\.rawValue), at: record.keyPlace("steps")))
      return nil
    }
    let otherwise = record.number("else")
    if !record.mentions("else") {
      checker.diagnostics.report(.elseMissing(at: record.keyPlace("steps")))
    }
    let lines = checker.ladder(record, direction.rawValue, highIsStrict: direction.wantsHigh)
    let amounts = lines.map { ($0.points, $0.place) }
    checker.reportAmounts(
      amounts, otherwise: otherwise, worth: points, at: record.keyPlace(direction.rawValue))
    checker.reportOrder(amounts, otherwise: otherwise)
    guard let value = checker.plan(record, "steps", expecting: .number) else { return nil }
    reportIdleLines(lines, direction, over: checker.finder.domain(of: value.step), by: &checker)
    checker.reportShares(value, lines)
    guard let otherwise, lines.count == record.map(direction.rawValue).count, !lines.isEmpty else {
      return nil
    }
    return StepsForm(value: value, direction: direction, lines: lines, otherwise: otherwise)
  }

  /// Lines that no number reaches, or that leave nothing for the lines below them.
  private static func reportIdleLines(
    _ lines: [LadderLine], _ direction: LadderDirection, over domain: Domain,
    by checker: inout RubricChecker
  ) {
    guard lines.count <= LinesForm.mostLines else {
      checker.diagnostics.report(LinesForm.tooMany(lines.count, at: lines[0].place))
      return
    }
    var above = NumberSet.none
    for line in lines {
      let holds = NumberSet(direction.comparison, line.threshold)
      let fresh = holds.intersection(above.complement)
      let occurs = fresh.intervals.contains { domain.member(of: $0) != nil }
      if !occurs {
        let percent = line.threshold.divided(by: Number(100))
        let isPercent = line.threshold > .one && percent.map(domain.contains) ?? false
        checker.diagnostics.report(
          .lineNeverHolds(line.threshold, isPercent: isPercent, at: line.place))
      }
      above = above.union(holds)
    }
  }
}
