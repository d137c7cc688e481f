import Diagnostics
import Foundation
import Hengxing
import Reports
import TestSupport
import Testing

/// Rounds in which one result is taken over by another, and results that lie before the round.
@Suite(.timed) struct TakenResultTests {
  static func source(_ id: String, facts: String = "", bar: String = "") -> String {
    """
    rubric: \(id)
    edition: "3"
    language: en
    title: Rubric \(id)
    subject: station
    facts:
      mark: {type: number, must be: "[0..100]"}
      young: {type: boolean, absent: false}
    \(facts)
    admission:
      - {id: young, when: young, status: too young, says: Too young}
    sections:
      - id: all
        title: All
        points: 100
        items:
          - id: mark
            title: Mark
            points: 100
            says: The mark.
            basis: {rule: illustrative, points: illustrative}
            score: {formula: mark, from: 0, to: 100}
    total: {round: {to: 0.1, mode: half up}, when closed: open}
    grades:
      - {id: good, title: good, at least: 80}
      - {id: pass, title: pass, at least: 60}
      - {id: fail, title: fail}
    """
  }

  static let ownScore =
    "{type: number, must be: \"[0..100]\", from: round, take: score, rubric: base}"
  static let ownGrade =
    "{type: string, one of: [good, pass, fail], from: round, take: grade, rubric: base}"

  static func joint(
    score: String = ownScore, grade: String = ownGrade
  ) -> String {
    """
    rubric: joint
    edition: "1"
    language: en
    title: Joint
    subject: station
    facts:
      their score: \(score)
      their grade: \(grade)
    sections:
      - id: all
        title: All
        points: 20
        items:
          - id: score
            title: Score
            points: 10
            says: By the score.
            basis: {rule: illustrative, points: illustrative}
            "null": 0
            score: {import: their score, full at: 90, zero at: 40, from: The base}
          - id: grade
            title: Grade
            points: 10
            says: By the grade.
            basis: {rule: illustrative, points: illustrative}
            "null": 0
            score: {import: their grade, scale: {good: 10, pass: 6, fail: 0}, from: The base}
    total: {round: {to: 0.1, mode: half up}, when closed: open}
    grades:
      - {id: good, title: good, at least: 16}
      - {id: fail, title: fail}
    """
  }

  /// The one that takes over stands first, so that the order of the file is not that of evaluation.
  static func files(
    _ subjects: [String] = ["{id: a, rubric: [joint, base], bundle: a}"],
    joint: String = joint(), base: String = source("base"), mark: String = "71"
  ) -> [String: String] {
    [
      "round.yaml": """
      round: r
      title: R
      language: en
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [joint.yaml, base.yaml]
      subjects:
      \(subjects.map { "  - \($0)" }.joined(separator: "\n"))
      """, "joint.yaml": joint, "base.yaml": base,
      "a/bundle.yaml": "subject: a\nfacts: {mark: \(mark)}\n",
      "b/bundle.yaml": "subject: b\nfacts: {mark: 90}\n",
    ]
  }

  @Test func theSubjectsOwnResultIsMadeFirst() throws {
    let (result, codes) = try TemporaryRound(Self.files()).run()
    #expect(codes == [])
    // 10 x (71 - 40) / (90 - 40) = 6.2, and 6 for a pass
    #expect(result.scores == ["a/joint": "12.2", "a/base": "71.0"])
  }

  @Test func theResultOfAPartyIsTaken() throws {
    let party = Self.joint(
      score: Self.ownScore.replacing("from: round", with: "from: operator"),
      grade: Self.ownGrade.replacing("from: round", with: "from: operator"))
    let (result, codes) = try TemporaryRound(
      Self.files(
        [
          "{id: a, rubric: joint, bundle: a, parties: {operator: b}}",
          "{id: b, rubric: base, bundle: b}",
        ], joint: party)
    ).run()
    #expect(codes == [])
    #expect(result.scores["a"] == "20.0")
  }

