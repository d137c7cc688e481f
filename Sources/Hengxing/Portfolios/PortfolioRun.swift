import Archives
package import Diagnostics
import Formats
package import Reports
package import Rubrics
package import Scoring

/// Scores many subjects of one rubric from a file of facts and files of rows, and says what came of it.
package enum PortfolioRun {
  package struct Request: Sendable {
    package var rubric: String
    package var facts: String?
    package var tables: [(name: String, path: String)] = []
    package var key: String?
    /// A file of facts and aggregates that an earlier run kept: instead of all files above.
    package var kept: String?
    /// Names and kinds of what the rubric looks at and nobody hands over: it stays open.
    package var without: [String] = []
    package var options = Portfolio.Options()
    package var reading = PortfolioReader.Options()
    /// Whether the cells of tables are counted, which reads them once more.
    package var countsCells = false

    package init(rubric: String) {
      self.rubric = rubric
    }

    /// Every file that is read, with the option that names it.
    package var inputs: [(role: String, path: String)] {
      var inputs = [(role: "`--rubric`", path: rubric)]
      if let kept { inputs.append((role: "`--from`", path: kept)) }
      if let facts { inputs.append((role: "`--facts`", path: facts)) }
      for table in tables { inputs.append((role: "`--table \(table.name)`", path: table.path)) }
      return inputs.map { ($0.role, SheetPath.file(of: $0.path)) }
    }

    var files: [(name: String?, path: String)] {
      (facts.map { [(nil, $0)] } ?? []) + tables.map { ($0.name, $0.path) }
    }
  }

  package struct Result: Sendable {
    package let rubric: Rubric
    package let portfolio: Portfolio
    /// What it rests on: the facts without a name, and tables.
    package let files: [(name: String?, path: String)]
    package let key: String
    package let outcome: Portfolio.Outcome
    /// How often the cells of tables were known, where that was asked for.
    package var censuses: [TableCensus] = []
    /// Files that were read, as they were when they were opened.
    var opened: [PortfolioFile] = []
    /// Those of the facts among them.
    var facts: PortfolioFile?
  }

  /// A portfolio is larger than a bundle: a file of rows may have this many bytes.
  private static let largestFile = 4 << 30

  /// - Returns: `nil` where nothing could be scored, which was reported.
  package static func score(
    _ request: Request,
    into diagnostics: inout Diagnostics
  ) -> Result? {
    guard let rubric = NewFiles.rubric(request.rubric, into: &diagnostics),
      rubric.isConfirmed(for: request.options.mode, into: &diagnostics)
    else { return nil }
    var found = Diagnostics()
    let result = scored(request, under: rubric, into: &found)
    // Whoever reads nothing else must read what has become of the subjects, so this stands behind a thousand others.
    diagnostics.append(found)
    guard let result else {
      let reason = found.all.first { $0.severity == .error }
      diagnostics.reportLast(.nobodyScored(reason, request.rubric))
      return nil
    }
    if result.outcome.rejectedCount > 0 {
      diagnostics.reportLast(
        .subjectsNotScored(
          result.outcome.rejectedCount, of: result.portfolio.subjects.count,
          request.kept ?? request.files.first?.path ?? request.rubric))
    }
    if result.portfolio.comparedUnscored > 0 {
      diagnostics.reportLast(
        .comparedUnscored(
          result.portfolio.comparedUnscored, rubric,
          help: Wording(
            en: "mend the rows that are told above, and score again", zh: "请更正上面指出的各行，再重新计分")))
    }
    if result.outcome.formulaCount > 0, !request.options.byteOrderMark {
      diagnostics.report(
        .keysLikeFormulas(
          result.outcome.formulaCount, request.kept ?? request.files.first?.path ?? ""))
    }
    for cohort in result.outcome.smallCohorts {
      diagnostics.report(
        .smallCohort(rubric, cohort.peers, cohort.subjects, at: rubric.cohort?.place))
    }
    let shown = Set(rubric.privacy.shownFigures)
    let withheld = rubric.figures.indices.filter { !shown.contains($0) }
    if request.options.withFigures, !withheld.isEmpty {
      diagnostics.report(
        .figuresWithheld(withheld.map { rubric.figures[$0].name }, in: rubric.path))
    }
    return result
  }

  private static func scored(
    _ request: Request, under rubric: Rubric,
    into diagnostics: inout Diagnostics
  ) -> Result? {
    if let path = request.kept {
      return rescore(path, under: rubric, request, into: &diagnostics)
    }
    guard let reader = PortfolioReader(rubric, key: request.key, into: &diagnostics) else {
      return nil
    }
    request.reading.progress?.announce(bytes: size(of: request.files.map(\.path)))
    var facts: PortfolioFile?
    if let path = request.facts {
      guard let file = Files.portfolioFile(path, of: nil, into: &diagnostics) else { return nil }
      facts = file
    }
    var tables: [(name: String, file: PortfolioFile)] = []
    for (name, path) in request.tables {
      let declared = (rubric.tables + rubric.surveys).first {
        HeaderName($0.name) == HeaderName(name)
      }
      let sheet = declared?.sheet ?? name
      guard let file = Files.portfolioFile(path, of: sheet, into: &diagnostics) else { return nil }
      tables.append((name, file))
    }
    if facts == nil, tables.isEmpty {
      diagnostics.report(.emptyPortfolio(rubric.path))
      return nil
    }
    guard reader.declares(tables, into: &diagnostics),
      let headers = reader.headers(of: facts, into: &diagnostics)
    else { return nil }
    let handed = HandedOver(
      rubric, headers: facts == nil ? nil : headers, tables: tables.map(\.name))
    guard let leftOut = handed.leftOut(without: request.without, into: &diagnostics) else {
      return nil
    }
    var reading = request.reading
    reading.leftOut = leftOut
    guard
      let portfolio = reader.read(facts: facts, tables: tables, reading, into: &diagnostics)
    else { return nil }
    return Result(
      rubric: rubric, portfolio: portfolio,
      files: (facts.map { [(nil, $0.path)] } ?? []) + tables.map { ($0.name, $0.file.path) },
      key: request.key ?? rubric.subject.keyColumn ?? "",
      outcome: portfolio.score(request.options),
      censuses: request.countsCells
        ? reader.censuses(of: tables, threads: request.reading.threads) : [],
      opened: (facts.map { [$0] } ?? []) + tables.map(\.file), facts: facts)
  }

  /// Whether all files are still those that were read; asked before anything of the result is put in its place.
  package static func isUnchanged(_ result: Result, into diagnostics: inout Diagnostics) -> Bool {
    for file in result.opened {
      do throws(ByteStreamFailure) {
        try file.checkUnchanged()
      } catch {
        diagnostics.report(.brokenFile(file.path, error))
        return false
      }
    }
    return true
  }

  /// The results counted by grade, score and columns of the facts: where none are named, those that lend themselves.
  ///
  /// - Returns: `nil` where a column is not there, which was reported.
  package static func summary(
    of result: Result, _ request: Request, by columns: [String], engine: String,
    into diagnostics: inout Diagnostics
  ) -> PortfolioSummary? {
    // What is wrong with the files was said when they were read.
    var unused = Diagnostics()
    let finder = PortfolioReader.headerFinder(ofTable: nil, key: result.key, in: result.rubric)
    let file =
      result.facts
      ?? result.files.first { $0.name == nil }.flatMap {
        Files.portfolioFile($0.path, of: nil, into: &unused)
      }
    let facts = file?.whole(.named(finder), into: &unused)
    guard
      let results = table(result.outcome.bytes, "results.csv", .firstLine, into: &unused)
    else { return nil }
    return SummaryBuilder.build(
      result.rubric, results: results, facts: facts, tables: result.censuses,
      noticing: diagnostics,
      .init(
        engine: engine, mode: request.options.mode, key: result.key, by: columns,
        leftOut: result.portfolio.leftOut),
      into: &diagnostics)
  }

  /// What the results were computed from.
  ///
  /// - Returns: `nil` where a file cannot be read any more; that was reported.
  package static func header(
    of result: Result, _ request: Request, engine: String, into diagnostics: inout Diagnostics
  ) -> ResultsHeader? {
    var files: [ResultsHeader.File] = []
    for (name, path) in result.files {
      guard let seal = FileSeal(of: SheetPath.file(of: path), into: &diagnostics) else {
        return nil
      }
      files.append(.init(name: name, path: path, bytes: seal.byteCount, digest: seal.digest))
    }
    return ResultLines.header(
      result.rubric, engine: engine, mode: request.options.mode,
      key: result.key, files: files, leftOut: result.portfolio.leftOut)
  }

  /// Writes the header and a line a subject.
  package static func write(
    _ header: ResultsHeader, _ result: Result, _ request: Request, to path: String,
    in files: OutputFiles
  ) throws(OutputFiles.Failure) {
    try files.write(to: path) { (writer) throws(OutputFiles.Failure) in
      try writer.append(ResultLines.print(header))
      try result.portfolio.derive(request.options, tell: ResultLines.line) {
        (lines) throws(OutputFiles.Failure) in
        try writer.append(lines)
      }
    }
  }

  private static func table(
    _ bytes: [UInt8], _ path: String, _ search: HeaderSearch,
    into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    var limits = CSVReader.Limits()
    limits.file = largestFile
    let table = CSVReader.read(
      bytes, path: path, limits: limits, header: search, into: &diagnostics)
    // Of a file with lost rows nobody knows whose they are; that was reported.
    return table.flatMap { $0.isWhole ? $0 : nil }
  }
}
