package import Diagnostics
import Formats
import Rubrics
import Scoring
import Values

/// Results that somebody has published, beside the facts that they were computed from: held against what comes out here.
package struct PublishedRows: Sendable {
  /// A column of our results, and the column of the facts that says what it should be.
  package struct Expectation: Sendable {
    package let what: String
    package let column: String

    package init(_ what: String, column: String) {
      (self.what, self.column) = (what, column)
    }
  }

  package struct Tally: Sendable {
    package var rowCount = 0
    package var exceptedCount = 0
    /// Rows in which everything that was published comes out.
    package var agreeingCount = 0
    /// Rows in which nothing was published.
    package var silentCount = 0
    /// Rows whose cells are counted: comparisons and differences.
    package var cellCount = 0
    package var differingCount = 0
    package var language = Language.zh
  }

  private let rubric: Rubric
  private let expected: [Expectation]
  private let excepted: Set<String>

  /// - Returns: `nil` where nothing could be compared, which was reported.
  package static func compare(
    _ request: PortfolioRun.Request, _ expected: [Expectation], except: [String],
    into diagnostics: inout Diagnostics
  ) -> Tally? {
    var request = request
    request.options.withItems = true
    guard let result = PortfolioRun.score(request, into: &diagnostics) else { return nil }
    var unused = Diagnostics()
    let finder = PortfolioReader.headerFinder(ofTable: nil, key: result.key, in: result.rubric)
    guard let published = result.facts?.whole(.named(finder), into: &unused),
      let results = CSVReader.read(
        result.outcome.bytes, path: "results.csv", limits: .ofPublished, into: &unused)
    else { return nil }
    let rows = PublishedRows(
      rubric: result.rubric, expected: expected, excepted: Set(except))
    return rows.compare(results, published, key: result.key, into: &diagnostics)
  }

  private func compare(
    _ results: CSVTable, _ published: CSVTable, key: String, into diagnostics: inout Diagnostics
  ) -> Tally? {
    var pairs: [(what: String, ours: Int, theirs: Int)] = []
    for one in expected {
      guard let ours = results.header.firstIndex(of: one.what) else {
        diagnostics.report(.expectedNothing(one.what, among: results.header, rubric.path))
        continue
      }
      guard let theirs = published.columnIndex(named: [one.column]) else {
        diagnostics.report(
          .publishedColumnMissing(one.column, among: published.header, published.path))
        continue
      }
      pairs.append((one.what, ours, theirs))
    }
    guard pairs.count == expected.count, let keyColumn = published.columnIndex(named: [key]),
      let subject = results.columnIndex(named: ["subject"])
    else { return nil }
    let known = Set((0..<results.rowCount).map { results.cell($0, subject) })
    for id in excepted.sorted() where !known.contains(id) {
      diagnostics.report(.exceptNobody(id, published.path))
    }
    var ours: [String: Int] = [:]
    for row in 0..<results.rowCount { ours[results.cell(row, subject)] = row }
    var tally = Tally()
    tally.language = rubric.language
    let keys = CellReader(.string)
    for row in 0..<published.rowCount {
      guard case .value(.string(let id), _) = keys.read(published.cell(row, keyColumn)),
        let own = ours.removeValue(forKey: id)
      else { continue }
      tally.rowCount += 1
      guard !excepted.contains(id) else {
        tally.exceptedCount += 1
        continue
      }
      var (compared, differing) = (0, 0)
      for pair in pairs {
        let written = published.cell(row, pair.theirs)
        let text = DoubtfulNumber(written)?.shown ?? written
        guard !text.allSatisfy(\.isWhitespace) else { continue }
        compared += 1
        let found = results.cell(own, pair.ours)
        if agree(text, found, isGrade: pair.what == "grade") { continue }
        differing += 1
        diagnostics.report(
          .publishedDiffers(
            pair.what, of: id, published: text, found: found,
            between: between(results, own, pair.what),
            at: place(published, row, pair.theirs)))
      }
      tally.cellCount += compared
      tally.differingCount += differing
      if compared == 0 {
        tally.silentCount += 1
      } else if differing == 0 {
        tally.agreeingCount += 1
      }
    }
    return tally
  }

  /// What an open score lies between; `nil` for anything else.
  private func between(_ results: CSVTable, _ row: Int, _ what: String) -> String? {
    guard what == "score", results.cell(row, results.header.firstIndex(of: what) ?? 0).isEmpty,
      let low = results.columnIndex(named: ["low"]), let high = results.columnIndex(named: ["high"])
    else { return nil }
    return "\(results.cell(row, low)) – \(results.cell(row, high))"
  }

  private func place(_ table: CSVTable, _ row: Int, _ column: Int) -> Place {
    guard let sheet = table.sheet else {
      return .cell(file: table.path, line: table.lines[row], column: table.header[column])
    }
    return .sheet(
      SheetPlace(
        shown: table.path, sheet: sheet, row: table.lines[row], column: table.sheetColumn(column)))
  }

  /// Numbers are equal where they are one number; of a published one with more places than ours those are rounded away.
  private func agree(_ published: String, _ found: String, isGrade: Bool) -> Bool {
    let (one, other) = (HeaderName(published), HeaderName(found))
    if one == other { return true }
    if isGrade {
      let title = rubric.grades.line(found)?.title
      return title.map { HeaderName($0.zh) == one || HeaderName($0.en) == one } ?? false
    }
    let numbers = CellReader(.number)
    guard case .value(.number(let theirs), _) = numbers.read(published),
      case .value(.number(let ours), _) = numbers.read(found)
    else { return false }
    return theirs == ours || theirs.rounded(toScale: ours.decimalPlaces, .halfUp) == ours
  }
}

extension CSVReader.Limits {
  fileprivate static let ofPublished = {
    var limits = CSVReader.Limits()
    limits.file = 4 << 30
    return limits
  }()
}