  @Test func theReportSaysWhereItComesFrom() throws {
    let (result, _) = try TemporaryRound(Self.files()).run()
    let report = try #require(result.reports.first { $0.folder == "a/joint" }?.report)
    #expect(report.relatives?.taken?.map(\.folder) == ["../../a/base"])
    #expect(report.relatives?.taken?.first?.verdict.score?.text == "71.0")
    let words = "the result of a in this round by `base`, edition 3"
    let lines = report.sections.flatMap(\.items).flatMap(\.derivation).map(\.label.en)
    #expect(lines.contains("`their score`: \(words)"))
    #expect(report.inputs.first { $0.name == "their grade" }?.notes.map(\.en) == [words])
    let english = TextReport.print(report, in: .en)
    #expect(english.contains("Results taken over"))
    #expect(HTMLPage.print(report, in: .zh).contains("href=\"../../a/base/report.zh.html\""))
    let explained = try #require(TextExplanation(report, in: .en).item("score"))
    #expect(explained.contains(words))
    var diagnostics = Diagnostics()
    let again = ReportJSON.read(
      SourceText(ReportJSON.print(report), path: "result.json"), into: &diagnostics)
    #expect(again?.relatives?.taken == report.relatives?.taken)
  }

  @Test func anOpenResultIsAnIntervalNotAGuess() throws {
    let (result, _) = try TemporaryRound(Self.files(mark: "null")).run(mode: "self")
    let report = try #require(result.reports.first { $0.folder == "a/joint" }?.report)
    #expect(report.verdict.score?.text == "0.0 – 20.0")
    #expect(report.missing.map(\.name) == ["their score", "their grade"])
  }

  @Test func anOpenGradeIsWorthWhatItCanStillBe() throws {
    var files = Self.files(
      base: Self.source("base").replacing("formula: mark", with: "formula: 60 + 0.4 * mark"))
    files["a/bundle.yaml"] = "subject: a\nfacts: {mark: null}\n"
    let (result, _) = try TemporaryRound(files).run(mode: "self")
    // 60 to 100: good or pass, never fail.
    #expect(result.item("grade", of: "a/joint")?.earned?.text == "6 – 10")
    #expect(result.item("score", of: "a/joint")?.earned?.text == "4 – 10")
  }

  @Test func whatEvidenceStillBringsOnlyNarrowsWhatIsTaken() throws {
    let marks = ["0", "39.9", "60", "71", "80", "100"]
    func range(_ mark: String, _ young: String, mode: String) throws -> Report.Amount? {
      var files = Self.files(base: Self.source("base").replacing("absent: false", with: "title: Y"))
      files["a/bundle.yaml"] = "subject: a\nfacts: {mark: \(mark), young: \(young)}\n"
      return try TemporaryRound(files).run(mode: mode).result.reports
        .first { $0.folder == "a/joint" }?.report.verdict.score
    }
    let widest = try #require(try range("null", "null", mode: "self"))
    for young in ["true", "false"] {
      let wide = try #require(try range("null", young, mode: "self"))
      #expect(widest.low <= wide.low && wide.high <= widest.high)
      for mark in marks {
        let narrow = try #require(try range(mark, young, mode: "self"))
        #expect(wide.low <= narrow.low && narrow.high <= wide.high, "\(mark) \(young)")
      }
    }
  }

  @Test func aPolicyMayLookAtResultsToo() throws {
    var files = Self.files(
      [
        "{id: a, rubric: base, bundle: a, parties: {operator: b}, history: [{grade: fail}]}",
        "{id: b, rubric: base, bundle: b}",
      ])
    files["policy.yaml"] = """
      policy: p
      edition: "1"
      language: en
      title: Policy
      applies to: [base]
      facts:
        last: {type: string, one of: [good, pass, fail], from: history, take: grade}
        theirs: {type: string, one of: [good, pass, fail], from: operator, take: grade, rubric: base}
      actions:
        - {id: renew, title: Renew}
        - {id: wait, title: Wait}
      decide:
        hit policy: first
        inputs: [last, theirs]
        output: string
        rules:
          - {when: ['"fail"', '"good"'], then: '"renew"'}
        default: '"wait"'
      """
    files["round.yaml"] = files["round.yaml"]?.replacing(
      "subjects:", with: "policies: [policy.yaml]\nsubjects:")
    let (result, _) = try TemporaryRound(files).run()
    let report = try #require(result.reports.first { $0.folder == "a" }?.report)
    #expect(report.decision?.actions.map(\.id) == ["renew"])
  }

