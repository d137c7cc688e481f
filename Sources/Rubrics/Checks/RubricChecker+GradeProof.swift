import Diagnostics
import Values

extension RubricChecker {
  /// Grades that no total reaches, totals that always reach one, thresholds beside the grid.
  mutating func prove(_ grades: Grades, _ total: Total, _ plan: ResultPlan) {
    guard case .ladder(let direction) = grades.rule else { return }
    let domain = plan.totals
    var above = NumberSet.none
    for line in grades.lines {
      let holds: NumberSet =
        switch (line.threshold, direction) {
        case (nil, _): .all
        case (let threshold?, .atLeast): .from(threshold, included: true)
        case (let threshold?, .atMost): .to(threshold, included: true)
        }
      let fresh = holds.intersection(above.complement)
      if !fresh.intervals.contains(where: { domain.member(of: $0) != nil }) {
        if isGivenByGate(line) { continue }
        diagnostics.report(
          .gradeUnreachable(line.id, domain.set.low, domain.set.high, at: line.place))
      } else if let threshold = line.threshold {
        if !Domain(grid: domain.grid).contains(threshold) {
          diagnostics.report(
            .thresholdBesideGrid(threshold, total.rounding.step, at: line.place))
        }
        if direction == .atLeast {
          reportIdleThreshold(line, threshold, total, plan)
        }
      }
      above = above.union(holds)
    }
  }

  /// A grade that no total earns may be what a cap or a veto leaves.
  private func isGivenByGate(_ line: Grade) -> Bool {
    (root.records("caps") + root.records("vetoes")).contains { gate in
      gate.string("grade") == line.id || (line.stars != nil && gate.count("stars") == line.stars)
    }
  }

  /// Floors of sections may force a total above the line's own threshold.
  private mutating func reportIdleThreshold(
    _ line: Grade, _ threshold: Number, _ total: Total, _ plan: ResultPlan
  ) {
    let sections = plan.sections.map(\.section)
    guard plan.losses.isEmpty, plan.formula == nil,
      sections.allSatisfy({ $0.appliesWhen == nil && $0.shareRounding == nil })
    else { return }
    let forced = sections.compactMap { section -> Number? in
      let own = line.sectionFloors.first { $0.section == section.id }?.share
      guard let floor = [line.everySection, own].compactMap({ $0 }).max() else { return .zero }
      return section.points.multiplied(by: floor)
    }
    guard forced.count == sections.count, let sum = sumForced(forced, sections, total),
      sum > threshold
    else { return }
    diagnostics.report(.thresholdNeverBinds(line.id, threshold, sum, at: line.place))
  }

  /// What sections of so many points make of the total.
  private func sumForced(_ points: [Number], _ sections: [Section], _ total: Total) -> Number? {
    guard total.combining != .sum else { return Number.sum(points) }
    let shares = zip(points, sections).compactMap { $0.divided(by: $1.points) }
    guard shares.count == sections.count,
      let share = total.combining == .worst ? shares.min() : shares.max()
    else { return nil }
    return total.points?.multiplied(by: share)
  }
}
