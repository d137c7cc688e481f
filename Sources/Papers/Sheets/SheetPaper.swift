package import Diagnostics
package import Reports

/// A rubric as the sheet that people fill in and sign, in the order and with the heads of the one that it came from.
package struct SheetPaper {
  let sheet: RubricSheet
  let language: Language
  /// Labels from the outermost part to the item.
  private let levels: Int

  package init(_ sheet: RubricSheet, in language: Language) {
    self.sheet = sheet
    self.language = language
    levels = (sheet.parts.map(\.depth).max() ?? 0) + 2
  }

  package var name: String { "\(sheet.id).docx" }

  package var bytes: [UInt8] { WordPackage.bytes(of: document) }

  var document: WordDocument {
    var part = WordDocument.Part(isLandscape: true)
    part.add(.title, say(sheet.title))
    if let note = sheet.note { part.add(.plain, say(note)) }
    part.add(.plain, SheetPaperWording.subject.text(in: language))
    part.add(table)
    for list in sheet.rules where !list.rules.isEmpty {
      part.add(.plain, "")
      part.add(.plain, say(list.title))
      for rule in list.rules { part.add(.note, line(rule)) }
    }
    part.add(.plain, "")
    part.add(.plain, SheetPaperWording.signatures.text(in: language))
    return WordDocument(title: say(sheet.title), marks: marks, parts: [part])
  }

  /// What every page of it says.
  var marks: [String] {
    var marks: [String] = []
    if sheet.isFictional { marks.append(PapersWording.fictional) }
    if sheet.questionCount > 0 {
      marks.append(SheetPaperWording.unconfirmed(sheet.questionCount).text(in: language))
    }
    return marks
  }

  func say(_ wording: Wording) -> String { Said.plain(wording.text(in: language)) }

  func line(_ rule: RubricSheet.Rule) -> String {
    let name = say(rule.name)
    let says = say(rule.says)
    return name.isEmpty ? says : SheetPaperWording.named(name, says).text(in: language)
  }

  // MARK: the table

  var table: WordDocument.Table {
    var columns: [WordDocument.Table.Column] = [
      .init(head(sheet.heads?.number, SheetPaperWording.number), 6, .center)
    ]
    let heads = levelHeads
    for (index, head) in heads.enumerated() {
      columns.append(.init(head, 11, merges: index < heads.count - 1))
    }
    if hasPoints {
      columns.append(.init(head(sheet.heads?.points, SheetPaperWording.points), 6, .center))
    }
    columns.append(.init(head(sheet.heads?.says, SheetPaperWording.says), 40))
    if hasMaterial {
      columns.append(.init(head(sheet.heads?.material, SheetPaperWording.material), 14))
    }
    for fill in fills { columns.append(.init(fill, 8)) }
    return WordDocument.Table(columns, rows)
  }

  private func head(_ said: Wording?, _ ours: Wording) -> String {
    (said ?? ours).text(in: language)
  }

  /// The heads of the sheet, as far as there are as many levels as it has; ours before them.
  private var levelHeads: [String] {
    let said = (sheet.heads?.levels ?? []).map { $0.text(in: language) }
    if said.count >= levels { return Array(said.suffix(levels)) }
    let ours = SheetPaperWording.levels.map { $0.text(in: language) }
    let missing = levels - said.count
    return (0..<missing).map { ours[min($0, ours.count - 1)] } + said
  }

  /// Whether points have a column; on some sheets they stand in the labels alone.
  private var hasPoints: Bool { sheet.heads == nil || sheet.heads?.points != nil }

  private var hasMaterial: Bool {
    sheet.heads?.material != nil
      || sheet.heads == nil
        && sheet.parts.contains { $0.rows.contains { !$0.material.isEmpty } }
  }

  /// The heads of the columns that are left to be filled in.
  var fills: [String] {
    let said = (sheet.heads?.fill ?? []).map { $0.text(in: language) }
    return said.isEmpty ? SheetPaperWording.fill.map { $0.text(in: language) } : said
  }

  private var rows: [WordDocument.Table.Row] {
    var rows: [WordDocument.Table.Row] = []
    var path: [String] = []
    for part in sheet.parts {
      path = Array(path.prefix(part.depth))
      path.append(SheetPaperWording.label(say(part.title), "\(part.points)").text(in: language))
      for row in part.rows {
        rows.append(.init(cells(of: row, below: path, number: rows.count + 1)))
      }
    }
    var total = [String](repeating: "", count: levels + 1)
    total[1] = SheetPaperWording.total.text(in: language)
    if hasPoints { total.append("\(sheet.points)") }
    let sum = hasPoints ? "" : SheetPaperWording.sum("\(sheet.points)").text(in: language)
    rows.append(.init(total + [sum], isStrong: true))
    return rows
  }

  private func cells(
    of row: RubricSheet.Row, below path: [String], number: Int
  ) -> [String] {
    let title = say(row.title)
    let label =
      hasPoints
      ? title : SheetPaperWording.label(title, "\(row.points)").text(in: language)
    // A part that has no parts stands in all levels to its right as well.
    var labels = path
    while labels.count < levels - 1 { labels.append(path.last ?? "") }
    var cells = ["\(number)"] + labels + [label]
    if hasPoints { cells.append("\(row.points)") }
    cells.append(row.says.text(in: language))
    if hasMaterial { cells.append(row.material.map(say).joined(separator: "\n")) }
    return cells
  }
}