  @Test func aClosedRoundDoesNotGuessEither() throws {
    let (result, _) = try TemporaryRound(Self.files(mark: "null")).run()
    let report = try #require(result.reports.first { $0.folder == "a/joint" }?.report)
    #expect(report.verdict.status == .open)
  }

  @Test func whoeverWasNotAdmittedHasNoResult() throws {
    var files = Self.files()
    files["a/bundle.yaml"] = "subject: a\nfacts: {mark: 71, young: true}\n"
    let (open, _) = try TemporaryRound(files).run()
    #expect(open.item("score", of: "a/joint")?.earned?.text == "0 – 10")
    let absent = ", absent: \"null\"}"
    files["joint.yaml"] = Self.joint(
      score: Self.ownScore.dropLast() + absent, grade: Self.ownGrade.dropLast() + absent)
    let (told, _) = try TemporaryRound(files).run()
    #expect(told.scores["a/joint"] == "0.0")
  }

  @Test func whatMayNotBeAdmittedIsOpenWithinWhatIsDeclared() throws {
    let files = Self.files(base: Self.source("base").replacing("absent: false", with: "title: Y"))
    let (result, _) = try TemporaryRound(files).run(mode: "self")
    #expect(result.scores["a/joint"] == "0.0 – 20.0")
  }

  @Test func aBundleThatNeverCameLeavesTheOtherOpen() throws {
    let party = Self.joint(
      score: Self.ownScore.replacing("from: round", with: "from: operator"),
      grade: Self.ownGrade.replacing("from: round", with: "from: operator"))
    let (result, _) = try TemporaryRound(
      Self.files(
        [
          "{id: a, rubric: joint, bundle: a, parties: {operator: c}}",
          "{id: c, rubric: base, bundle: c}",
        ], joint: party)
    ).run()
    let report = try #require(result.reports.first { $0.folder == "a" }?.report)
    #expect(report.verdict.status == .open)
  }

  static let faults: [(String, [String], String)] = [
    (
      "unknown-result-rubric", ["{id: a, rubric: [joint, base], bundle: a}"],
      joint(score: ownScore.replacing("rubric: base", with: "rubric: basis"))
    ),
    (
      "grades-undeclared", ["{id: a, rubric: [joint, base], bundle: a}"],
      joint(grade: ownGrade.replacing("[good, pass, fail]", with: "[good, pass]"))
        .replacing(", fail: 0}", with: "}")
    ),
    (
      "grade-of-another", ["{id: a, rubric: [joint, base], bundle: a}"],
      joint(grade: ownGrade.replacing("pass, fail]", with: "pass, fail, worst]"))
        .replacing("fail: 0}", with: "fail: 0, worst: 0}")
    ),
    ("result-not-made", ["{id: a, rubric: joint, bundle: a}"], joint()),
    (
      "party-missing", ["{id: a, rubric: [joint, base], bundle: a}"],
      joint(score: ownScore.replacing("from: round", with: "from: operator"))
    ),
  ]

