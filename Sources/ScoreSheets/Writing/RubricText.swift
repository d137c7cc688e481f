import Diagnostics
import Values

/// Writes a draft as a rubric is written.
struct RubricText {
  let draft: RubricDraft
  let id: String
  let title: String
  let file: String
  private var text = ""

  init(_ draft: RubricDraft, id: String, title: String, file: String) {
    self.draft = draft
    self.id = id
    self.title = title
    self.file = file
  }

  mutating func write() -> String {
    writeHead()
    writeInputs()
    writeQuestions(draft.questions, of: "", indent: "")
    line("")
    line("sections:")
    for part in draft.parts { write(part, indent: "  ") }
    writeBonus()
    writeDeductions()
    line("")
    line("total:")
    line("  round: {to: 0.01, mode: half up}")
    line("  when closed: zero")
    writeResults()
    return text
  }

  private mutating func line(_ words: String) {
    text += words
    text += "\n"
  }

  private mutating func writeHead() {
    line("# 由评分表读出：\(YAMLText.oneLine(file))。文字照抄原表，计分办法是读出来的，逐条列在 to confirm 里待确认。")
    line("# 检查：hengxing check \(id).yaml    打印成表：hengxing check --print \(id).yaml")
    line("rubric: \(id)")
    line("edition: \"1\"")
    line("language: zh")
    line("title: \(YAMLText.scalar(title))")
    line("subject: station")
    line("")
    line("sources:")
    line("  sheet: {title: \(YAMLText.flow(title))}")
    if let heads = draft.heads { writeHeads(heads) }
  }

  /// As the sheet heads its columns, for printing it again.
  private mutating func writeHeads(_ heads: SheetOutline.Heads) {
    line("")
    line("heads:")
    func list(_ texts: [String]) -> String {
      "[\(texts.map(YAMLText.flow).joined(separator: ", "))]"
    }
    if let number = heads.number { line("  number: \(YAMLText.scalar(number))") }
    if !heads.levels.isEmpty { line("  levels: \(list(heads.levels))") }
    if let points = heads.points { line("  points: \(YAMLText.scalar(points))") }
    if let says = heads.says { line("  says: \(YAMLText.scalar(says))") }
    if let material = heads.material { line("  material: \(YAMLText.scalar(material))") }
    if !heads.fill.isEmpty { line("  fill: \(list(heads.fill))") }
  }

  private mutating func writeInputs() {
    let facts = draft.allItems.flatMap(\.form.facts)
    if !facts.isEmpty {
      line("")
      line("facts:")
      for fact in facts { line("  \(fact.name): \(Self.declaration(fact))") }
    }
    if !draft.documents.isEmpty {
      line("")
      line("documents:")
      for document in draft.documents {
        line("  \(document.name): {title: \(YAMLText.flow(document.title))}")
      }
    }
    if !draft.vetoes.isEmpty {
      line("")
      line("findings:")
      for veto in draft.vetoes { line("  \(veto.name): {title: \(YAMLText.flow(veto.title))}") }
    }
  }

  private static func declaration(_ fact: FactDraft) -> String {
    let kind: String =
      switch fact.kind {
      case .truth: "type: boolean"
      case .number(let unit, let isWhole):
        "type: number"
          + (unit.isEmpty ? "" : ", unit: \(unit == "%" ? "\"%\"" : YAMLText.flow(unit))")
          + (isWhole ? ", whole: true" : "") + ", must be: \">= 0\""
      case .choice(let options):
        "type: string, one of: [\(options.map(YAMLText.flow).joined(separator: ", "))]"
      }
    return "{\(kind), title: \(YAMLText.flow(fact.title))}"
  }

  private mutating func writeQuestions(
    _ questions: [Question], of item: String, indent: String
  ) {
    let open = questions.compactMap { draft.answers.asked($0, of: item) }
    guard !open.isEmpty else { return }
    if indent.isEmpty { line("") }
    line("\(indent)to confirm:")
    for question in open {
      line("\(indent)  - zh: \(YAMLText.scalar(question.zh))")
      line("\(indent)    en: \(YAMLText.scalar(question.en))")
    }
  }

  // MARK: parts and items

  private mutating func write(_ part: PartDraft, indent: String) {
    line("\(indent)- id: \(part.id)")
    line("\(indent)  title: \(YAMLText.scalar(part.title))")
    line("\(indent)  points: \(part.points)")
    if part.isScaled { line("\(indent)  scaled: true") }
    if !part.parts.isEmpty {
      line("\(indent)  sections:")
      for inner in part.parts { write(inner, indent: indent + "    ") }
    }
    guard !part.items.isEmpty else { return }
    line("\(indent)  items:")
    for item in part.items { write(item, pointsKey: "points", indent: indent + "    ") }
  }

  private mutating func write(_ item: ItemDraft, pointsKey: String, indent: String) {
    let inner = indent + "  "
    line("\(indent)- id: \(item.id)")
    line(
      "\(inner)title: \(YAMLText.scalar(item.source.title.isEmpty ? item.id : item.source.title))")
    line("\(inner)\(pointsKey): \(item.points)")
    line("\(inner)says: \(YAMLText.block(item.source.says, indent: inner + "  "))")
    line("\(inner)cite: \(draft.cite(item.grid, row: item.source.row))")
    line("\(inner)basis: {rule: source, points: source}")
    if !item.evidence.isEmpty {
      line("\(inner)evidence: [\(item.evidence.joined(separator: ", "))]")
    }
    writeQuestions(item.form.questions, of: item.id, indent: inner)
    line("\(inner)score:")
    for words in item.form.score { line("\(inner)  \(words)") }
  }

  private mutating func writeBonus() {
    guard !draft.bonus.isEmpty else { return }
    let sum = Number.sum(draft.bonus.map(\.points)) ?? .zero
    line("")
    line("bonus:")
    line("  cap: \(draft.bonusCap ?? sum)")
    line("  may lift grade: true")
    line("  items:")
    for item in draft.bonus { write(item, pointsKey: "points", indent: "    ") }
  }

  private mutating func writeDeductions() {
    guard !draft.deductions.isEmpty else { return }
    line("")
    line("deductions:")
    for item in draft.deductions { write(item, pointsKey: "cap", indent: "  ") }
  }

  // MARK: results

  private mutating func writeResults() {
    let grades = draft.grades?.lines ?? [GradeLines.Line(title: "未分等级", least: nil)]
    line("")
    line("grades:")
    for (index, grade) in grades.enumerated() {
      let least = grade.least.map { ", at least: \($0)" } ?? ""
      let basis = draft.grades == nil ? "illustrative" : "source"
      let cite = draft.grades == nil ? "" : ", cite: sheet"
      line(
        "  - {id: grade-\(index + 1), title: \(YAMLText.flow(grade.title))\(least), basis: {rule: \(basis)}\(cite)}"
      )
    }
    guard !draft.vetoes.isEmpty else { return }
    line("")
    line("vetoes:")
    for (index, veto) in draft.vetoes.enumerated() {
      line("  - id: veto-\(index + 1)")
      line("    finding: \(veto.name)")
      line("    grade: grade-\(grades.count)")
      line("    when closed: open")
      line("    says: \(YAMLText.scalar(veto.title))")
      line("    cite: \(veto.cite)")
    }
  }
}
