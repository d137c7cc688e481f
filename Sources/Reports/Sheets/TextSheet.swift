package import Diagnostics

/// A sheet for a terminal: columns line up also where characters are wide.
package struct TextSheet {
  private let sheet: RubricSheet
  private let language: Language

  /// Columns of the screen; the whole line stays under 132.
  private static let leastWidths = [5, 30, 6, 46, 20, 14]
  /// A number like `1.1.2.10` stands in one line, and the rules give way.
  private let widths: [Int]

  package static func print(_ sheet: RubricSheet, in language: Language) -> String {
    TextSheet(sheet, in: language).screen()
  }

  private init(_ sheet: RubricSheet, in language: Language) {
    self.sheet = sheet
    self.language = language
    let numbers = sheet.parts.flatMap { [$0.number] + $0.rows.map(\.number) }
    let longest = min(numbers.map(\.count).max() ?? 0, 15)
    var widths = Self.leastWidths
    let more = max(0, longest - widths[0])
    widths[0] += more
    widths[3] -= more
    self.widths = widths
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private func screen() -> String {
    var screen: PrintedText = "\(say(sheet.title)) · \(sheet.edition)\n"
    if sheet.isFictional { screen += "[\(say(ReportsWording.fictional))]\n" }
    for base in sheet.bases { writeParagraph(say(base), into: &screen) }
    if let note = sheet.note { writeParagraph(say(note), into: &screen) }
    screen += "\n"
    let heads = [
      SheetWording.number, SheetWording.indicator, ReportsWording.points, SheetWording.marking,
      SheetWording.material, SheetWording.basisTitle,
    ]
    writeRow(heads.map(say), into: &screen)
    writeLine("=", into: &screen)
    for part in sheet.parts {
      let title = String(repeating: "  ", count: part.depth) + say(part.title)
      writeRow(
        [
          part.number, title, "\(part.points)", part.remarks.map(say).joined(separator: " "), "",
          "",
        ],
        into: &screen)
      writeLine("-", into: &screen)
      for row in part.rows { write(row, into: &screen) }
    }
    writeRules(into: &screen)
    return screen.text
  }

  private func write(_ row: RubricSheet.Row, into screen: inout PrintedText) {
    var basis = "[\(mark(row.mark))]"
    if let citation = row.citation { basis += " " + say(citation) }
    writeRow(
      [
        row.number, say(row.title) + "\n" + say(row.says), "\(row.points)",
        row.scoring.map(say).joined(separator: "\n"),
        row.material.map(say).joined(separator: "\n"), basis,
      ], into: &screen)
    if let grid = row.grid { write(grid, from: widths[0] + 1, into: &screen) }
    writeLine("-", into: &screen)
  }

  private func mark(_ mark: RubricSheet.Mark) -> String {
    let marks = [mark.rule, mark.points].compactMap { $0 }
    return marks.map { say(SheetWording.mark($0)) }.joined(separator: "/")
  }

  private func writeRules(into screen: inout PrintedText) {
    for list in sheet.rules {
      screen += "\n\(say(list.title))\n"
      for rule in list.rules {
        var line = say(rule.says)
        if let mark = rule.mark { line += " [\(self.mark(mark))]" }
        if let citation = rule.citation { line += "  (\(say(citation)))" }
        write(line, under: say(rule.name), into: &screen)
        if let grid = rule.grid {
          write(grid, from: rule.name.zh.isEmpty ? 2 : Self.nameWidth + 4, into: &screen)
        }
      }
    }
    screen += "\n\(say(SheetWording.sourcesTitle))\n"
    for source in sheet.sources { writeParagraph("  " + say(source.text), into: &screen) }
    screen += "\n"
    writeParagraph(say(sheet.basis), into: &screen)
    let marks = SheetWording.legend.map { "\(say(SheetWording.mark($0.0))) \(say($0.1))" }
    let legend = marks.joined(separator: language == .zh ? "；" : "; ")
    writeParagraph(SheetWording.legendTitle.label(in: language) + legend, into: &screen)
  }

  /// Words beside a name, or under one that is too long to stand beside them.
  private func write(_ words: String, under name: String, into screen: inout PrintedText) {
    let width = widths.reduce(5, +)
    guard !name.isEmpty else {
      for line in wrapped(words, to: width - 2) { screen += "  \(line)\n" }
      return
    }
    let names = wrapped(name, to: Self.nameWidth)
    let lines = wrapped(words, to: width - Self.nameWidth - 4)
    for index in 0..<max(names.count, lines.count) {
      let name = index < names.count ? names[index] : ""
      let line = index < lines.count ? lines[index] : ""
      screen += "\(trimmedEnd("  " + padded(name, to: Self.nameWidth) + "  " + line))\n"
    }
  }

  private static let nameWidth = 24

  private func write(_ grid: RubricSheet.Grid, from left: Int, into screen: inout PrintedText) {
    let lines = GridText(grid, in: language, width: widths.reduce(5, +) - left).lines
    for line in lines {
      screen += "\(trimmedEnd(String(repeating: " ", count: left) + line))\n"
    }
  }

  private func trimmedEnd(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func writeParagraph(_ text: String, into screen: inout PrintedText) {
    for line in wrapped(text, to: widths.reduce(5, +)) { screen += "\(line)\n" }
  }

  private func writeLine(_ mark: Character, into screen: inout PrintedText) {
    let width = widths.reduce(widths.count - 1, +)
    screen += "\(String(repeating: mark, count: width))\n"
  }

  /// Cells side by side, each wrapped in its own column; points stand at the right of theirs.
  private func writeRow(_ cells: [String], into screen: inout PrintedText) {
    let columns = zip(cells, widths).map { wrapped($0, to: $1) }
    for index in 0..<(columns.map(\.count).max() ?? 0) {
      var line = ""
      for (column, (lines, width)) in zip(columns, widths).enumerated() {
        let text = index < lines.count ? lines[index] : ""
        line += padded(text, to: width, alignedRight: column == 2) + " "
      }
      while line.last == " " { line.removeLast() }
      screen += "\(line)\n"
    }
  }
}
