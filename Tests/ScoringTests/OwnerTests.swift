import Diagnostics
import FEEL
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Rows that do not say whose they are: nobody's result rests on them, nor on their absence.
@Suite(.timed) struct OwnerTests {
  private static func rubric(_ fillDown: String = "", from: String = "") -> String {
    """
    rubric: owners
    edition: "1"
    language: en
    title: Owners
    subject: {kind: station, key: 单位}
    facts:
      rooms: {type: number}
    tables:
      faults:
        \(from)
        \(fillDown)
        columns:
          reason: {type: string}
          town: {type: string, absent: "null"}
      visits:
        people: {type: number}
    define:
      fault count: count(faults)
      kinds: count(distinct values(faults.reason))
      visit count: count(visits)
    sections:
    - id: all
      title: All
      points: 10
      items:
      - id: room
        title: Rooms
        points: 2
        says: a room
        basis: {rule: illustrative, points: illustrative}
        score: {check: rooms >= 1}
      - id: clean
        title: Clean
        points: 6
        says: two points for each fault
        basis: {rule: illustrative, points: illustrative}
        score: {lose: fault count, step: {every: 1, points: 2, units: full}, floor: 0}
      - id: busy
        title: Busy
        points: 2
        says: two visits
        basis: {rule: illustrative, points: illustrative}
        score: {check: visit count >= 2}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades:
    - {id: good, title: Good, stars: 2, at least: 8}
    - {id: poor, title: Poor}
    """
  }

  private static let facts = "单位,rooms\n甲站,1\n乙站,1\nC1,1\n"
  private static let visits = "单位,people\n" + "甲站,3\n乙站,3\nC1,1\n".repeated(2)

  private struct Outcome {
    /// By subject: the cells of its line.
    var lines: [String: [String]] = [:]
    var codes: [String] = []
    var messages: [String] = []

    func range(of subject: String) -> [String] { lines[subject].map { Array($0[2...3]) } ?? [] }
    func clean(of subject: String) -> String { lines[subject]?[8] ?? "?" }
  }

