package import Diagnostics

/// The derivation of one item, or of one file, for a terminal.
package struct TextExplanation: Sendable {
  let report: Report
  let language: Language

  package init(_ report: Report, in language: Language) {
    self.report = report
    self.language = language
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }
  private func label(_ wording: Wording) -> String { wording.label(in: language) }

  /// From the star down: verdict, every step of the order of evaluation, and the items by section.
  package func overview() -> String {
    var screen = TextReport.printed(report, in: language)
    screen += "\n\(say(ReportsWording.order))\n"
    for step in report.steps {
      screen += "  \(step.changed ? "▸" : "·") \(label(step.title))\(say(step.sentence))"
      if let before = step.before, let after = step.after { screen += "  (\(before) → \(after))" }
      screen += "\n"
    }
    return screen.text
  }

  /// The derivation of the item with this id, or with this title in either language.
  ///
  /// - Returns: `nil` where the report has no such item.
  package func item(_ name: String) -> String? {
    let found =
      items.first { $0.id == name } ?? items.first { [$0.title.en, $0.title.zh].contains(name) }
    guard let item = found else { return nil }
    var screen: PrintedText = "\(say(item.title))  \(item.earned?.text ?? "—") / \(item.points)\n"
    screen += "\(say(item.sentence))\n\n"
    screen += "  \(say(item.says))\n"
    if let citation = item.citation { screen += "  \(citation)\n" }
    let basis = ReportsWording.basisOf(
      rule: item.ruleBasis, points: item.pointsBasis, in: language
    )
    screen += "  \(basis)\n\n"
    for stage in item.stages {
      let points = stage.points.map { "\($0.text) / \(item.points)" } ?? say(ReportsWording.noStage)
      screen += "  ◆ \(label(stage.title))\(points)"
      if stage.points != nil, let weight = stage.weight { screen += "  × \(weight)" }
      screen += "\n"
    }
    for line in item.derivation { write(line, into: &screen) }
    for panel in item.panels ?? [] { write(panel, into: &screen) }
    for judgement in item.judgements {
      let counts = judgement.isCounted ? ReportsWording.counted : ReportsWording.notCounted
      let role = [judgement.role, judgement.stage].compactMap { $0 }.joined(separator: ", ")
      screen += "  · \(judgement.by) (\(role)): \(judgement.mark)  \(say(counts))"
      if let why = judgement.why { screen += "\(language == .zh ? "：" : ": ")\(say(why))" }
      if let reason = judgement.reason { screen += "  \(reason)" }
      screen += "\n"
    }
    for document in item.documents {
      let files = document.files.joined(separator: ", ")
      screen += "  · \(label(document.title))"
      screen += "\(files.isEmpty ? say(ReportsWording.notShown) : files)\n"
    }
    for missing in item.missing { screen += "  ? \(say(missing.sentence))\n" }
    if let excuse = item.excuse {
      screen += "  \(say(excuse.sentence))"
      if let without = excuse.without {
        screen += "  (\(label(ReportsWording.withoutExcuses))\(without.text))"
      }
      screen += "\n"
    }
    writeInputs(item.uses, into: &screen)
    return screen.text
  }

  private func write(_ panel: Report.PanelFace, into screen: inout PrintedText) {
    guard panel.title != nil else { return }
    for column in panel.columns {
      let weight = column.weight.map { " \($0)" } ?? ""
      screen += "  ▸ \(say(column.title))\(weight)  \(column.result ?? "—")  \(say(column.says))\n"
      screen += "      \(say(column.rule))\n"
      for total in column.totals ?? [] { screen += "      \(say(total))\n" }
    }
  }

  /// From a file up: the items that rest on it and the points they carry.
  ///
  /// - Returns: `nil` where no evidence has that path or name.
  package func file(_ path: String) -> String? {
    let found = report.files.filter { file in
      // A sheet stands behind its workbook: `tables/a.xlsx!明细`.
      let workbook = file.path.prefix { $0 != "!" }
      return file.path == path || file.name == path || file.path.hasSuffix("/" + path)
        || workbook == path || workbook.hasSuffix("/" + path)
    }
    guard !found.isEmpty else { return nil }
    var screen: PrintedText = ""
    for file in found {
      screen += "\(file.path + (file.path == file.name ? "" : "  (\(file.name))"))\n"
      if let digest = file.digest { screen += "  SHA-256 \(digest)\n" }
      screen += "  \(say(ReportsWording.usedBy)):\n"
      for id in file.items {
        guard let item = items.first(where: { $0.id == id }) else { continue }
        screen +=
          "    \(padded(say(item.title), to: 40)) \(item.earned?.text ?? "—") / \(item.points)\n"
      }
      if file.items.isEmpty { screen += "    \(say(ReportsWording.none))\n" }
    }
    return screen.text
  }

  /// Every item by its id, with its title.
  package var itemNames: [(id: String, title: String)] { items.map { ($0.id, say($0.title)) } }

  private var items: [Report.ItemLine] {
    var items: [Report.ItemLine] = []
    func collect(_ section: Report.SectionLine) {
      for inner in section.sections { collect(inner) }
      items += section.items
    }
    for section in report.sections + report.extras { collect(section) }
    return items
  }

  private func write(_ line: Report.DerivationLine, into screen: inout PrintedText) {
    screen += "  \(line.isDeciding ? "▸" : "·") \(say(line.label))"
    if let expression = line.expression { screen += "  \(expression)" }
    if let value = line.value { screen += " = \(value)" }
    screen += "\n"
    write(line.rows, into: &screen)
  }

  private func write(_ rows: [Report.RowsUsed], into screen: inout PrintedText) {
    for used in rows {
      screen += "      \(used.file): \(used.lines) (\(used.count))"
      if let filter = used.filter { screen += "  [\(filter)]" }
      if let leftOut = used.leftOut { screen += "  \(say(ReportsWording.leftOut(leftOut)))" }
      screen += "\n"
    }
  }

  private func writeInputs(_ names: [String], into screen: inout PrintedText) {
    for name in names {
      if let figure = report.figures.first(where: { $0.name == name }) {
        screen += "  \(name) = \(figure.expression) = \(figure.value)\n"
        write(figure.rows, into: &screen)
      } else if let input = report.inputs.first(where: { $0.name == name }) {
        screen += "  \(name) = \(input.value ?? say(ReportsWording.unknown))"
        screen += "  \(input.place ?? input.origin)\n"
        for note in input.notes { screen += "      \(say(note))\n" }
      }
    }
  }
}
