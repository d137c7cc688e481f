import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// One portfolio of drawn facts and rows, scored by programs and by the row evaluator alone.
struct PortfolioPair {
  let rubric: Rubric
  let fused: Portfolio
  let plain: Portfolio

  private static let rubrics = Remembered<String, Rubric?>()

  init(
    _ text: String, _ path: String, count: Int, blanks: Int, seed: UInt64,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Self.rubrics.value(for: text) {
        Rubric.read(SourceText(text, path: path), digest: "", into: &diagnostics)
      },
      "\(diagnostics.all.map { $0.headline.en + " " + ($0.place?.description ?? "") })",
      sourceLocation: sourceLocation)
    self.rubric = rubric
    var evidence = DrawnEvidence(rubric, blanks: blanks, seed: seed)
    let facts = evidence.facts(count)
    let tables = (rubric.tables + rubric.surveys).map { ($0.name, evidence.rows($0, of: count)) }
    let reader = try #require(PortfolioReader(rubric, key: "id", into: &diagnostics))
    func read(fuses: Bool) throws -> Portfolio {
      var options = PortfolioReader.Options()
      options.fuses = fuses
      var unused = Diagnostics()
      return try #require(
        reader.read(
          facts: PortfolioFile("facts.csv", bytes: Array(facts.utf8)),
          tables: tables.map { ($0.0, PortfolioFile("\($0.0).csv", bytes: Array($0.1.utf8))) },
          options, into: &unused), "\(unused.all.map(\.headline.en))")
    }
    fused = try read(fuses: true)
    plain = try read(fuses: false)
  }

  /// Compares the two, and gives how the first was scored.
  func compare(
    _ mode: ScoringMode, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> PortfolioScoring {
    var options = Portfolio.Options()
    options.mode = mode
    options.withItems = true
    options.withFigures = true
    var alone = options
    alone.fuses = false
    let first = fused.score(options)
    let second = plain.score(alone)
    let inBlocks = first.text.split(separator: "\n")
    let oneByOne = second.text.split(separator: "\n")
    for (one, other) in zip(inBlocks, oneByOne) where one != other {
      Issue.record(
        "\(rubric.path), \(mode)\n\(one)\nis not\n\(other)", sourceLocation: sourceLocation)
      break
    }
    #expect(inBlocks.count == oneByOne.count, sourceLocation: sourceLocation)
    #expect(
      first.smallCohorts.map(\.subjects) == second.smallCohorts.map(\.subjects),
      sourceLocation: sourceLocation)
    return PortfolioScoring(fused, options)
  }

  static let exampleRubrics: [String] = rubrics(in: ["docs"])

  static func rubrics(in folders: [String]) -> [String] {
    folders.flatMap { folder in
      let root = Places.root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
      return (names ?? []).filter { name in
        guard name.hasSuffix(".yaml"), !name.hasSuffix(".tests.yaml") else { return false }
        let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8)
        // One that stands on another is read with its file.
        guard let text, !text.contains("\nbase: ") else { return false }
        return text.contains("\nrubric: ") || text.hasPrefix("rubric: ")
      }.sorted().map { root.appending(path: $0).path }
    }
  }
}

/// Facts and rows of the kinds that a rubric declares; so many of a hundred cells are empty.
struct DrawnEvidence {
  private let rubric: Rubric
  private let blanks: Int
  private var numbers: SeededNumbers

  init(_ rubric: Rubric, blanks: Int, seed: UInt64) {
    self.rubric = rubric
    self.blanks = blanks
    numbers = SeededNumbers(seed: seed)
  }

  mutating func facts(_ count: Int) -> String {
    var text = header(rubric.facts)
    for row in 0..<count { text += line(row, rubric.facts) }
    return text
  }

  mutating func rows(_ table: TableDeclaration, of count: Int) -> String {
    var text = header(table.columns)
    for _ in 0..<(count * 3) {
      text += line(Int.random(in: 0..<max(1, count), using: &numbers), table.columns)
    }
    return text
  }

  private func header(_ columns: [Declaration]) -> String {
    (["id"] + columns.map { $0.headers.first ?? $0.name }).joined(separator: ",") + "\n"
  }

  private mutating func line(_ subject: Int, _ columns: [Declaration]) -> String {
    var cells = ["S\(subject)"]
    for column in columns {
      cells.append(Int.random(in: 0..<100, using: &numbers) < blanks ? "" : cell(of: column))
    }
    return cells.joined(separator: ",") + "\n"
  }

  private mutating func cell(of column: Declaration) -> String {
    var shape = column.shape
    if case .optional(let inner) = shape { shape = inner }
    switch shape {
    case .number where column.isWhole: return "\(Int.random(in: 0...9, using: &numbers))"
    case .number:
      let few = ["0", "1", "2.5", "12", "0.333333333333333333", "4"].randomElement(using: &numbers)
      let plain = Int.random(in: 0...1_000, using: &numbers)
      return Bool.random(using: &numbers) ? few ?? "0" : "\(plain / 100).\(plain % 100)"
    case .boolean: return Bool.random(using: &numbers) ? "true" : "false"
    case .date: return "2024-0\(Int.random(in: 1...9, using: &numbers))-11"
    default:
      return (column.allowed ?? ["a", "b", "gone"]).randomElement(using: &numbers) ?? "a"
    }
  }
}
