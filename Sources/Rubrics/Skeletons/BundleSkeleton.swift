package import Diagnostics
import FEEL
import Formats
import Values

/// An empty bundle for one rubric: a place for every input, and a list that asks for everything once.
package struct BundleSkeleton {
  private let rubric: Rubric
  private let language: Language

  package init(for rubric: Rubric, language: Language) {
    self.rubric = rubric
    self.language = language
  }

  package var files: [SkeletonFile] {
    var files = [SkeletonFile("bundle.yaml", bundle)]
    for table in rubric.tables where table.origin == .bundle {
      files.append(SkeletonFile("tables/\(table.fileName)", header(of: table)))
    }
    for survey in rubric.surveys {
      files.append(SkeletonFile("surveys/\(survey.fileName)", header(of: survey)))
    }
    files.append(
      SkeletonFile(word("evidence-requests.md", "证据清单.md"), requests))
    return files
  }

  private func word(_ en: String, _ zh: String) -> String {
    Wording(en: en, zh: zh).text(in: language)
  }

  // MARK: bundle.yaml

  private var bundle: String {
    var text = word(
      "# What was found at one subject. An empty value is unknown, not zero.\n",
      "# 一个评估对象的证据。留空表示未知，不等于零。\n")
    text += "subject: \(rubric.subject.kind)-1\n"
    text += "kind: \(rubric.subject.kind)\n"
    text += "title: \(word("Name of the subject", "评估对象的名称"))\n"
    text += "period: {from: 2024-01-01, to: 2024-12-31}\n"
    if rubric.readsOperation {
      let ways = Operation.allCases.map {
        word($0.wording.en, "\($0.rawValue) \($0.wording.zh)")
      }
      text += "operation: ''  # \(ways.joined(separator: word("; ", "；")))\n"
    }
    let own = rubric.facts.filter { $0.origin == .bundle }
    if !own.isEmpty {
      text += word("\n# Written like cells of a table.\n", "\n# 写法与表格单元格相同。\n") + "facts:\n"
      for fact in own {
        text += "  \(yamlScalar(fact.name)): ''  # \(describe(fact))\n"
      }
    }
    let others = rubric.facts.filter { $0.origin != .bundle && $0.origin != .subject }
    if !others.isEmpty {
      text += word("\n# Given by others, not here: ", "\n# 由他方提供，不写在这里：")
      text += others.map { "\($0.name) (\(giver(of: $0.origin)))" }.joined(separator: ", ") + "\n"
    }
    if !rubric.documents.isEmpty {
      text += word(
        "\n# One line for each file below `documents/`.\ndocuments:\n",
        "\n# documents/ 下每个文件写一行。\ndocuments:\n")
      for kind in rubric.documents {
        text += "  # - {file: documents/1.pdf, kind: \(yamlScalar(kind.name)), dated: 2024-03-01}\n"
      }
      text += "  []\n"
    }
    return text
  }

  private func describe(_ declaration: Declaration) -> String {
    var parts: [String] = []
    if let title = declaration.title { parts.append(title.text(in: language)) }
    parts.append(Diagnostic.typeName(declaration.shape).text(in: language))
    if let unit = declaration.unit { parts.append(unit) }
    if let allowed = declaration.allowed { parts.append(allowed.joined(separator: " / ")) }
    if let mustBe = declaration.mustBe { parts.append(mustBe.passage.text) }
    // A comment is one line, whatever the rubric says.
    return parts.joined(separator: ", ").split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func giver(of origin: Origin) -> String {
    switch origin {
    case .bundle: word("bundle", "证据包")
    case .round: word("round", "评估轮次")
    case .reference: word("reference", "参考数据")
    case .subject: word("bundle or round", "证据包或评估轮次")
    case .party(let party): party
    case .result(let taken):
      taken.isOfThisRound
        ? word("a result of the round", "本轮评估结果") : word("an earlier result", "历史结果")
    }
  }

  /// A table without rows is an empty table; a missing file is unknown.
  ///
  /// The mark at the beginning tells spreadsheets the encoding.
  private func header(of table: TableDeclaration) -> String {
    var writer = CSVWriter(neutralisesFormulas: false, byteOrderMark: true)
    writer.row(table.columns.map { $0.headers.first ?? $0.name })
    return writer.text
  }

  // MARK: the request list

  private var requests: String {
    var text = "# " + word("Evidence requested", "证据清单") + "\n\n"
    text += rubric.title.text(in: language) + "\n"
    documents(into: &text)
    tables(into: &text)
    facts(into: &text)
    judgements(into: &text)
    visits(into: &text)
    return text
  }

  private func documents(into text: inout String) {
    guard !rubric.documents.isEmpty else { return }
    text += "\n## " + word("Documents", "文件") + "\n\n"
    for (index, kind) in rubric.documents.enumerated() {
      let items = rubric.everyItem.filter { item in
        item.evidence.contains { $0.document == index }
      }
      let isNeeded = items.contains { item in
        item.evidence.contains { $0.document == index && !$0.isOptional }
      }
      text += "- [ ] **\(kind.name)**"
      if let title = kind.title { text += " " + title.text(in: language) }
      if !kind.accept.isEmpty { text += " (\(kind.accept.joined(separator: ", ")))" }
      if kind.mustBeInPeriod { text += word(", dated in the period", "，日期须在评估期内") }
      if !items.isEmpty, !isNeeded { text += word(", optional", "，可选") }
      text += "\n" + used(by: items)
    }
  }

  private func tables(into text: inout String) {
    let asked = rubric.tables.enumerated().filter { $1.origin == .bundle }
    guard !asked.isEmpty || !rubric.surveys.isEmpty else { return }
    text += "\n## " + word("Tables", "表格") + "\n\n"
    text += word(
      "A table that holds only its header says that there is nothing; without the file it is unknown.\n\n",
      "只有表头的表格表示“没有”；删去文件则表示“未知”。\n\n")
    for (index, table) in asked {
      text += "- [ ] **tables/\(table.fileName)**"
      text += "\n" + columns(of: table)
      text += used(by: users(of: .table(index)))
    }
    for (index, survey) in rubric.surveys.enumerated() {
      text += "- [ ] **surveys/\(survey.fileName)**"
      text += "\n" + columns(of: survey)
      text += used(by: users(of: .survey(index)))
    }
  }

  private func columns(of table: TableDeclaration) -> String {
    table.columns.map { "  - \($0.headers.first ?? $0.name): \(describe($0))\n" }.joined()
  }

  private func facts(into text: inout String) {
    guard !rubric.facts.isEmpty else { return }
    text += "\n## " + word("Single inputs", "单项输入") + "\n\n"
    for (index, fact) in rubric.facts.enumerated() {
      text += "- [ ] **\(fact.name)** \(describe(fact))"
      if fact.origin != .bundle {
        text += word(" (given by: ", "（提供方：") + giver(of: fact.origin) + word(")", "）")
      }
      text += "\n" + used(by: users(of: .fact(index)))
    }
  }

  private func judgements(into text: inout String) {
    let judged = rubric.everyItem.filter { $0.judgedBy != nil }
    guard !judged.isEmpty else { return }
    text += "\n## " + word("Judgements (judgements/*.yaml)", "评判（judgements/*.yaml）") + "\n\n"
    for item in judged {
      text += "- [ ] **\(item.id)** \(item.title.text(in: language)) (\(item.judgedBy ?? ""))\n"
    }
  }

  private func visits(into text: inout String) {
    let repeated = rubric.stages.filter { $0.every != nil }
    guard !repeated.isEmpty else { return }
    text += "\n## " + word("Visits (visits/*.yaml)", "走访（visits/*.yaml）") + "\n\n"
    for stage in repeated {
      let often = stage.every?.rawValue ?? ""
      text += "- [ ] **\(stage.id)** \(stage.title.text(in: language)) (\(often))\n"
    }
    text += word(
      "  - each with `by`, `role`, `stage`, `date`, and `marks`, `faults`, `follow-ups` as there are\n",
      "  - 每次一份，写明 `by`、`role`、`stage`、`date`，有则写 `marks`、`faults`、`follow-ups`\n")
  }

  private func users(of slot: Slot) -> [Item] {
    guard let index = rubric.index(of: slot) else { return [] }
    return rubric.everyItem.filter { item in
      if let survey = item.plan.survey, slot == .survey(survey) { return true }
      return rubric.slots(behind: item.inputs).contains(index)
    }
  }

  private func used(by items: [Item]) -> String {
    guard !items.isEmpty else { return "" }
    let named = items.map { "\($0.title.text(in: language)) (\($0.id), \($0.points.description))" }
    return "  - " + word("for: ", "用于：") + named.joined(separator: word("; ", "；")) + "\n"
  }
}

extension Item {
  /// The roles whose judgement the item needs, if it is judged.
  package var judgedBy: String? {
    plan.panel.map { $0.columns.filter(\.counts).map(\.role).joined(separator: ", ") }
  }
}
