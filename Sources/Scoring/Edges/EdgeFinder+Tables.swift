import Diagnostics
import FEEL
import Rubrics
import Values

extension EdgeFinder {
  /// Each rule once, and each of its lines on both sides, with the other cells of the rule as they ask.
  mutating func addRules(of table: RuleTable) {
    let plan = table.plan
    for (number, rule) in plan.rules.enumerated() {
      let words =
        table.crossTab?.words(forRule: number) ?? EdgesWording.rule(number + 1)
      add(words, solver.material(ofRule: number, in: plan))
      for (input, match) in rule.tests.enumerated() {
        guard let set = solver.numbers(match) else { continue }
        var inside = solver
        inside.aliases[match.slot] = plan.inputs[input].value
        let others = solver.material(ofRule: number, in: plan, without: input)
        for end in Set(set.ends).sorted() {
          for side in EdgeSide.allCases {
            let mine = inside.number(plan.inputs[input].value, near: end, side)
            add(
              EdgesWording.rule(
                number + 1,
                EdgesWording.beside(
                  table.inputs[input].text, "\(end)", side)),
              others.flatMap { mine?.joined($0) })
          }
        }
      }
    }
  }
}
