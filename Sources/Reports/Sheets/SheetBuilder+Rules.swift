import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

extension SheetBuilder {
  /// Total, grades and gates, each list only where it has a line.
  var rules: [RubricSheet.RuleList] {
    let results = [
      RubricSheet.RuleList(title: SheetWording.totalTitle, rules: totalRules),
      RubricSheet.RuleList(title: ReportsWording.bands, rules: rubric.grades.lines.map(line)),
      RubricSheet.RuleList(title: SheetWording.gradeTable, rules: gradeTable),
      RubricSheet.RuleList(
        title: ReportsWording.step(.admission), rules: rubric.admission.map(line)),
      RubricSheet.RuleList(title: ReportsWording.step(.caps), rules: rubric.caps.map { line($0) }),
      RubricSheet.RuleList(
        title: ReportsWording.step(.vetoes), rules: rubric.vetoes.map { line($0) }),
    ]
    let remarks = [
      RubricSheet.RuleList(title: SheetWording.together, rules: rubric.together.map(line)),
      RubricSheet.RuleList(title: SheetWording.accepted, rules: rubric.accepted.map(line)),
    ]
    return ([figures] + results + [cohortRules] + timeRules + remarks).filter { !$0.rules.isEmpty }
  }

  private var totalRules: [RubricSheet.Rule] {
    let total = rubric.total
    var lines: [Wording] = []
    if let formula = total.formula {
      lines.append(SheetWording.totalFormula(words(formula)))
    } else {
      lines.append(
        SheetWording.totalSum(
          total.combining, rubric.possiblePoints, hasBonus: rubric.bonus != nil,
          hasDeductions: !rubric.deductions.isEmpty))
    }
    if let clip = total.clip { lines.append(SheetWording.clip(clip)) }
    lines.append(SheetWording.rounded(total.rounding))
    lines.append(SheetWording.whenClosed(total.whenClosed))
    return lines.map { RubricSheet.Rule(name: Wording(""), says: $0, citation: nil, mark: nil) }
  }

  private func line(_ grade: Grade) -> RubricSheet.Rule {
    var name = grade.title
    if let stars = grade.stars, (1...10).contains(stars) {
      let row = String(repeating: "★", count: stars)
      name = Wording(en: "\(name.en) \(row)", zh: "\(name.zh) \(row)")
    }
    return RubricSheet.Rule(
      name: name, says: ReportsWording.condition(of: grade, in: rubric),
      citation: citation(grade.citation),
      mark: grade.basis.map { RubricSheet.Mark(rule: $0.rawValue, points: nil) })
  }

  private var gradeTable: [RubricSheet.Rule] {
    guard case .table(let table) = rubric.grades.rule else { return [] }
    if let grid = grid(of: table, naming: { rubric.grades.line($0)?.title }) {
      let words = sentences(around: grid, of: table, lost: false)
      return [
        RubricSheet.Rule(
          name: Wording(""),
          says: Wording(
            en: words.map(\.en).joined(separator: " "), zh: words.map(\.zh).joined()),
          citation: nil, mark: nil, grid: grid)
      ]
    }
    return table.rules.map { rule in
      let id = (rule.outputs.first?.text ?? "").filter { $0 != "\"" }
      let tests = zip(table.inputs, rule.tests).compactMap { input, test -> String? in
        test.text == "-" ? nil : SheetWording.condition(input.text, test.text)
      }
      let text = tests.joined(separator: ", ")
      return RubricSheet.Rule(
        name: rubric.grades.line(id)?.title ?? Wording(id),
        says: rule.says ?? (text.isEmpty ? SheetWording.anything : Wording("`\(text)`")),
        citation: citation(rule.citation), mark: nil)
    }
  }

  private func line(_ bar: Bar) -> RubricSheet.Rule {
    let name: Wording =
      switch bar.status {
      case .words(let words): words
      case .slot(let slot): title(ofFact: slot)
      }
    return RubricSheet.Rule(
      name: name,
      says: SheetWording.gate(bar.says ?? words(bar.trigger), bar.whenClosed, isBar: true),
      citation: citation(bar.citation), mark: nil)
  }

  /// What a fact is called, where its value is not known yet.
  private func title(ofFact slot: Int) -> Wording {
    guard rubric.slots.indices.contains(slot), case .fact(let number) = rubric.slots[slot] else {
      return ReportsWording.notApplicable
    }
    return rubric.facts[number].title ?? Wording(rubric.facts[number].name)
  }

  private func line(_ gate: Gate) -> RubricSheet.Rule {
    let name: Wording =
      switch gate.limit {
      case .grade(let id): SheetWording.atMost(rubric.grades.line(id)?.title ?? Wording(id))
      case .stars(let stars): SheetWording.atMost(ReportsWording.stars(stars))
      }
    return RubricSheet.Rule(
      name: gate.score.map { SheetWording.withScore(name, $0) } ?? name,
      says: SheetWording.gate(gate.says ?? words(gate.trigger), gate.whenClosed),
      citation: citation(gate.citation), mark: nil)
  }

  private func line(_ block: Together) -> RubricSheet.Rule {
    let unit = block.unit.map { rubric.facts[$0].title ?? Wording(rubric.facts[$0].name) }
    let titles = block.items.compactMap { id in rubric.everyItem.first { $0.id == id }?.title }
    let needs = rubric.bound(of: block).map {
      SheetWording.needs(
        titles, words(block.quantity),
        Wording(en: $0.words(unit: unit?.en), zh: $0.words(unit: unit?.zh)))
    }
    let says = [needs, block.says].compactMap { $0 }
    return RubricSheet.Rule(
      name: Wording(""),
      says: Wording(
        en: says.map(\.en).joined(separator: " "), zh: says.map(\.zh).joined()),
      citation: nil, mark: nil)
  }

  private func line(_ acceptance: Acceptance) -> RubricSheet.Rule {
    let name = acceptance.name.map { name in
      rubric.documents.first { $0.name == name }?.title
        ?? rubric.everyItem.first { $0.id == name }?.title ?? Wording(name)
    }
    return RubricSheet.Rule(
      name: SheetWording.acceptance(acceptance.code, about: name), says: acceptance.reason,
      citation: nil, mark: nil)
  }
}
