import Archives
package import Diagnostics
import Formats
import Platform
package import Reports
import Rubrics
import Scoring

/// Scores one subject of a portfolio again, from the files that its results name, and keeps every row that it used.
package enum SubjectRun {
  /// - Returns: `nil` where the subject cannot be scored again; that was reported.
  package static func report(
    of subject: String, in results: ResultsFile, engine: String,
    into diagnostics: inout Diagnostics
  ) -> Report? {
    let header = results.header
    guard let rubric = NewFiles.rubric(header.rubric.path, into: &diagnostics) else { return nil }
    if rubric.digest != header.rubric.digest || rubric.sealedBases != header.rubric.bases {
      diagnostics.report(.changedSince(header.rubric.path))
    }
    var facts: WrittenTable?
    var factsFile: PortfolioFile?
    var tables: [(name: String, rows: WrittenTable)] = []
    // The facts first, because they say who there is.
    for file in header.files.filter({ $0.name == nil }) + header.files.filter({ $0.name != nil }) {
      guard let seal = FileSeal(of: SheetPath.file(of: file.path), into: &diagnostics),
        let opened = Files.portfolioFile(file.path, of: file.name, into: &diagnostics)
      else { return nil }
      if file.name == nil { factsFile = opened }
      if seal.digest != file.digest { diagnostics.report(.changedSince(file.path)) }
      let finder = PortfolioReader.headerFinder(ofTable: file.name, key: header.key, in: rubric)
      let declaration = file.name.flatMap { rubric.declaredRows($0) }
      let key = header.key
      let subjects = factsFile
      let factHeaders = PortfolioReader.headerFinder(ofTable: nil, key: key, in: rubric)
      let isSurvey = declaration.map { one in rubric.surveys.contains { $0.name == one.name } }
      let request = RowsOfSubject.Request(
        subject, key: key, in: declaration, isSurvey: isSurvey ?? false,
        same: rubric.subject.same
      ) { other in
        subjects.map { isSubject(other, key: key, in: $0, factHeaders) } ?? true
      }
      guard let rows = rows(of: request, in: opened, finder, into: &diagnostics) else {
        return nil
      }
      if let name = file.name { tables.append((name, rows)) } else { facts = rows }
    }
    let isThere =
      facts.map { $0.rowCount > 0 } ?? tables.contains { $0.rows.rowCount > 0 }
    guard isThere else {
      diagnostics.report(.noSuchSubject(subject, header.files.map(\.path)))
      return nil
    }
    let mode = ScoringMode(rawValue: header.mode) ?? .final
    let leftOut = rubric.leftOut(header.leftOut ?? [])
    let evidence = EvidenceReader(rubric).read(
      portfolioSubject: subject, facts: facts, tables: tables, without: leftOut)
    var cohort: CohortView?
    if rubric.cohort != nil {
      guard let portfolio = portfolio(of: header, under: rubric, into: &diagnostics) else {
        return nil
      }
      cohort = portfolio.cohortView(of: subject, mode: mode)
    }
    let evaluation = Scorer(rubric).score(evidence, mode: mode, in: cohort)
    diagnostics.append(evaluation.diagnostics)
    if let line = results.line(of: subject), !ResultLines.agrees(line, with: evaluation) {
      diagnostics.report(.differsFromResults(subject, results.path))
    }
    return ReportBuilder.build(
      evaluation, round: nil,
      seal: .init(
        engine: engine, rubricDigest: rubric.digest, bases: rubric.sealedBases, bundleDigest: nil,
        mode: mode.rawValue,
        asOf: nil),
      files: header.files.map {
        .init(
          path: $0.path, kind: $0.name == nil ? .other : .table, name: $0.name ?? $0.path,
          digest: $0.digest, rowCount: nil)
      },
      decision: nil)
  }

  /// Everybody, for a rubric that compares them.
  ///
  /// - Returns: `nil` where the files cannot be read any more; that was reported.
  private static func portfolio(
    of header: ResultsHeader, under rubric: Rubric, into diagnostics: inout Diagnostics
  ) -> Portfolio? {
    // What is wrong with the evidence of others was said when everybody was scored.
    var others = Diagnostics()
    var facts: PortfolioFile?
    var tables: [(name: String, file: PortfolioFile)] = []
    for file in header.files {
      guard let opened = Files.portfolioFile(file.path, of: file.name, into: &diagnostics) else {
        return nil
      }
      if let name = file.name { tables.append((name, opened)) } else { facts = opened }
    }
    let reader = PortfolioReader(rubric, key: header.key, into: &diagnostics)
    var options = PortfolioReader.Options()
    options.leftOut = rubric.leftOut(header.leftOut ?? [])
    // Whoever scored it said whether columns may be missing.
    options.mayLackColumns = true
    if let portfolio = reader?.read(facts: facts, tables: tables, options, into: &others) {
      return portfolio
    }
    diagnostics.append(others)
    return nil
  }

  /// Whether the facts have a row of it.
  private static func isSubject(
    _ id: String, key: String, in file: PortfolioFile, _ finder: HeaderFinder
  ) -> Bool {
    var unused = Diagnostics()
    let request = RowsOfSubject.Request(id, key: key, in: nil)
    return rows(of: request, in: file, finder, into: &unused).map { $0.rowCount > 0 } ?? false
  }

  private static func rows(
    of request: RowsOfSubject.Request, in file: PortfolioFile, _ finder: HeaderFinder,
    into diagnostics: inout Diagnostics
  ) -> WrittenTable? {
    var found: WrittenTable?
    if !request.needsWholeFile {
      do throws(ByteStreamFailure) {
        switch try file.blocks(finder, into: &diagnostics) {
        case .refused: return nil
        case .foreign: break
        case .table(let reader):
          found = RowsOfSubject.read(
            request, from: reader, threads: Processors.count)
        }
      } catch {
        diagnostics.report(.unreadableFile(file.path, UnreadableWording.forbidden))
        return nil
      }
    }
    if let found { return found }
    // The slow reader decodes what is not UTF-8, and knows what stands above.
    guard let table = file.whole(.named(finder), into: &diagnostics) else { return nil }
    guard let rows = RowsOfSubject.read(request, from: table) else {
      diagnostics.report(.noSuchSubject(request.subject, [file.path]))
      return nil
    }
    return rows
  }
}

extension Rubric {
  /// The table or survey of that name.
  fileprivate func declaredRows(_ name: String) -> TableDeclaration? {
    let wanted = HeaderName(name)
    return (tables + surveys).first { HeaderName($0.name) == wanted }
  }
}
