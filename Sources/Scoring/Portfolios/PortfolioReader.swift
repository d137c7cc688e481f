package import Diagnostics
package import Formats
import Foundation
package import Rubrics
import Values

/// Reads the files of a portfolio: facts with one row a subject, tables with rows of many.
package struct PortfolioReader: Sendable {
  package struct Options: Sendable {
    /// Whether aggregates are computed while rows come by; the row evaluator alone gives the same bytes.
    package var fuses = true
    /// How many threads read.
    package var threads = ProcessInfo.processInfo.activeProcessorCount
    /// How many bytes aggregates and kept rows may take; `nil`: as many as there are.
    package var memory: Int?
    package var progress: ReadingProgress?

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
    defer { diagnostics.append(found) }
    var factTable: FactTable?
    if let facts {
      guard let table = self.facts(facts, options, into: &found) else { return nil }
      factTable = table
    }
    if facts == nil, tables.isEmpty { found.report(.emptyPortfolio(rubric.path)) }
    let files = open(tables, into: &found)
    guard !found.hasErrors else { return nil }
    guard
      let (subjects, index) = self.subjects(
        factTable, facts?.path ?? "", files, options, into: &found)
    else { return nil }
    if subjects.isEmpty, let first = facts?.path ?? files.first?.file.path {
      found.report(.noSubjects(first))
    }
    options.progress?.announce(subjects: subjects.count)
    let empty = reader.read(
      EvidenceSource(), in: EvidenceSetting(subject: EvaluatedSubject(id: "")))
    let figures = FusedFigures(rubric)
    let known = factTable.map { $0.columns.map(Optional.some) } ?? rubric.facts.map { _ in nil }
    var rows: [Slot: Portfolio.Rows] = [:]
    var answers: [Int: TableAnswers] = [:]
    if !files.isEmpty {
      let pass = TablePass(
        subjects: subjects, index: index ?? SubjectIndex(subjects.map(\.id)), figures: figures,
        key: key,
        facts: FactEvidence(known, of: subjects, in: rubric, emptySlots: empty.slots),
        options: options, budget: MemoryBudget(options.memory))
      for file in files {
        guard let read = pass.read(file, of: rubric, into: &found) else { return nil }
        rows[file.target] = read.rows
        if case .table(let table) = file.target { answers[table] = read.answers }
      }
    }
    return Portfolio(
      rubric: rubric, subjects: subjects, facts: known,
      tables: rubric.tables.indices.map { rows[.table($0)] },
      surveys: rubric.surveys.indices.map { rows[.survey($0)] }, emptySlots: empty.slots,
      fused: options.fuses ? FusedEvidence(figures, answers) : nil)
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
      guard let content = OpenFile(file, into: &diagnostics) else { continue }
      guard content.columnIndex(named: [key]) != nil else {
        diagnostics.report(.missingKeyColumn(key, file.path))
        continue
      }
      files.append(
        TableFile(target: target, reader: reader(of: target), file: file, content: content))
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
  private func target(
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
