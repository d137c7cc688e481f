import Diagnostics
import FEEL
import Rubrics
import Values

extension SheetBuilder {
  /// How points follow from evidence, a sentence a line.
  func sentences(of form: Form, worth points: Number, lost: Bool) -> [Wording] {
    switch form {
    case .check(let check):
      return SheetWording.check(
        words(check.condition), check.ifEmpty, worth: points, lost: lost)
    case .choose(let choose):
      return SheetWording.choose(
        words(choose.value),
        choose.options.map { (SheetWording.option($0.value) ?? Wording($0.text), $0.points) },
        otherwise: choose.otherwise, lost: lost)
    case .parts(let parts):
      return SheetWording.parts(parts.map { ($0.says, $0.points) }, lost: lost)
    case .degree(let degree): return SheetWording.degree(degree, worth: points)
    case .steps(let steps):
      return SheetWording.steps(
        words(steps.value), steps.direction, steps.lines.map { (threshold($0), $0.points) },
        otherwise: steps.otherwise, lost: lost)
    case .lines(let lines):
      return SheetWording.lines(
        words(lines.value), lines.lines.map { (tested($0), $0.points) }, lost: lost)
    case .each(let each): return SheetWording.each(words(each.value), each, lost: lost)
    case .lose(let lose):
      return SheetWording.lose(
        words(lose.value), lose, in: counted(lose.value), worth: points, lost: lost)
    case .tally(let tally):
      return SheetWording.tally(tally.lines.map { $0.says ?? words($0.when) }, tally, lost: lost)
    case .table(let table): return SheetWording.table(rules(of: table, lost: lost), lost: lost)
    case .formula(let plan, let low, let high):
      return SheetWording.formula(words(plan), low, high, lost: lost)
    case .computed(let form): return form.sentences({ words($0) }, lost: lost)
    case .judge(let judge): return SheetWording.judge(judge, worth: points)
    case .survey(let rule): return sentences(of: rule, worth: points)
    case .children(let rule): return sentences(of: rule, worth: points)
    case .imported(let rule):
      let scale: Wording? =
        if case .score(let scale) = rule.scale { scaleWords(scale, worth: points) } else { nil }
      return SheetWording.imported(
        rule, words(rule.value), dated: rule.dated.map(words), until: rule.lastDay.map(words),
        scale: scale, lost: lost)
    case .rank(let rule): return SheetWording.rank(rule, words(rule.value), worth: points)
    }
  }

  func words(_ plan: Plan) -> Wording { SheetPhrase.words(plan, in: rubric) }

  /// The unit of a number where it is a word for something that is counted: `个月`, not `CNY`.
  private func counted(_ plan: Plan) -> String? {
    let shape = if case .optional(let inner) = plan.shape { inner } else { plan.shape }
    guard case .number(let unit?) = shape,
      unit.unicodeScalars.allSatisfy({ $0.properties.isIdeographic })
    else { return nil }
    return unit
  }

  /// A threshold as its author wrote it: `95%` stays a share of a hundred.
  func threshold(_ line: Steps.Line) -> String {
    if case .text(let source, let span) = line.place {
      let written = String(source.slice(span)).trimmingQuotes
      if written.hasSuffix("%"), !written.contains(where: \.isWhitespace) { return written }
    }
    return "\(line.threshold)"
  }

  private func tested(_ line: Lines.Line) -> Wording {
    let set = Reduction(tested: rubric.index(of: .tested)).numbers(line.tests.step)
    guard let set, !set.intervals.isEmpty else { return Wording("`\(line.text)`") }
    let words = set.intervals.map(SheetWording.interval)
    return words.count == 1 ? words[0] : SheetWording.any(words, isInner: false)
  }

  private func rules(of table: RuleTable, lost: Bool) -> [(Wording, Wording)] {
    func points(_ output: String) -> Wording {
      Number(output).map { SheetWording.points($0, lost: lost) } ?? Wording("`\(output)`")
    }
    let otherwise = table.otherwise.map { (SheetWording.elsewhere, points($0.text)) }
    return table.rules.map { rule in
      let points = points(rule.outputs.first?.text ?? "")
      if let says = rule.says { return (says, points) }
      let tests = zip(table.inputs, rule.tests).compactMap { input, test -> String? in
        test.text == "-" ? nil : SheetWording.condition(input.text, test.text)
      }
      let text = tests.joined(separator: ", ")
      return (text.isEmpty ? SheetWording.anything : Wording("`\(text)`"), points)
    } + [otherwise].compactMap { $0 }
  }

  private func sentences(of rule: SurveyRule, worth points: Number) -> [Wording] {
    let scale = scaleWords(rule.scale, worth: points)
    switch rule.statistic {
    case .share(let plan):
      return SheetWording.survey(
        words(plan), isShare: true, respondents: rule.respondents, scale: scale)
    case .mean(let plan):
      return SheetWording.survey(
        words(plan), isShare: false, respondents: rule.respondents, scale: scale)
    }
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    var text = self[...]
    while let first = text.first, first == "\"" || first == "'" { text = text.dropFirst() }
    while let last = text.last, last == "\"" || last == "'" { text = text.dropLast() }
    return String(text)
  }
}
