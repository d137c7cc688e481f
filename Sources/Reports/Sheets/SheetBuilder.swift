import Diagnostics
package import Rubrics
import Values

/// Turns a checked rubric into the sheet that people sign: chooses words, computes nothing.
package struct SheetBuilder {
  let rubric: Rubric

  package static func build(_ rubric: Rubric) -> RubricSheet {
    let builder = SheetBuilder(rubric: rubric)
    return RubricSheet(
      id: rubric.id, edition: rubric.edition, title: rubric.title, subject: rubric.subject.kind,
      note: rubric.note, bases: rubric.bases.map(SheetWording.base),
      isFictional: rubric.isFictional, points: rubric.possiblePoints,
      parts: builder.parts, rules: builder.rules, sources: rubric.sources.map(builder.line),
      basis: builder.basis, heads: rubric.heads.map(RubricSheet.Heads.init),
      questionCount: rubric.questions.count)
  }

  // MARK: parts

  private var parts: [RubricSheet.Part] {
    var parts: [RubricSheet.Part] = []
    for (index, section) in rubric.sections.enumerated() {
      write(section, number: "\(index + 1)", depth: 0, into: &parts)
    }
    if let bonus = rubric.bonus {
      let number = "\(rubric.sections.count + 1)"
      parts.append(
        RubricSheet.Part(
          number: number, title: ReportsWording.bonus, points: bonus.cap, depth: 0,
          remarks: [SheetWording.bonus(bonus)], rows: rows(bonus.items, in: number, lost: false)))
    }
    if !rubric.deductions.isEmpty {
      let number = "\(rubric.sections.count + (rubric.bonus == nil ? 1 : 2))"
      parts.append(
        RubricSheet.Part(
          number: number, title: ReportsWording.deductions,
          points: Number.sum(rubric.deductions.map(\.cap)) ?? .zero, depth: 0, remarks: [],
          rows: rows(rubric.deductions.map(\.item), in: number, lost: true)))
    }
    return parts
  }

  private func write(
    _ section: Section, number: String, depth: Int, into parts: inout [RubricSheet.Part]
  ) {
    var remarks: [Wording] = []
    if let condition = section.appliesWhen {
      remarks.append(SheetWording.applies(words(condition), section.otherwise))
    }
    if section.combining != .sum {
      remarks.append(SheetWording.combined(section.combining))
    } else if section.isScaled {
      remarks.append(SheetWording.scaled)
    }
    if let rounding = section.rounding { remarks.append(SheetWording.rounded(rounding)) }
    let items: [Item] = if case .items(let items) = section.content { items } else { [] }
    parts.append(
      RubricSheet.Part(
        number: number, title: section.title, points: section.points, depth: depth,
        remarks: remarks, rows: rows(items, in: number, lost: false)))
    for (index, inner) in section.subsections.enumerated() {
      write(inner, number: "\(number).\(index + 1)", depth: depth + 1, into: &parts)
    }
  }

  private func rows(_ items: [Item], in part: String, lost: Bool) -> [RubricSheet.Row] {
    items.enumerated().map { index, item in
      let grid: RubricSheet.Grid? = item.plan.table.flatMap { self.grid(of: $0) }
      return RubricSheet.Row(
        number: "\(part).\(index + 1)", id: item.id, title: item.title, points: item.points,
        says: item.says,
        scoring: item.form.sentences(speech, worth: item.points, lost: lost)
          + conditions(of: item, lost: lost),
        grid: grid, material: material(of: item), citation: citation(item.citation),
        mark: RubricSheet.Mark(
          rule: item.basis.rule.rawValue, points: item.basis.points.rawValue),
        measures: item.measures?.rawValue)
    }
  }

  /// What changes the points that the form gives.
  private func conditions(of item: Item, lost: Bool) -> [Wording] {
    var lines: [Wording] = []
    if let rule = item.ifEmpty {
      if case .truth = item.plan.quantity {
        // Its own sentence says it.
      } else {
        lines.append(SheetWording.ifEmpty(rule.meaning, worth: item.points, lost: lost))
      }
    }
    if let stages = stages(of: item) { lines.append(stages) }
    if let condition = item.appliesWhen {
      lines.append(SheetWording.applies(words(condition), item.otherwise))
    }
    if let void = item.void {
      lines.append(
        SheetWording.void(
          SheetWording.gate(void.says ?? words(void.trigger), void.whenClosed)))
    }
    if let excuse = item.excuse {
      lines.append(SheetWording.excuse(excuse.says ?? words(excuse.when), excuse.then))
    }
    if item.whenNull != .unknown { lines.append(SheetWording.whenNull(item.whenNull)) }
    if let closing = item.whenClosed { lines.append(SheetWording.whenClosed(closing)) }
    if let rounding = item.rounding { lines.append(SheetWording.rounded(rounding)) }
    return lines
  }

  private func material(of item: Item) -> [Wording] {
    var lines = item.evidence.map { need in
      let document = rubric.documents[need.document]
      let title = document.title ?? Wording(document.name)
      return need.isOptional ? SheetWording.optional(title) : title
    }
    for slot in rubric.slots(behind: item.inputs) {
      switch rubric.slots[slot] {
      case .table(let number):
        lines.append(rubric.tables[number].title ?? Wording(rubric.tables[number].name))
      case .survey(let number):
        lines.append(rubric.surveys[number].title ?? Wording(rubric.surveys[number].name))
      case .document(let number):
        let title = rubric.documents[number].title ?? Wording(rubric.documents[number].name)
        if !lines.contains(title) { lines.append(title) }
      case .fact(let number):
        if let origin = SheetWording.given(rubric.facts[number]) { lines.append(origin) }
      default: break
      }
    }
    if let survey = item.plan.survey.map({ rubric.surveys[$0] }) {
      lines.append(survey.title ?? Wording(survey.name))
    }
    for column in item.plan.panel?.columns ?? [] where column.counts {
      lines.append(SheetWording.marks(column.title ?? SheetWording.role(column.role)))
    }
    return lines.isEmpty ? entries(of: item) : lines
  }

  /// The facts that an item without papers and tables rests on.
  private func entries(of item: Item) -> [Wording] {
    let titles = rubric.slots(behind: item.inputs).compactMap { slot -> Wording? in
      guard case .fact(let number) = rubric.slots[slot], rubric.facts[number].origin == .bundle
      else { return nil }
      return rubric.facts[number].title ?? Wording(rubric.facts[number].name)
    }
    return titles.isEmpty ? [] : [SheetWording.entries(titles)]
  }

  func words(_ trigger: Trigger) -> Wording {
    switch trigger {
    case .condition(let plan): words(plan)
    case .finding(let number):
      SheetWording.finding(
        rubric.findings[number].title ?? Wording(rubric.findings[number].name))
    }
  }

  func citation(_ citation: Citation?) -> Wording? {
    guard let citation else { return nil }
    let source = rubric.sources.first { $0.id == citation.source }
    let title = source?.title ?? Wording(citation.source)
    guard !citation.detail.isEmpty else { return title }
    return Wording(en: "\(title.en), \(citation.detail)", zh: "《\(title.zh)》\(citation.detail)")
  }

  // MARK: foot

  private var basis: Wording {
    let sums = rubric.basisSums
    return SheetWording.basis(sums)
  }

  private func line(_ source: Source) -> RubricSheet.SourceLine {
    let parts = [
      source.author, source.issuer, source.number, source.date, source.url, source.licence,
    ]
    .compactMap { $0 }
    func text(_ title: String, _ between: String) -> String {
      ([title] + parts).joined(separator: between)
    }
    return RubricSheet.SourceLine(
      id: source.id,
      text: Wording(en: text(source.title.en, ", "), zh: text(source.title.zh, "，")))
  }
}

extension RubricSheet.Heads {
  fileprivate init(_ heads: SheetHeads) {
    self.init(
      number: heads.number, levels: heads.levels, points: heads.points, says: heads.says,
      material: heads.material, fill: heads.fill)
  }
}
