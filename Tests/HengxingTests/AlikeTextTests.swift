import Diagnostics
import Hengxing
import Reports
import TestSupport
import Testing

/// In a bundle both places are told, and completing the evidence only narrows.
@Suite(.timed) struct AlikeTextsOfBundlesTests {
  private static func rubric(_ asked: String, column: String = "") -> String {
    """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    tables:
      走访:
        姓名: {type: string, private: true\(column)}
        备注: {type: string}
    define:
      noted: count(走访[备注 = "x"])
    sections:
      - id: s
        title: S
        points: 10
        items:
          - id: people
            title: People
            points: 10
            says: A point for everybody.
            basis: {rule: illustrative, points: illustrative}
            score: {formula: '\(asked) + 0 * noted', from: 0, to: 10}
    total: {round: {to: 1, mode: half up}, when closed: open}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """
  }

  private func found(
    _ rows: String, _ asked: String = "count(distinct values(走访.姓名))", column: String = "",
    more: [String: String] = [:]
  ) throws -> (told: [Diagnostic], score: String?) {
    let round = try TemporaryRound(
      of: Self.rubric(asked, column: column), tables: ["走访": "姓名,备注\n" + rows], more: more)
    var diagnostics = Diagnostics()
    let result = try #require(Pipeline.run(round.path, .init(engine: "test"), into: &diagnostics))
    #expect(round.inspected.map(\.code) == (diagnostics.all + result.evidence).map(\.code))
    return (diagnostics.all + result.evidence, result.scores["a"])
  }

  @Test func bothPlacesAreTold() throws {
    let (told, score) = try found("李娜,x\n张三,y\n李 娜,x\n")
    #expect(score == "2 – 3")
    #expect(told.map(\.code) == ["texts-alike"])
    #expect(told.first?.severity == .warning)
    #expect(told.first?.place?.description.contains("走访.csv:4") == true)
    #expect(told.first?.notes.first?.en.contains("走访.csv:2") == true)
    #expect(told.first?.headline.en.contains("李") == false)
    let narrowed = try [found("李娜,x\n张三,y\n李娜,x\n"), found("李娜,x\n张三,y\n李楠,x\n")]
    #expect(narrowed.map(\.score) == ["2", "3"])
    #expect(narrowed.flatMap(\.told).isEmpty)
  }

  @Test func nobodyIsToldOfTextsThatNothingTellsApart() throws {
    let (told, score) = try found("李娜,已 完成\n张三,已完成\n")
    #expect(told.isEmpty)
    #expect(score == "2")
  }

  @Test func aDeclarationDecides() throws {
    for (same, count) in [("[space]", "1"), ("[]", "2")] {
      let (told, score) = try found("李娜,x\n李 娜,x\n", column: ", same: \(same)")
      #expect(told.isEmpty)
      #expect(score == count)
    }
  }

  @Test(arguments: [
    "count(distinct values(走访[备注 = \"x\"].姓名))",
    "if count(distinct values(走访.姓名)) >= 2 then 5 else 1",
  ])
  func whatRestsOnTheCountIsOpen(asked: String) throws {
    let score = try found("李娜,x\n李 娜,x\n", asked).score
    #expect(score == (asked.hasPrefix("if") ? "1 – 5" : "1 – 2"))
  }

  @Test func assessorsAreCountedTheSameWay() throws {
    func paper(_ by: String) -> String {
      "by: \(by)\nrole: expert\ndate: 2024-12-01\nmarks: {}\n"
    }
    let (_, score) = try found(
      "李娜,x\n", "count(distinct values(judgements.by))",
      more: ["a/judgements/1.yaml": paper("李 娜"), "a/judgements/2.yaml": paper("李娜")])
    #expect(score == "1 – 2")
  }

  /// What was not counted stands beside what was.
  @Test func derivationsNameRowsThatAreNoRecords() throws {
    let round = try TemporaryRound(
      of: Self.rubric("count(走访)"), bundle: "rows: {走访.csv: {no records: [3]}}",
      tables: ["走访": "姓名,备注\n李娜,x\n张三,y\n,\n"])
    let result = try round.run().result
    let rows = try #require(
      result.item("people", of: "a")?.derivation.flatMap(\.rows).first { $0.filter == nil })
    #expect(rows.lines == "2")
    #expect(rows.leftOut == "3")
  }
}

/// Closing a file decides nothing of texts that may be one, or of a column that is there twice.
@Suite(.timed) struct ColumnsInDoubtTests {
  private static let rubric = """
    rubric: small
    edition: "1"
    language: en
    title: Small
    subject: station
    tables:
      月度: {月份: {type: string}, 人数: {type: number}}
    sections:
      - id: s
        title: S
        points: 10
        items:
          - {id: n, title: N, points: 10, says: s, basis: {rule: illustrative, points: illustrative}, score: {formula: "count(distinct values(月度.月份))", from: 0, to: 10}}
    total: {round: {to: 1, mode: half up}, when closed: zero}
    grades: [{id: good, title: Good, at least: 8}, {id: poor, title: Poor}]

    """

  private func found(
    _ formula: String, _ table: String
  ) throws -> (codes: [String], score: String?) {
    let round = try TemporaryRound(
      of: Self.rubric.replacing("count(distinct values(月度.月份))", with: formula),
      tables: ["月度": table])
    var diagnostics = Diagnostics()
    let result = try #require(Pipeline.run(round.path, .init(engine: "test"), into: &diagnostics))
    return ((diagnostics.all + result.evidence).map(\.code), result.scores["a"])
  }

  @Test func textsThatMayBeOneStayAnInterval() throws {
    let (codes, score) = try found(
      "count(distinct values(月度.月份))", "月份,人数\n一月,1\n二月,2\n一 月,3\n")
    #expect(codes == ["texts-alike"])
    #expect(score == "2 – 3")
  }

  @Test func aColumnThatStandsTwiceIsUnknown() throws {
    let (codes, score) = try found(
      "count(月度[人数 >= 2])", "月份,人数,备注,人数\n一月,1,x,9\n二月,2,x,9\n")
    #expect(codes.contains("duplicate-header"))
    #expect(codes.contains("column-twice"))
    #expect(score == "0 – 2")
  }
}
