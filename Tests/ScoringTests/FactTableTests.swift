import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// A file of facts that several threads read in small blocks against the same file read as a whole.
@Suite(.timed) struct FactTableTests {
  private static let rubric = """
    rubric: facts
    edition: "1"
    language: en
    title: Facts
    subject: {kind: station, key: id}
    fictional: true
    facts:
      whole: {type: number, whole: true, must be: ">= 0"}
      hours: {type: number, absent: "null"}
      rate: {type: number, absent: 0, blanks: ["/", "none"]}
      kind: {type: string, one of: [town, county, city]}
      name: {type: string, absent: "null"}
      open: {type: boolean}
      since: {type: date, absent: "null"}
      lost: {type: number, absent: "null"}
    sections:
    - id: s
      title: S
      points: 1
      items:
      - {id: i, title: I, points: 1, says: s, basis: {rule: illustrative, points: illustrative}, score: {check: open}}
    total: {round: {to: 0.01, mode: half up}, when closed: zero}
    grades:
    - {id: a, title: A, stars: 1}
    """

  @Test(arguments: 0..<12) func blocksGiveWhatTheWholeFileGives(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let text = Self.file(&random)
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(Self.rubric, path: "facts.yaml"), digest: "", into: &diagnostics))
    let readers = EvidenceReader(rubric).facts
    var settings = BlockReader.Settings()
    settings.blockSize = [200, 3000, 1 << 20][seed % 3]
    settings.windowSize = [64, 1000, 1 << 16][seed % 3]
    var (first, second) = (Diagnostics(), Diagnostics())
    let opening = try BlockReader.open(
      "facts.csv", MemoryStream(Array(text.utf8)), settings: settings, into: &first)
    guard case .table(let blocks) = opening else {
      Issue.record("not opened")
      return
    }
    let owners = BrokenOwners(blocks.header, key: 0, separator: ",")
    let (read, _) = FactTable.read(
      blocks, key: 0, owners, readers, threads: 3, progress: nil, into: &first)
    let found = try #require(read)
    let table = try #require(
      CSVReader.read(Array(text.utf8), path: "facts.csv", into: &second))
    let keys = (0..<table.rowCount).map { row -> String in
      if case .value(.string(let key), _) = CellReader(.string).read(table.cell(row, 0)) {
        key
      } else {
        ""
      }
    }
    let right = FactTable(table, key: 0, keys: keys, owners, readers, into: &second)
    #expect(found.keys.texts == right.keys.texts)
    #expect(found.keys.rows == right.keys.rows)
    for (index, declaration) in rubric.facts.enumerated() {
      for row in keys.indices {
        let (mine, theirs) = (found.columns[index][row], right.columns[index][row])
        #expect(
          Self.told(mine) == Self.told(theirs), "\(declaration.name), row \(row)")
      }
    }
    for row in keys.indices { #expect(found.line(of: row) == right.line(of: row)) }
    // Of cells that do not fit, a file in blocks tells the first hundred.
    let codes = Set(first.all.map(\.code))
    guard !codes.contains("further-unfitting-cells") else { return }
    #expect(Self.told(first) == Self.told(second))
  }

  private static func told(_ diagnostics: Diagnostics) -> [String] {
    diagnostics.all.map { "\($0.place?.description ?? "") \($0.code)" }.sorted()
  }

  /// With the places of what is missing.
  private static func told(_ value: Value) -> String {
    guard case .unknown(let unknown) = value else { return value.shortText }
    return "\(unknown.bounds) \(unknown.missing)"
  }

  private static func file(_ random: inout SeededNumbers) -> String {
    var text = "id,whole,hours,rate,kind,name,open,since,other\n"
    let isTame = random.flip(40)
    for row in 0..<Int.random(in: 1...120, using: &random) {
      let cells = [
        random.flip(3) ? "" : "S\(random.flip(5) ? 3 : row)",
        pick(["0", "7", "12", "300000", "-1", "1.5", ""], tame: 4, isTame, &random),
        pick(
          ["12.5", "7", "0.25", "", "1E3", "-3.125", "99999999999.99", "about 3", "１２"], tame: 4,
          isTame, &random),
        pick(["1", "0.5", "/", "none", "", "2.25", "x"], tame: 6, isTame, &random),
        pick(["town", "county", "city", "village", ""], tame: 3, isTame, &random),
        pick(["", "Änderung", "a \"\"b\"\"", "x, y", " z "], tame: 2, isTame, &random),
        pick(["true", "false", "是", "否", "perhaps", ""], tame: 4, isTame, &random),
        pick(["2024-02-29", "2023-12-31", "", "2023-02-30"], tame: 3, isTame, &random),
        pick(["1", ""], tame: 2, isTame, &random),
      ]
      let written = cells.map { $0.contains(",") || $0.contains("\"") ? "\"\($0)\"" : $0 }
      text += written.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func pick(
    _ texts: [String], tame: Int, _ isTame: Bool, _ random: inout SeededNumbers
  ) -> String {
    texts[Int.random(in: 0..<(isTame ? tame : texts.count), using: &random)]
  }
}
