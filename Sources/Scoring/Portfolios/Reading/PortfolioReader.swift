package import Diagnostics
package import Formats
import Platform
package import Rubrics
import Values

/// Reads the files of a portfolio: facts with one row a subject, tables with rows of many.
package struct PortfolioReader: Sendable {
  package struct Options: Sendable {
    /// Whether aggregates are computed while rows come by; the row evaluator alone gives the same bytes.
    package var fuses = true
    /// How many threads read.
    package var threads = Processors.count
    /// How many bytes facts, aggregates and kept rows may take; `nil`: a gigabyte.
    package var memory: Int?
    /// How many different texts of a column a pass remembers before it reads texts again.
    var texts = MemoryBudget.usualTexts
    package var progress: ReadingProgress?

    var budget: MemoryBudget { MemoryBudget(memory ?? MemoryBudget.usual, texts: texts) }
    /// What the rubric looks at and nobody handed over.
    package var leftOut: Set<Need> = []
    /// Whether somebody said that declared columns may be missing.
    package var mayLackColumns = false

    package init() {}
  }

  let rubric: Rubric
  let key: String
  let reader: EvidenceReader

  /// Reads under `rubric`, whose subject key stands unless another column is named.
  ///
  /// - Returns: `nil`, with a diagnostic, where nobody says which column names the subject.
  package init?(_ rubric: Rubric, key: String?, into diagnostics: inout Diagnostics) {
    guard let key = key ?? rubric.subject.keyColumn else {
      diagnostics.report(.noKeyColumn(rubric.path))
      return nil
    }
    self.rubric = rubric
    self.key = key
    reader = EvidenceReader(rubric)
  }

  /// Everything that could be read of the files.
  ///
  /// - Returns: `nil` where a file is no table or changed, has no key column, or names no table of the rubric.
  package func read(
    facts: PortfolioFile?, tables: [(name: String, file: PortfolioFile)],
    _ options: Options = Options(), into diagnostics: inout Diagnostics
  ) -> Portfolio? {
    var found = Diagnostics()
    defer { diagnostics.append(placed(found, in: [(nil, facts)] + tables.map { ($0, $1) })) }
    var factTable: FactTable?
    if let facts {
      guard let table = self.facts(facts, options, into: &found) else { return nil }
      factTable = table
    }
    if facts == nil, tables.isEmpty {
      found.report(.emptyPortfolio(rubric.path))
      return nil
    }
    let files = open(tables, into: &found)
    guard files.count == tables.count else { return nil }
    guard
      let named = self.subjects(
        factTable, facts?.path ?? "", files, options, into: &found)
    else { return nil }
    var subjects = named.subjects
    if subjects.isEmpty, let first = facts?.path ?? files.first?.file.path {
      found.report(.noSubjects(first))
    }
    options.progress?.announce(subjects: subjects.count)
    var emptySlots = reader.read(
      EvidenceSource(), in: EvidenceSetting(subject: EvaluatedSubject(id: ""))
    ).slots
    rubric.leave(options.leftOut, outOf: &emptySlots)
    let figures = FusedFigures(rubric)
    let columns = factTable.map { $0.columns.map(Optional.some) } ?? rubric.facts.map { _ in nil }
    let known = columns.enumerated().map { options.leftOut.contains(.fact($0)) ? nil : $1 }
    var rows: [Slot: Portfolio.Rows] = [:]
    var answers: [Int: TableAnswers] = [:]
    if !files.isEmpty {
      let pass = TablePass(
        subjects: subjects,
        finder: OwnerFinder(
          named.index ?? SubjectIndex(subjects.map(\.id)), same: rubric.subject.same),
        placeOf: { [subjects] subject in
          guard let row = subjects[subject].row, let facts, let factTable else { return nil }
          return .cell(file: facts.path, line: factTable.line(of: row), column: key)
        }, figures: figures,
        key: key,
        facts: FactEvidence(known, of: subjects, in: rubric, emptySlots: emptySlots),
        options: options, budget: options.budget)
      var isLacking = false
      for file in files {
        guard let read = pass.read(file, of: rubric, into: &found) else { return nil }
        rows[file.target] = read.rows
        for subject in read.rejected { subjects[subject].isRejected = true }
        if case .table(let table) = file.target { answers[table] = read.answers }
        if read.isLacking { isLacking = true }
      }
      // Each file is read before, so that one run tells them all.
      guard !isLacking else { return nil }
    }
    return Portfolio(
      rubric: rubric, subjects: subjects,
      unnamed: factTable.map(unnamed) ?? [], facts: known,
      tables: rubric.tables.indices.map { rows[.table($0)] },
      surveys: rubric.surveys.indices.map { rows[.survey($0)] }, emptySlots: emptySlots,
      fused: options.fuses ? FusedEvidence(figures, answers) : nil, leftOut: options.leftOut)
  }

  /// What was found, at the cells of sheets where files are sheets.
  private func placed(
    _ found: Diagnostics, in files: [(name: String?, file: PortfolioFile?)]
  ) -> Diagnostics {
    let sheets = files.compactMap { name, file -> SheetFace? in
      file.flatMap {
        SheetFace($0, Self.headerFinder(ofTable: name, key: key, in: rubric))
      }
    }
    return sheets.isEmpty
      ? found
      : found.moved { place in
        sheets.lazy.compactMap { $0.cell(at: place) }.first ?? place
      }
  }

  // MARK: tables

  /// The files of tables that can be read.
  private func open(
    _ tables: [(name: String, file: PortfolioFile)], into diagnostics: inout Diagnostics
  ) -> [TableFile] {
    var files: [TableFile] = []
    for (name, file) in tables {
      guard let target = target(name, at: file.path, into: &diagnostics) else { continue }
      if files.contains(where: { $0.target == target }) {
        diagnostics.report(.tableTwice(name, file.path))
        continue
      }
      let reader = reader(of: target)
      let columns = reader.declaration.columns.map { $0.headers + [$0.name] }
      let finder = headerFinder(of: reader.declaration)
      // What stands above the first row of a block is known only to whoever has read the block before.
      let opened =
        reader.declaration.fillDown.isNothing
        ? OpenFile(file, finder, into: &diagnostics)
        : OpenFile.whole(file, finder, into: &diagnostics)
      guard let content = opened else { continue }
      guard keyColumn(of: content, file.path, beside: columns, into: &diagnostics) != nil else {
        continue
      }
      files.append(TableFile(target: target, reader: reader, file: file, content: content))
    }
    return files
  }

  private func reader(of target: Slot) -> TableReader {
    switch target {
    case .survey(let index): reader.surveys[index]
    case .table(let index): reader.tables[index]
    default: preconditionFailure("rows belong to a table or a survey")
    }
  }

  /// The declared table or survey of that name.
  func target(
    _ name: String, at path: String, into diagnostics: inout Diagnostics
  ) -> Slot? {
    let wanted = HeaderName(name)
    if let index = rubric.tables.firstIndex(where: { HeaderName($0.name) == wanted }) {
      return .table(index)
    }
    if let index = rubric.surveys.firstIndex(where: { HeaderName($0.name) == wanted }) {
      return .survey(index)
    }
    diagnostics.report(
      .undeclaredTable(name, path, among: (rubric.tables + rubric.surveys).map(\.name)))
    return nil
  }
}
