package import Diagnostics
package import Values

/// Score sheets as offices keep them, in Excel or Word, read into rubrics.
package enum ScoreSheet {
  /// A rubric that was read from a sheet.
  package struct Written: Sendable {
    package let id: String
    /// As rubrics are written.
    package let text: String
    package let itemCount: Int
    /// What waits for an answer.
    package let questionCount: Int
    /// A sheet of them, to be answered and read in again: rows of `Answers.heads`.
    package let questions: [[String]]
    /// Items whose standard no pattern read.
    package let unreadCount: Int
    package let points: Number
  }

  /// Reads the sheets of a workbook, or the tables of a document.
  ///
  /// Tables each of which adds up to the same are rubrics of their own; else they are parts of one.
  ///
  /// - Returns: one or more; `nil` where there is none, which was reported.
  package static func read(
    _ path: String, id: String, confirmed answers: Answers = Answers(),
    into diagnostics: inout Diagnostics
  ) -> [Written]? {
    let isDocument = path.lowercased().hasSuffix(".docx") || path.lowercased().hasSuffix(".docm")
    let grids =
      isDocument
      ? ScoreTable.tables(ofDocument: path, into: &diagnostics)
      : ScoreTable.sheets(ofWorkbook: path, into: &diagnostics)
    guard let grids else { return nil }
    let outlines = self.outlines(of: grids)
    guard !outlines.isEmpty else {
      diagnostics.report(.noScoreSheet(path))
      return nil
    }
    let groups = Self.groups(outlines)
    var written: [Written] = []
    for (index, group) in groups.enumerated() {
      let name = groups.count == 1 ? id : "\(id)-\(index + 1)"
      written.append(
        write(group, id: name, among: grids, path, answers, into: &diagnostics))
    }
    return written
  }

  /// The tables that are score sheets; one without a header goes on with the one before.
  private static func outlines(of grids: [ScoreTable]) -> [SheetOutline] {
    var outlines: [SheetOutline] = []
    var header: SheetHeader?
    var width = 0
    for grid in grids where grid.rowCount > 0 {
      // A table without heads goes on with the one before, or says by its shape what it holds.
      let goesOn = header != nil && grid.columnCount == width && !outlines.isEmpty
      if let found = SheetHeader(of: grid) ?? (goesOn ? nil : SheetHeader(withoutHeads: grid)) {
        header = found
        width = grid.columnCount
        var reader = SheetOutlineReader(grid, SheetColumns(found, of: grid))
        var outline = reader.read()
        outline.addTitles(above: found.firstRow)
        outline.columnsTaken = found.taken
        if !outline.parts.isEmpty { outlines.append(outline) }
      } else if let header, grid.columnCount == width, !outlines.isEmpty {
        let onward = SheetHeader(header, from: 0)
        var reader = SheetOutlineReader(grid, SheetColumns(onward, of: grid))
        let outline = reader.read()
        if !outline.parts.isEmpty { outlines.append(outline) }
      } else if !outlines.isEmpty {
        outlines[outlines.count - 1].notes += grid.cells.map(\.text)
      }
    }
    return outlines
  }

  private static func groups(_ outlines: [SheetOutline]) -> [[SheetOutline]] {
    let sums = outlines.map { outline -> Number? in
      var draft = RubricDraft(namesTables: false)
      draft.add(outline, under: nil)
      return outline.total?.points ?? draft.sum
    }
    let isEach = outlines.count > 1 && Set(sums.map { $0?.description ?? "" }).count == 1
    return isEach ? outlines.map { [$0] } : [outlines]
  }

  private static func write(
    _ outlines: [SheetOutline], id: String, among grids: [ScoreTable], _ path: String,
    _ answers: Answers, into diagnostics: inout Diagnostics
  ) -> Written {
    var draft = RubricDraft(namesTables: grids.count > 1, answers: answers)
    for outline in outlines {
      let title = outlines.count > 1 ? outline.partTitle : nil
      draft.add(outline, under: title)
    }
    let texts = outlines.flatMap { $0.notes + $0.grid.above + $0.grid.below }
    draft.grades = GradeLines(in: texts + [texts.joined(separator: "\n")])
    draft.questions += draft.grades?.questions ?? [.gradesUnsaid]
    draft.heads = outlines.first.flatMap { $0.columnsTaken == nil ? $0.heads : nil }
    draft.questions += outlines.compactMap(\.columnsTaken).map { .headsGuessed($0.zh, $0.en) }
    draft.checkTotal(outlines)
    draft.questions.append(.closing)
    if !draft.bonus.isEmpty { draft.questions.append(.bonusCounts) }
    diagnostics.append(draft.diagnostics)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let name = outlines.first?.grid.name ?? stem
    // Several rubrics of one file are told apart by their sheets.
    let title = outlines.first.flatMap(\.title) ?? (outlines.count < grids.count ? name : stem)
    var text = RubricText(draft, id: id, title: title, file: file)
    let items = draft.allItems
    let asked = draft.asked
    answers.reportIdle(
      asked: Set(
        asked.map { Answers.Key(item: $0.item, question: YAMLText.oneLine($0.question.wording.zh)) }
      ),
      into: &diagnostics)
    return Written(
      id: id, text: text.write(), itemCount: items.count,
      questionCount: asked.count { $0.open != nil },
      questions: asked.filter { $0.open != nil }
        .map { [$0.item, $0.title, $0.question.wording.zh, $0.question.wording.en, ""] },
      unreadCount: items.count { $0.form.pattern == "not-understood" }, points: draft.sum)
  }
}