  private static func rubric(_ text: String) throws -> Rubric {
    var diagnostics = Diagnostics()
    return try #require(
      Rubric.read(SourceText(text, path: "owners.yaml"), digest: "", into: &diagnostics),
      "\(diagnostics.all.map { $0.headline.en })")
  }

  private static func score(
    _ faults: String, _ rubricText: String = rubric(), facts: String? = facts, fuses: Bool = true,
    threads: Int = 2, inOldLetters: Bool = false, mode: ScoringMode = .final
  ) throws -> Outcome {
    var diagnostics = Diagnostics()
    let reader = try #require(
      PortfolioReader(try rubric(rubricText), key: nil, into: &diagnostics))
    var reading = PortfolioReader.Options()
    (reading.fuses, reading.threads) = (fuses, threads)
    var bytes = Array(faults.utf8)
    if inOldLetters { bytes = try #require(Letters.old(faults)) }
    let portfolio = try #require(
      reader.read(
        facts: facts.map { PortfolioFile("facts.csv", bytes: Array($0.utf8)) },
        tables: [
          ("faults", PortfolioFile("faults.csv", bytes: bytes)),
          ("visits", PortfolioFile("visits.csv", bytes: Array(visits.utf8))),
        ], reading, into: &diagnostics))
    var options = Portfolio.Options()
    (options.mode, options.fuses) = (mode, fuses)
    (options.withItems, options.withFigures) = (true, true)
    var outcome = Outcome()
    for line in portfolio.score(options).text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      outcome.lines[cells[0]] = cells
    }
    outcome.codes = diagnostics.all.map(\.code)
    outcome.messages = diagnostics.all.map {
      "\($0.place?.description ?? "") \($0.code) \($0.headline.en) \($0.notes.map(\.en))"
    }
    return outcome
  }

  /// In every way in which rows are read, which must all say the same.
  private static func scoreInAllWays(
    _ faults: String, _ rubricText: String = rubric(), mode: ScoringMode = .final
  ) throws -> Outcome {
    let first = try score(faults, rubricText, mode: mode)
    let others = [
      try score(faults, rubricText, fuses: false, mode: mode),
      try score(faults, rubricText, threads: 1, mode: mode),
      try score(faults, rubricText, inOldLetters: true, mode: mode),
      // Quotes take the careful way.
      try score(faults.replacing("甲站,", with: "\"甲站\","), rubricText, mode: mode),
    ]
    for other in others {
      #expect(other.lines == first.lines)
      #expect(other.messages == first.messages)
    }
    return first
  }

  static let noNames = [
    "", " ", "　", "同上", " 同　上", "〃", "”", "″", "-", "——", "/", "…", "无", "ditto",
  ]

  @Test(arguments: noNames, [ScoringMode.final, .selfAssessment])
  func whatIsToldOfSuchATableIsCertainOfNobody(key: String, mode: ScoringMode) throws {
    let outcome = try Self.scoreInAllWays(
      "单位,reason,town\n甲站,a,\n\(key),b,\n\(key),c,\n乙站,d,\n", mode: mode)
    for subject in ["甲站", "乙站", "C1"] {
      #expect(outcome.range(of: subject) == ["4", "10"])
      #expect(outcome.clean(of: subject) == "")
      #expect(outcome.lines[subject]?[6] == "open")
    }
    #expect(outcome.codes == ["owners-unknown"])
    #expect(outcome.messages[0].hasPrefix("faults.csv:3 (单位)"))
    #expect(outcome.messages[0].contains("2 rows: line 3, 4"))
  }

  @Test(arguments: ["", "-", "东镇"])
  func aRowWhoseCellsAreBlankIsNone(key: String) throws {
    let outcome = try Self.score("单位,reason,town\n甲站,a,\n\(key),,\n\(key),/,—\n")
    #expect(outcome.clean(of: "甲站") == "4")
    #expect(outcome.clean(of: "乙站") == "6")
    #expect(!outcome.codes.contains("owners-unknown"))
  }

  /// `town` is looked at by nobody, and a row that says it is a row.
  @Test func aCellThatNobodyLooksAtMakesARow() throws {
    let outcome = try Self.scoreInAllWays("单位,reason,town\n甲站,a,\n,,东镇\n")
    #expect(outcome.clean(of: "甲站") == "")
    #expect(outcome.codes == ["owners-unknown"])
  }

  @Test(arguments: ["甲  站", "甲　站", "甲\u{00A0}站", "甲\u{200B}站"])
  func aKeyThatOnlyDiffersInBlanksIsMergedWithNone(key: String) throws {
    let outcome = try Self.scoreInAllWays("单位,reason,town\n甲站,a,\n\(key),b,\n乙站,d,\n")
    #expect(outcome.range(of: "甲站") == ["4", "10"])
    #expect(outcome.range(of: "乙站") == ["8", "8"])
    #expect(outcome.codes == ["keys-alike"])
    #expect(outcome.messages[0].hasPrefix("faults.csv:3 (单位)"))
    #expect(outcome.messages[0].contains("facts.csv:2 (单位)"))
  }

  @Test(arguments: ["c1", "Ｃ１", "Ｃ 1"])
  func norIsOneThatDiffersInWidthOrCase(key: String) throws {
    let outcome = try Self.scoreInAllWays("单位,reason,town\nC1,a,\n\(key),b,\n")
    #expect(outcome.range(of: "C1") == ["4", "10"])
    #expect(outcome.range(of: "甲站") == ["10", "10"])
    #expect(outcome.codes == ["keys-alike"])
  }

  @Test func aKeyThatTheFactsLackIsAStranger() throws {
    let outcome = try Self.scoreInAllWays("单位,reason,town\n甲站（某街道）,a,\n丁站,b,\n")
    #expect(outcome.range(of: "甲站") == ["10", "10"])
    #expect(outcome.codes == ["unknown-key-of-rows", "unknown-key-of-rows"])
  }

  /// They are no further line of the header, wherever they stand.
  @Test(arguments: ["（同上）", "[同上]", "同上。", "【同上】"])
  func aSignInBracketsMayBeAnybodys(key: String) throws {
    let outcome = try Self.scoreInAllWays("单位,reason,town\n甲站,a,\n乙站,d,\n\(key),b,\n")
    #expect(outcome.clean(of: "甲站") == "")
    #expect(outcome.clean(of: "乙站") == "")
    #expect(outcome.codes == ["owners-unknown"])
  }

  @Test(arguments: ["【丙站】", "[丙站]", "（丙站）"])
  func aNameInBracketsIsNoLineOfTheHeader(key: String) throws {
    let outcome = try Self.scoreInAllWays("单位,reason,town\n甲站,a,\n\(key),b,\n")
    #expect(outcome.codes == ["unknown-key-of-rows"])
  }

  @Test(arguments: ["", "同上", "〃", "”"])
  func whereItIsDeclaredABlankKeyIsTheOneAbove(key: String) throws {
    let outcome = try Self.scoreInAllWays(
      "单位,reason,town\n甲站,a,\n\(key),b,\n\(key),c,\n乙站,d,\n", Self.rubric("fill down: true"))
    #expect(outcome.clean(of: "甲站") == "0")
    #expect(outcome.clean(of: "乙站") == "4")
    #expect(outcome.codes.isEmpty)
  }

  @Test func aDashOrABlankOnTopIsNotFilled() throws {
    for rows in ["甲站,a,\n-,b,\n", ",a,\n甲站,b,\n"] {
      let outcome = try Self.scoreInAllWays(
        "单位,reason,town\n" + rows, Self.rubric("fill down: true"))
      #expect(outcome.clean(of: "甲站") == "")
      #expect(outcome.codes == ["owners-unknown"])
    }
  }

  @Test func columnsAreFilledDownByTheirNames() throws {
    let outcome = try Self.scoreInAllWays(
      "单位,reason,town\n甲站,a,\n甲站,,x\n甲站,同上,x\n乙站,,\n",
      Self.rubric("fill down: [单位, reason]"))
    #expect(outcome.lines["甲站"]?.suffix(3) == ["3", "1", "2"])
    // What stands above it is another's.
    #expect(outcome.lines["乙站"]?.suffix(3) == ["1", "1", "2"])
  }

  /// What stands below the records of the last subject is not its own, and what stands among them ends nothing.
  @Test(arguments: ["注：以上均已查实", "填表人：李四", "第1页，共2页"])
  func aNoteBelowIsNotTheLastSubjects(note: String) throws {
    let rows = "单位,reason,town\n甲站,a,\n,b,\n乙站,d,\n"
    let without = try Self.scoreInAllWays(rows, Self.rubric("fill down: true"))
    let outcome = try Self.scoreInAllWays(rows + ",\(note),\n", Self.rubric("fill down: true"))
    // It may be a record of nobody knows whom; it is surely not one of 乙站.
    #expect(outcome.clean(of: "乙站") == "" || outcome.lines["乙站"] == without.lines["乙站"])
    #expect(!outcome.codes.isEmpty)
  }

  @Test func recordsGoOnBehindAHeaderThatIsThereAgain() throws {
    let outcome = try Self.scoreInAllWays(
      "单位,reason,town\n甲站,a,\n单位,reason,town\n,b,\n乙站,d,\n", Self.rubric("fill down: true"))
    let plain = try Self.scoreInAllWays(
      "单位,reason,town\n甲站,a,\n甲站,b,\n乙站,d,\n", Self.rubric("fill down: true"))
    #expect(outcome.lines["甲站"] == plain.lines["甲站"])
    #expect(outcome.lines["乙站"] == plain.lines["乙站"])
  }

  @Test func aRowOfAFormLeftBlankIsNobodys() throws {
    let rubric: String = Self.rubric("fill down: [单位, reason]")
    let plain = try Self.scoreInAllWays("单位,reason,town\n甲站,a,x\n乙站,d,y\n", rubric)
    let outcome = try Self.scoreInAllWays("单位,reason,town\n甲站,a,x\n乙站,d,y\n,,\n,,\n", rubric)
    #expect(outcome.lines["甲站"] == plain.lines["甲站"])
    #expect(outcome.lines["乙站"] == plain.lines["乙站"])
  }

  @Test func withoutFactsASignIsNoSubject() throws {
    let outcome = try Self.score(
      "单位,reason,town\n甲站,a,\n同上,b,\n—,c,\n", facts: nil)
    #expect(outcome.lines.keys.sorted() == ["C1", "乙站", "甲站"])
    #expect(outcome.clean(of: "乙站") == "")
  }

  @Test func aNameThatIsASubjectsIsTakenAsItStands() throws {
    let outcome = try Self.score(
      "单位,reason,town\n无,a,\nNA,b,\n", facts: "单位,rooms\n无,1\nNA,1\n")
    #expect(outcome.clean(of: "无") == "4")
    #expect(outcome.clean(of: "NA") == "4")
    #expect(outcome.codes == ["unknown-key-of-rows", "unknown-key-of-rows", "unknown-key-of-rows"])
  }

  /// As many keys as a wrong column has: told in one sentence, whatever the number of threads.
  @Test func veryManyStrangersAreToldAtOnce() throws {
    let rows = (0..<70_000).map { "x\($0),a,\n" }.joined()
    let outcome = try Self.score("单位,reason,town\n" + rows)
    #expect(outcome.codes == ["many-unknown-keys"])
    #expect(outcome.range(of: "甲站") == ["10", "10"])
  }

  // MARK: parties

  private static func faultCount(
    _ rows: [[String]], _ fillDown: String = "", title: String = "jia",
    among everybody: Set<String> = []
  ) throws -> (Value, codes: [String]) {
    let rubric = try rubric(rubric(fillDown, from: "from: town"))
    var town = EvidenceSource()
    town.tables[HeaderName("faults.csv")] = WrittenTable(
      file: "faults.csv", header: ["subject", "reason", "town"], rows: rows,
      lines: rows.indices.map { $0 + 2 })
    var setting = EvidenceSetting(subject: EvaluatedSubject(id: "jia", title: Wording(title)))
    setting.parties["town"] = town
    setting.everybody = everybody
    var slots = EvidenceReader(rubric).read(EvidenceSource(), in: setting)
    guard case .expression(let plan) = rubric.figures[0].value else {
      throw CocoaError(.featureUnsupported)
    }
    let value = plan.run(slots.slots)
    let codes = slots.diagnostics.all.map(\.code)
    slots.slots = []
    return (value, codes)
  }

  @Test(arguments: noNames) func aPartysRowWithoutAKeyMayBeOurs(key: String) throws {
    let (value, codes) = try Self.faultCount([["jia", "a", ""], [key, "b", ""], ["yi", "c", ""]])
    guard case .unknown(let unknown) = value else {
      Issue.record("\(value) is certain")
      return
    }
    #expect(unknown.bounds.interval?.low == Number(1))
    #expect(unknown.bounds.interval?.high == Number(2))
    #expect(unknown.missing.map(\.cause) == [.noOwner])
    #expect(codes == ["owners-unknown"])
  }

  @Test func aPartysKeyInAnotherSpellingMayBeOurs() throws {
    for key in ["JIA", "ｊｉａ", "ji a"] {
      let (value, codes) = try Self.faultCount([["jia", "a", ""], [key, "b", ""]])
      if case .unknown = value {} else { Issue.record("\(value) is certain") }
      #expect(codes == ["keys-alike"])
    }
  }

  @Test func aPartysRowsAreFilledDownWhereItIsDeclared() throws {
    let rows = [
      ["jia", "a", ""], ["", "b", ""], ["同上", "c", ""], ["yi", "d", ""], ["", "e", ""],
    ]
    let (value, codes) = try Self.faultCount(rows, "fill down: true")
    if case .number(let count) = value {
      #expect(count == Number(3))
    } else {
      Issue.record("\(value)")
    }
    #expect(codes.isEmpty)
  }

  @Test func aPartysLineThatIsNoRecordIsNamed() throws {
    let rubric = try Self.rubric(Self.rubric(from: "from: town"))
    var town = EvidenceSource()
    town.tables[HeaderName("faults.csv")] = WrittenTable(
      file: "faults.csv", header: ["subject", "reason", "town"],
      rows: [["jia", "a", "东镇"], ["subject", "reason", "town"], ["yi", "c", "西镇"]],
      lines: [2, 3, 4])
    var setting = EvidenceSetting(subject: EvaluatedSubject(id: "jia"))
    setting.parties["town"] = town
    let evidence = EvidenceReader(rubric).read(EvidenceSource(), in: setting)
    let slot = try #require(rubric.index(of: .table(0)))
    guard case .list(.rows(let selection)) = evidence.slots[slot] else {
      throw CocoaError(.featureUnsupported)
    }
    #expect(selection.table.lines == [2])
    #expect(selection.table.leftOut == [3])
  }

  @Test func aTitleWhereTheIdShouldStandLeavesThoseRowsOpen() throws {
    let (value, codes) = try Self.faultCount(
      [["甲站", "a", ""], ["yi", "b", ""]], title: "甲站", among: ["jia", "甲站", "yi", "乙站"])
    if case .number(let count) = value { Issue.record("sure of \(count)") }
    #expect(codes == ["key-is-title"])
  }

  @Test func rowsAboutNobodyOfTheRoundAreTold() throws {
    let (value, codes) = try Self.faultCount(
      [["jia", "a", ""], ["全部", "b", ""], ["全部", "c", ""]], among: ["jia", "yi"])
    if case .number(let count) = value { #expect(count == Number(1)) }
    #expect(codes == ["rows-of-no-subject"])
  }

  @Test func aPartysRowThatSaysNothingIsNone() throws {
    let (value, codes) = try Self.faultCount([["jia", "a", ""], ["", "", "/"], ["东镇", "", ""]])
    if case .number(let count) = value {
      #expect(count == Number(1))
    } else {
      Issue.record("\(value)")
    }
    #expect(Set(codes) == ["rows-without-content"])
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}

/// Texts in the encoding of older files.
enum Letters {
  /// GB 18030.
  static func old(_ text: String) -> [UInt8]? {
    text.data(using: String.Encoding(rawValue: 0x8000_0632)).map(Array.init)
  }
}
