import Diagnostics
import FEEL
import Rubrics
import Values

extension EdgeFinder {
  /// What assessors and answers give; relatives and cohorts need others, which a colleague has to think of.
  mutating func addGiven(_ given: ScorePlan.Given, of item: Item) {
    switch given {
    case .judge(let judge):
      let lines = [judge.low] + judge.bands.map(\.atLeast) + [judge.high]
      addMarks(
        of: item, judge.panel, lines, from: judge.low, to: judge.high, step: judge.step,
        band: { _ in nil })
    case .degree(let degree):
      let lines = degree.bands.map(\.atLeast) + [degree.scale]
      addMarks(of: item, degree.panel, lines, from: .zero, to: degree.scale, step: nil) { mark in
        degree.bands.first { mark >= $0.atLeast }?.id
      }
    case .survey(let rule): addAnswers(rule)
    case .children, .rank, .imported: break
    }
  }

  private mutating func addMarks(
    of item: Item, _ panel: Panel, _ lines: [Number], from low: Number, to high: Number,
    step: Number?, band: (Number) -> String?
  ) {
    // Marks of single stages hang together in ways that a case cannot make up.
    guard item.stages.isEmpty else { return }
    let counting = panel.columns.filter(\.counts)
    func marks(_ value: Number, short: Int = 0) -> EdgeMaterial {
      EdgeMaterial(
        marks: counting.flatMap { column in
          (0..<max(0, column.atLeast - short)).map { number in
            EdgeMaterial.Mark(
              by: "\(column.role)-\(number + 1)", role: column.role, item: item.id, value: value,
              band: band(value))
          }
        })
    }
    for line in Set(lines).sorted() {
      for side in [EdgeSide.below, .on, .above] {
        let away = step ?? Number(10).power(Number(-min(line.decimalPlaces + 1, 20))) ?? .one
        let value =
          side == .on ? line : side == .below ? line.subtracting(away) : line.adding(away)
        guard let value, value >= low, value <= high else { continue }
        add(EdgesWording.mark("\(line)", side), marks(value))
      }
    }
    // Whole points between, so that totals come out even.
    if let most = item.points.intValue, (1...100).contains(most),
      let width = high.subtracting(low)
    {
      for points in 0...most {
        let part = width.multiplied(by: Number(points))?.divided(by: item.points)
        if let value = part?.adding(low), value.decimalPlaces < 6 { addSample(marks(value)) }
      }
    }
    if let least = counting.map(\.atLeast).max(), least > 1 {
      add(EdgesWording.assessors(least - 1), marks(high, short: 1))
    }
  }

  private mutating func addAnswers(_ rule: SurveyRule) {
    let source = EdgeSolver.Source.survey(rule.survey)
    var inside = solver
    inside.source = source
    let least = max(rule.respondents, 1)
    let lines = Set(rule.scale.lines).sorted()
    func answers(_ row: EdgeMaterial?, _ count: Int) -> EdgeMaterial? {
      row.flatMap { solver.material(source, Array(repeating: $0, count: count)) }
    }
    let plan: Plan
    switch rule.statistic {
    case .share(let condition):
      plan = condition
      let (yes, no) = (inside.truth(plan.step, true), inside.truth(plan.step, false))
      for line in lines {
        for side in [EdgeSide.below, .on, .above] {
          add(
            EdgesWording.beside(plan.shown, "\(line)", side),
            inside.share(
              source, near: line, side, atLeast: max(least, 10), yes: yes, no: no))
        }
      }
      if least > 1 { add(EdgesWording.answers(least - 1), answers(yes, least - 1)) }
    case .mean(let value):
      plan = value
      for line in lines {
        for side in [EdgeSide.below, .on, .above] {
          add(
            EdgesWording.beside(plan.shown, "\(line)", side),
            answers(inside.number(plan.step, near: line, side), least))
        }
      }
      if least > 1, let line = lines.last {
        add(
          EdgesWording.answers(least - 1),
          answers(inside.number(plan.step, near: line, .on), least - 1))
      }
    }
  }
}

extension PointScale {
  fileprivate var lines: [Number] {
    switch self {
    case .steps(let lines, _): lines.map(\.threshold)
    case .linear(let zero, let full): [zero, full]
    }
  }
}
