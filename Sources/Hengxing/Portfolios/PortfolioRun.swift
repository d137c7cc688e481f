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
    package var options = Portfolio.Options()
    package var reading = PortfolioReader.Options()
    /// Whether the cells of tables are counted, which reads them once more.
    package var countsCells = false

    package init(rubric: String) {
      self.rubric = rubric
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
  }

  /// A portfolio is larger than a bundle: a file of rows may have this many bytes.
  private static let largestFile = 4 << 30

  /// - Returns: `nil` where nothing could be scored, which was reported.
  package static func score(
    _ request: Request,
    into diagnostics: inout Diagnostics
  ) -> Result? {
    let result = scored(request, into: &diagnostics)
    guard let rubric = result?.rubric else { return nil }
    for cohort in result?.outcome.smallCohorts ?? [] {
      diagnostics.report(
        .smallCohort(rubric, cohort.peers, cohort.subjects, at: rubric.cohort?.place))
    }
    return result
  }

  private static func scored(
    _ request: Request,
    into diagnostics: inout Diagnostics
  ) -> Result? {
    guard let rubric = NewFiles.rubric(request.rubric, into: &diagnostics) else { return nil }
    if let path = request.kept {
      return rescore(path, under: rubric, request.options, into: &diagnostics)
    }
    guard let reader = PortfolioReader(rubric, key: request.key, into: &diagnostics) else {
      return nil
    }
    request.reading.progress?.announce(bytes: size(of: request.files.map(\.path)))
    var facts: PortfolioFile?
    if let path = request.facts {
      guard let file = Files.portfolioFile(path, into: &diagnostics) else { return nil }
      facts = file
    }
    var tables: [(name: String, file: PortfolioFile)] = []
    for (name, path) in request.tables {
      guard let file = Files.portfolioFile(path, into: &diagnostics) else { return nil }
      tables.append((name, file))
    }
    guard
      let portfolio = reader.read(
        facts: facts, tables: tables, request.reading, into: &diagnostics)
    else { return nil }
    return Result(
      rubric: rubric, portfolio: portfolio, files: request.files,
      key: request.key ?? rubric.subject.keyColumn ?? "",
      outcome: portfolio.score(request.options),
      censuses: request.countsCells
        ? reader.censuses(of: tables, threads: request.reading.threads) : [])
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
    let facts = result.files.first { $0.name == nil }.flatMap { table($0.path, into: &unused) }
    guard
      let results = table(result.outcome.bytes, "results.csv", into: &unused)
    else { return nil }
    return SummaryBuilder.build(
      result.rubric, results: results, facts: facts, tables: result.censuses,
      noticing: diagnostics,
      .init(engine: engine, mode: request.options.mode, key: result.key, by: columns),
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
      guard let seal = FileSeal(of: path, into: &diagnostics) else { return nil }
      files.append(.init(name: name, path: path, bytes: seal.byteCount, digest: seal.digest))
    }
    return ResultLines.header(
      result.rubric, engine: engine, mode: request.options.mode,
      key: result.key, files: files)
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

  private static func table(_ path: String, into diagnostics: inout Diagnostics) -> CSVTable? {
    guard let bytes = Files.bytes(path, atMost: largestFile, into: &diagnostics) else { return nil }
    return table(bytes, path, into: &diagnostics)
  }

  private static func table(
    _ bytes: [UInt8], _ path: String, into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    var limits = CSVReader.Limits()
    limits.file = largestFile
    let table = CSVReader.read(bytes, path: path, limits: limits, into: &diagnostics)
    // Of a file with lost rows nobody knows whose they are; that was reported.
    return table.flatMap { $0.isWhole ? $0 : nil }
  }
}
