package import Diagnostics
package import Formats
package import Rubrics
package import Scoring
import Values

/// Counts the results of a portfolio, as they are written, by the facts of its subjects.
package struct SummaryBuilder: Sendable {
  package struct Request: Sendable {
    package var engine: String
    package var mode: ScoringMode
    /// The column that names the subject; `nil`: as the rubric says.
    package var key: String?
    /// Columns of the facts to group by; none: the declared texts that have few values.
    package var by: [String]
    /// What nobody handed over.
    package var leftOut: Set<Need>

    package init(
      engine: String, mode: ScoringMode, key: String?, by: [String] = [], leftOut: Set<Need> = []
    ) {
      self.leftOut = leftOut
      self.engine = engine
      self.mode = mode
      self.key = key
      self.by = by
    }
  }

  /// What is counted of one subject.
  struct Line {
    let subject: String
    let score: Number?
    /// Into the grades of the summary.
    let grade: Int
  }

  let rubric: Rubric
  let request: Request
  /// Titles of the grades that occur, best first; the last is for those without.
  let grades: [PortfolioSummary.GradeCount]
  let lines: [Line]

  /// Of the file of results, with a column for every item or without, and the facts, where there is such a file.
  ///
  /// - Returns: `nil` where a column to group by is not there; that was reported.
  package static func build(
    _ rubric: Rubric, results: CSVTable, facts: CSVTable?, tables: [TableCensus],
    noticing notices: Diagnostics, _ request: Request, into diagnostics: inout Diagnostics
  ) -> PortfolioSummary? {
    let builder = SummaryBuilder(rubric, results, request)
    let subjects = Set(builder.lines.map(\.subject))
    let people = facts.map {
      PortfolioFacts($0, of: rubric, key: request.key, subjects: subjects)
    }
    guard let groups = builder.groups(of: people, into: &diagnostics) else { return nil }
    let scores = builder.lines.compactMap(\.score)
    return PortfolioSummary(
      engine: request.engine, mode: request.mode.rawValue,
      rubric: PortfolioSummary.RubricFace(
        id: rubric.id, edition: rubric.edition, digest: rubric.digest,
        bases: rubric.sealedBases, title: rubric.title,
        note: rubric.note, language: rubric.language, isFictional: rubric.isFictional),
      subjectCount: results.rowCount,
      statuses: Self.statuses(of: results), grades: builder.grades,
      scores: PortfolioSummary.Distribution(
        of: scores, decimals: rubric.total.rounding.decimals),
      groups: groups, facts: people.map { $0.census.map(PortfolioSummary.FactLine.init) } ?? [],
      tables: tables.map(PortfolioSummary.TableLine.init),
      items: builder.items(in: results), notices: Self.count(notices),
      leftOut: Self.leftOut(request.leftOut, of: rubric))
  }

  private init(_ rubric: Rubric, _ results: CSVTable, _ request: Request) {
    self.rubric = rubric
    self.request = request
    let columns = ["subject", "score", "grade", "stars"].map { results.columnIndex(named: [$0]) }
    func cell(_ row: Int, _ column: Int) -> String {
      columns[column].map { results.cell(row, $0) } ?? ""
    }
    var names = rubric.grades.lines.map(\.id)
    var counts = [Int](repeating: 0, count: names.count)
    var lines: [Line] = []
    lines.reserveCapacity(results.rowCount)
    for row in 0..<results.rowCount {
      // A cap may leave stars without a grade of their own.
      let stars = cell(row, 3)
      let id = cell(row, 2)
      let name = id.isEmpty && !stars.isEmpty ? "stars-" + stars : id
      let grade = names.firstIndex(of: name) ?? names.count
      if grade == names.count {
        names.append(name)
        counts.append(0)
      }
      counts[grade] += 1
      lines.append(Line(subject: cell(row, 0), score: Number(cell(row, 1)), grade: grade))
    }
    self.lines = lines
    grades = zip(names, counts).map { Self.grade($0, $1, in: rubric) }
  }

  private static func grade(
    _ id: String, _ count: Int, in rubric: Rubric
  ) -> PortfolioSummary.GradeCount {
    if let line = rubric.grades.line(id) {
      return .init(
        id: id, title: line.title, stars: line.stars, threshold: line.threshold?.description,
        count: count)
    }
    let stars = id.hasPrefix("stars-") ? Int(id.dropFirst("stars-".count)) : nil
    return .init(
      id: id, title: stars.map(ReportsWording.stars) ?? SummaryWording.noGrade, stars: stars,
      threshold: nil, count: count)
  }

  private static func statuses(of results: CSVTable) -> [PortfolioSummary.StatusCount] {
    guard let column = results.columnIndex(named: ["status"]) else { return [] }
    var counts: [String: Int] = [:]
    for row in 0..<results.rowCount { counts[results.cell(row, column), default: 0] += 1 }
    return counts.map { .init(status: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.status) < ($0.count, $1.status) }
  }

  private static func leftOut(
    _ needs: Set<Need>, of rubric: Rubric
  ) -> [PortfolioSummary.LeftOutLine] {
    let all = rubric.needs.filter(needs.contains)
    return Need.Kind.allCases.compactMap { kind in
      let own = all.filter { $0.kind(in: rubric) == kind }
      return own.isEmpty
        ? nil
        : .init(
          kind: kind.rawValue, title: kind.words, names: own.compactMap { $0.name(in: rubric) })
    }
  }

  private static func count(_ notices: Diagnostics) -> [PortfolioSummary.NoticeCount] {
    var order: [String] = []
    var counts: [String: PortfolioSummary.NoticeCount] = [:]
    for notice in notices.all {
      if counts[notice.code] == nil { order.append(notice.code) }
      // The first of a kind stands for all of them.
      let first = PortfolioSummary.NoticeCount(
        code: notice.code, severity: notice.severity.rawValue, headline: notice.headline, count: 0)
      counts[notice.code, default: first].count += 1
    }
    return order.compactMap { counts[$0] }
  }

  private func items(in results: CSVTable) -> [PortfolioSummary.ItemLine] {
    let decimals = 2
    return rubric.everyItem.compactMap { item -> PortfolioSummary.ItemLine? in
      guard let column = results.columnIndex(named: [item.id]) else { return nil }
      let earned = (0..<results.rowCount).compactMap { Number(results.cell($0, column)) }
      let mean = Number.sum(earned)?.divided(by: Number(max(earned.count, 1)))
      let share = mean?.divided(by: item.points)?.multiplied(by: Number(1000))?
        .rounded(toScale: 0, .halfUp)?.intValue
      return .init(
        id: item.id, title: item.title, points: item.points.description, count: earned.count,
        full: earned.count { $0 >= item.points }, none: earned.count { $0.isZero },
        mean: earned.isEmpty
          ? nil : mean?.rounded(toScale: decimals, .halfUp)?.formatted(decimals: decimals),
        share: earned.isEmpty ? nil : share.map { min(max($0, 0), 1000) })
    }
    .sorted { ($0.share ?? 1001, $0.id) < ($1.share ?? 1001, $1.id) }
  }
}

extension PortfolioSummary.FactLine {
  fileprivate init(_ known: PortfolioFacts.Known) {
    self.init(
      name: known.declaration.name,
      title: known.declaration.title ?? Wording(known.declaration.name),
      hasColumn: known.hasColumn, known: known.known, null: known.null, assumed: known.assumed,
      unknown: known.unknown, unreadable: known.unreadable)
  }
}

extension PortfolioSummary.TableLine {
  fileprivate init(_ census: TableCensus) {
    self.init(
      name: census.declaration.name,
      title: census.declaration.title ?? Wording(census.declaration.name),
      rowCount: census.rowCount, columns: census.columns.map(PortfolioSummary.FactLine.init))
  }
}