  @Test(arguments: faults)
  func whatCannotBeTakenIsToldAtItsPlace(
    code: String, subjects: [String], joint: String
  ) throws {
    let round = try TemporaryRound(Self.files(subjects, joint: joint))
    let inspected = round.inspected.filter { $0.code == code }
    #expect(inspected.count == 1)
    #expect(inspected.first?.place != nil)
    #expect(inspected.first?.help != nil)
    let (result, codes) = try round.run()
    #expect(codes.contains(code))
    let report = try #require(
      result.reports.first { $0.report.rubric.id == "joint" }?.report)
    #expect(report.verdict.status == .open || code.hasPrefix("grade"))
  }

  @Test func twoEditionsOfOneRubricGiveNoResult() throws {
    var files = Self.files(["{id: a, rubric: [joint, base@3, base@4], bundle: a}"])
    files["base-4.yaml"] = Self.source("base").replacing("edition: \"3\"", with: "edition: \"4\"")
    files["round.yaml"] = files["round.yaml"]?.replacing(
      "base.yaml]", with: "base.yaml, base-4.yaml]")
    let (result, _) = try TemporaryRound(files).run()
    let report = try #require(result.reports.first { $0.folder == "a/joint" }?.report)
    #expect(report.verdict.status == .open)
    #expect(report.notices.contains { $0.code == "several-results" })
  }

  @Test func aResultOutsideWhatIsDeclaredIsUnreadable() throws {
    let narrow = Self.joint(score: Self.ownScore.replacing("[0..100]", with: "[0..50]"))
    let (result, _) = try TemporaryRound(Self.files(joint: narrow)).run()
    let report = try #require(result.reports.first { $0.folder == "a/joint" }?.report)
    #expect(report.notices.contains { $0.code == "unfitting-result" })
    #expect(report.verdict.status == .open)
  }

  @Test func rubricsThatTakeEachOthersResultAreACircleWithAPlace() throws {
    let circular = Self.source(
      "base",
      facts:
        "  back: {type: number, from: round, take: score, rubric: joint}"
    ).replacing("formula: mark", with: "formula: mark - back")
    let round = try TemporaryRound(Self.files(base: circular))
    let told = try #require(round.inspected.first { $0.code == "result-cycle" })
    #expect(told.place?.description.contains("joint.yaml:7") == true)
    #expect(told.headline.en.contains("`a/joint` → `a/base` → `a/joint`"))
    let (result, codes) = try round.run()
    #expect(codes.contains("result-cycle"))
    for filed in result.reports { #expect(filed.report.verdict.status == .open) }
    // Without any round the two files say it too.
    var inspection = Inspection()
    inspection.inspect(round.file("joint.yaml"))
    inspection.inspect(round.file("base.yaml"))
    inspection.finish()
    let alone = try #require(inspection.diagnostics.all.first { $0.code == "result-cycle" })
    #expect(alone.headline.en.contains("`joint` → `base` → `joint`"))
  }

  @Test func aCircleLeavesTheOthersAsTheyAre() throws {
    let party = "{type: number, must be: \"[0..100]\", from: peer, take: score, rubric: joint}"
    let files = Self.files(
      [
        "{id: a, rubric: joint, bundle: a, parties: {peer: b}}",
        "{id: b, rubric: joint, bundle: b, parties: {peer: a}}",
        "{id: c, rubric: base, bundle: c}",
      ],
      joint: Self.joint(
        score: party,
        grade: "{type: string, one of: [good, fail], from: peer, take: grade, rubric: joint}"
      ).replacing("good: 10, pass: 6", with: "good: 10"))
    var whole = files
    whole["c/bundle.yaml"] = "subject: c\nfacts: {mark: 64}\n"
    let (result, codes) = try TemporaryRound(whole).run()
    #expect(codes.filter { $0 == "result-cycle" }.count == 1)
    #expect(result.scores["c"] == "64.0")
  }

  @Test func theOrderOfSubjectsChangesNoReport() throws {
    let party = Self.joint(
      score: Self.ownScore.replacing("from: round", with: "from: operator"))
    let subjects = [
      "{id: a, rubric: [joint, base], bundle: a, parties: {operator: b}}",
      "{id: b, rubric: base, bundle: b}",
    ]
    func bytes(_ subjects: [String]) throws -> [String: String] {
      let (result, _) = try TemporaryRound(Self.files(subjects, joint: party)).run()
      return Dictionary(
        uniqueKeysWithValues: result.reports.map { ($0.folder, ReportJSON.print($0.report)) })
    }
    #expect(try bytes(subjects) == bytes(subjects.reversed()))
  }
}
