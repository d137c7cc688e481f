import Diagnostics
import FEEL
import Formats
import Values

extension LinesForm {
  /// More are not proved.
  static let mostLines = 500

  static func read(
    _ record: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    for other in LadderDirection.allCases where record.mentions(other.rawValue) {
      checker.diagnostics.report(
        .ladderForm(["lines", other.rawValue], at: record.keyPlace("lines")))
    }
    if record.mentions("else") {
      checker.diagnostics.report(.elseBesideLines(at: record.keyPlace("else")))
    }
    let value = checker.plan(record, "steps", expecting: .number)
    let lines = lines(record, over: value?.shape.unit, by: &checker)
    checker.reportAmounts(
      lines.map { ($0.points, $0.place) }, otherwise: nil, worth: points,
      at: record.keyPlace("lines"))
    guard let value, lines.count == record.map("lines").count, !lines.isEmpty else { return nil }
    prove(
      lines, over: checker.finder.domain(of: value.step), at: record.keyPlace("lines"),
      by: &checker)
    return LinesForm(value: value, lines: lines)
  }

  private static func lines(
    _ record: Record, over unit: String?, by checker: inout RubricChecker
  ) -> [Line] {
    let tested = Scope.Entry(
      "?", .number(unit: unit), slot: checker.slots.firstIndex(of: .tested) ?? 0)
    let scope = checker.expressions.adding([tested])
    return record.map("lines").compactMap { entry in
      guard let amount = entry.value.number,
        let tests = scope.tests(
          entry.key, over: .number(unit: unit), into: &checker.diagnostics)
      else { return nil }
      return Line(tests: tests, points: amount, text: entry.key.text, place: entry.key.place)
    }
  }

  /// Complete and free of overlap, on the numbers that can occur.
  private static func prove(
    _ lines: [Line], over domain: Domain, at place: Place, by checker: inout RubricChecker
  ) {
    guard lines.count <= mostLines else {
      checker.diagnostics.report(tooMany(lines.count, at: place))
      return
    }
    let reduction = Reduction(tested: checker.slots.firstIndex(of: .tested))
    var sets: [NumberSet] = []
    for line in lines {
      guard let set = reduction.numbers(line.tests.step) else {
        checker.diagnostics.report(.cannotProve(line.text, at: line.place))
        return
      }
      sets.append(set)
    }
    let sweep = Sweep(sets, over: domain)
    guard sweep.isSmall else {
      checker.diagnostics.report(.cannotProve(lines[0].text, at: place))
      return
    }
    for flaw in sweep.flaws() {
      switch flaw {
      case .gap(let witness): checker.diagnostics.report(.gap(witness, domain.grid, at: place))
      case .overlap(let witness, let first, let second):
        checker.diagnostics.report(
          .overlap(
            witness, lines[first].text, lines[second].text, domain.grid, at: lines[second].place
          ).pointing(at: .other(lines[first].place)))
      }
    }
    for (line, set) in zip(lines, sets)
    where !set.intervals.contains(where: { domain.member(of: $0) != nil }) {
      checker.diagnostics.report(.testNeverHolds(line.text, at: line.place))
    }
  }
}
