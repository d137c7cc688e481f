import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// What comparisons see: inputs, figures, and the results of the first pass.
  var comparisonExpressions: Expressions { expressions.adding(resultEntries) }

  /// Numbers of the whole group; items and gates see them, comparisons do not.
  var cohortEntries: [Scope.Entry] {
    cohortFigures.enumerated().map { entry($1.key.text, .number, .cohort($0)) }
  }

  var cohortFigures: [Written.Entry] { root.record("cohort")?.map("define") ?? [] }

  mutating func checkCohort() -> Cohort? {
    guard let record = root.record("cohort") else { return nil }
    let by = record.scalar("by").flatMap {
      comparisonExpressions.plan($0, expecting: nil, into: &diagnostics)
    }
    if let by { noteComparison(by, at: record.scalar("by")?.place ?? record.place) }
    let figures = cohortFigures.enumerated().compactMap { cohortFigure($1, $0) }
    let least = record.count("at least") ?? 2
    if least < 1 {
      diagnostics.report(
        .stepNotPositive("at least", at: record.scalar("at least")?.place ?? record.place))
    }
    guard let ifFewer: Cohort.IfFewer = record.choice("if fewer") else { return nil }
    return Cohort(
      by: by, atLeast: max(1, least), ifFewer: ifFewer,
      whenClosed: record.choice("when closed") ?? .open, figures: figures,
      place: record.place)
  }

  private mutating func cohortFigure(_ entry: Written.Entry, _ number: Int) -> Cohort.Figure? {
    let name = entry.key
    if !isExpressionName(name.text) { diagnostics.report(.notAName(name.text, at: name.place)) }
    guard let record = entry.value.record else { return nil }
    let written = Cohort.Figure.Statistic.allCases.filter { record.mentions($0.rawValue) }
    guard let statistic = written.first, written.count == 1 else {
      diagnostics.report(.cohortFigure(name.text, at: name.place))
      return nil
    }
    guard
      let value = record.scalar(statistic.rawValue).flatMap({
        comparisonExpressions.plan($0, expecting: .number, into: &diagnostics)
      })
    else { return nil }
    noteComparison(value, at: record.scalar(statistic.rawValue)?.place ?? name.place)
    if statistic.isDirected, !record.mentions("best") {
      diagnostics.report(.placeWithoutBest(name.text, statistic, at: name.place))
    }
    for key in ["best", "ties"] where !statistic.isDirected && record.mentions(key) {
      diagnostics.report(.idleInCohortFigure(key, statistic, at: record.keyPlace(key)))
    }
    return Cohort.Figure(
      name: name.text, title: record.wording("title"), unit: record.string("unit"),
      statistic: statistic, highIsBest: record.string("best") != "low",
      ties: record.choice("ties") ?? .better, value: value,
      slot: slots.firstIndex(of: .cohort(number)) ?? 0, place: name.place)
  }

  // MARK: passes

  /// Keeps what a comparison looks at; the items that it may not see are known later.
  mutating func noteComparison(_ plan: Plan, at place: Place) {
    comparisons.append((plan, place))
  }

  /// Comparisons need a cohort, and look at nothing that a comparison gives.
  ///
  /// `others` are the expressions beside items that may look at the cohort: gates, the total.
  mutating func checkPasses(
    _ items: [Item], _ sections: [Section], _ cohort: Cohort?, others: [Plan]
  ) {
    let second = items.filter(\.isOfSecondPass)
    if let first = second.first, !root.mentions("cohort") {
      diagnostics.report(.cohortMissing(first.id, at: first.place))
    } else if let cohort, second.isEmpty, items.count == syntax.allItems.count,
      !cohort.figures.contains(where: \.statistic.isStanding),
      !others.contains(where: { $0.looksAtCohort(cohort, lateFigures) })
    {
      diagnostics.report(.cohortIdle(at: root.keyPlace("cohort")))
    }
    for item in items where item.looksAtCohort {
      if item.otherwise == .cohortMean || item.excuse?.then == .cohortMean {
        diagnostics.report(.comparedTwice(item.id, at: item.place))
      }
    }
    let late = Set(second.map(\.id))
    for (plan, place) in comparisons {
      if let figure = figures.first(where: {
        lateFigures.contains($0.slot) && plan.slotsUsed.contains($0.slot)
      }) {
        diagnostics.report(.comparisonLooksAtFigure(figure.name, at: place))
      }
      let (named, sections) = looked(plan, items, sections)
      if let id = named.first(where: late.contains) {
        diagnostics.report(.comparisonLooksAt(id, at: place))
      } else if let section = sections.first(where: { section in
        section.allItems.contains { late.contains($0.id) }
      }) {
        diagnostics.report(.comparisonLooksAt(section.id, at: place))
      }
    }
  }

  /// Who is admitted, which sections apply and which stages there are is known before anybody is compared.
  mutating func reportBeforeComparison(
    _ admission: [Bar], _ sections: [Section]
  ) {
    guard !lateFigures.isEmpty else { return }
    let all = sections.flatMap { [$0] + $0.everyBelow }
    let plans =
      admission.map { ($0.trigger.plan, $0.place) } + all.map { ($0.appliesWhen, $0.place) }
      + stages.map { ($0.appliesWhen, $0.place) }
    for (plan, place) in plans {
      guard let plan,
        let figure = figures.first(where: {
          lateFigures.contains($0.slot) && plan.slotsUsed.contains($0.slot)
        })
      else { continue }
      diagnostics.report(.beforeComparison(figure.name, at: place))
    }
  }

  /// The items and sections that a plan names; all of them where it takes them as a whole.
  private func looked(
    _ plan: Plan, _ everyItem: [Item], _ sections: [Section]
  ) -> (items: [String], [Section]) {
    let all = sections.flatMap { [$0] + $0.everyBelow }
    let itemSlot = slots.firstIndex(of: .items)
    let sectionSlot = slots.firstIndex(of: .sections)
    var items: [String] = []
    var found: [Section] = []
    var paths = 0
    var inputs = 0
    plan.step.walk { step in
      switch step.form {
      case .path(let of, let name, _):
        guard case .input(let slot) = of.form else { return }
        if slot == itemSlot {
          items.append(name)
          paths += 1
        } else if slot == sectionSlot {
          found += all.filter { $0.id == name }
          paths += 1
        }
      case .input(let slot) where slot == itemSlot || slot == sectionSlot: inputs += 1
      default: break
      }
    }
    if inputs > paths { return (everyItem.map(\.id), all) }
    return (items, found)
  }
}

extension Plan {
  fileprivate func looksAtCohort(_ cohort: Cohort, _ late: Set<Int>) -> Bool {
    let figures = late.union(cohort.figures.map(\.slot))
    return slotsUsed.contains(where: figures.contains)
  }
}

extension Section {
  /// The sections inside it, at every depth.
  fileprivate var everyBelow: [Section] { subsections.flatMap { [$0] + $0.everyBelow } }
}
