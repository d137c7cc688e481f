import Diagnostics
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Hengxing

/// Lists of subjects that were reported, from outside the project: what each subject comes to.
@Suite(.timed, .enabled(if: Places.shared != nil, "the folder of outside material is absent"))
struct ReportedScoresTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let folder: String
    let facts: String
    var rubric = "rubric.yaml"
    var mode = ScoringMode.final
    let scores: [String: String]

    var testDescription: String { "\(folder) \(facts) \(rubric)" }
  }

  static let cases = [
    Case(
      folder: "20-letter-boundaries", facts: "facts.csv",
      scores: [
        "at": "90", "just-up": "90", "just-down": "89.99", "at-b": "83.5", "below-b": "83.49",
        "float": "1.01",
      ]),
    Case(
      folder: "21-excluded-extra-credit", facts: "facts.csv",
      scores: [
        "full": "100", "boundary": "89.99", "hwonly": "80", "exonly": "85", "none": "",
        "none-extra": "", "blankhw": "85", "blankboth": "", "blankboth-extra": "", "over": "105",
      ]),
    Case(
      folder: "22-blank-is-not-zero", facts: "facts.csv", rubric: "rubric-zero.yaml",
      scores: ["blank": "45", "zero": "45", "both-blank": "0"]),
    Case(
      folder: "22-blank-is-not-zero", facts: "facts.csv", rubric: "rubric-drop.yaml",
      scores: ["blank": "90", "zero": "45", "both-blank": ""]),
    Case(
      folder: "22-blank-is-not-zero", facts: "facts.csv", rubric: "rubric-open.yaml",
      scores: ["blank": "45-95", "zero": "45", "both-blank": "0-100"]),
    Case(
      folder: "24-not-applicable-policies", facts: "facts.csv", rubric: "rubric-drop.yaml",
      mode: .selfAssessment,
      scores: ["na-good": "100", "na-bad": "0", "applies": "60", "blank-na": "60-100"]),
    Case(
      folder: "24-not-applicable-policies", facts: "facts.csv", rubric: "rubric-full.yaml",
      mode: .selfAssessment,
      scores: ["na-good": "100", "na-bad": "40", "applies": "60", "blank-na": "60-100"]),
  ]

  @Test(arguments: cases)
  func everySubjectComesToWhatItShould(scoreCase: Case) throws {
    let outcome = try ReportedFiles(scoreCase.folder).batch(
      facts: scoreCase.facts, rubric: scoreCase.rubric, mode: scoreCase.mode)
    #expect(outcome.scores == scoreCase.scores)
  }

  @Test func everyScaleIsReadByItsDeclaration() throws {
    let outcome = try ReportedFiles("11-scale-in-cell-and-unit").batch(facts: "facts.csv")
    #expect(outcome.scores.count >= 9)
    for (subject, score) in outcome.scores { #expect(score == "100", "\(subject)") }
  }

  /// Three ledger rows of one station, whose name stands over them once.
  @Test(arguments: [ScoringMode.selfAssessment, .final])
  func aRowWithoutItsStationIsCertainOfNobody(mode: ScoringMode) throws {
    let files = try ReportedFiles("09-merged-key")
    for variant in try files.names(in: "variants") {
      let outcome = files.batch(
        facts: "facts.csv", tables: ["违规记录": "variants/\(variant)", "服务记录": "服务记录.csv"],
        mode: mode)
      let others = variant == "control.csv" || variant == "spelling.csv" ? "100" : "40-100"
      #expect(outcome.scores["乙站"] == others, "\(variant)")
      #expect(outcome.scores["甲站"] == (variant == "control.csv" ? "40" : "40-100"), "\(variant)")
      if variant != "control.csv" { #expect(outcome.statuses["甲站"] == "open", "\(variant)") }
    }
  }

  /// Four stations in their places, and a line that is no station.
  @Test func aLineThatIsNoSubjectTakesNobodysPlace() throws {
    let files = try ReportedFiles("08-total-row-in-portfolio")
    let places = ["甲站": 100, "乙站": 90, "丙站": 40, "丁站": 20]
    for variant in try files.names(in: "variants") {
      let outcome = files.batch(facts: "variants/\(variant)")
      #expect(outcome.scores == places.mapValues { "\($0)" }, "\(variant)")
      #expect(outcome.diagnostics.isEmpty == (variant == "control.csv"), "\(variant)")
    }
  }

  @Test(arguments: ["pivot-title-rows-removed.csv", "pivot.csv"])
  func theTotalOfAPivotIsNoAuthority(facts: String) throws {
    let outcome = try ReportedFiles("29-real-pivot-with-grand-total").batch(facts: facts)
    #expect(
      outcome.scores == [
        "Eastshire": "100", "Westshire": "90", "Northshire": "80", "Southshire": "0",
      ])
  }

  /// Twenty stations; in line 16 a byte that is no letter.
  @Test func oneBadByteIsToldWhereItStands() throws {
    let files = try ReportedFiles("13-one-bad-byte")
    for variant in try files.names(in: "variants") where variant != "control.csv" {
      let outcome = files.batch(facts: "variants/\(variant)")
      let told = try #require(outcome.diagnostics.first { $0.code == "undecodable-byte" })
      #expect(told.place?.description.contains(":16 ") == true, "\(variant)")
      #expect(told.headline.en.hasSuffix("is no letter in UTF-8"), "\(variant)")
      #expect(outcome.scores.count { $0.value == "100" } >= 19, "\(variant)")
    }
  }

  /// Read right, or refused with a place; none is read wrong.
  @Test(arguments: [("numbers.csv", 101, 34), ("dates.csv", 54, 7)])
  func everySpellingIsReadRightOrRefused(facts: String, rows: Int, least: Int) throws {
    let outcome = try ReportedFiles("27-number-and-date-spellings").batch(facts: facts)
    #expect(outcome.scores.count == rows)
    #expect(outcome.statuses.values.count { $0 == "evaluated" } >= least)
    #expect(outcome.codes.contains("unfitting-cell"))
  }

  @Test func aListInOldLettersIsRead() throws {
    let outcome = try ReportedFiles("28-real-evaluation-list-gb18030").batch(
      tables: ["结果": "结果.csv"])
    #expect(outcome.scores == ["甲大学": "5", "乙学院": "3"])
  }

  @Test func datesWithoutAnOrderAreToldOnceAColumn() throws {
    let outcome = try ReportedFiles("31-real-ratings-day-month-year").batch(
      tables: ["premises": "premises.csv"])
    #expect(outcome.scores == ["Eastshire": "56.7", "Westshire": "100"])
    let told = outcome.diagnostics.filter { $0.code == "unfitting-cell" }
    #expect(told.count == 1)
    #expect(told.first?.help?.en.contains("order: d/m/y") == true)
  }

  @Test(arguments: [
    ("rubric-99-99", "panel-weights"), ("rubric-100-4", "panel-weights"),
    ("rubric-115", "panel-weights"), ("rubric-points-115", "points-do-not-add-up"),
    ("rubric-exact", nil), ("rubric-decimals", nil),
  ])
  func weightsAddUpExactly(rubric: String, code: String?) throws {
    let file = try ReportedFiles("23-weights-that-do-not-add-up").file("\(rubric).yaml")
    var inspection = Inspection()
    inspection.inspect(file.path)
    let errors = inspection.diagnostics.all.filter { $0.severity == .error }
    #expect(Set(errors.map(\.code)) == (code.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "12-end-of-month-validity", "26-drop-highest-and-lowest",
    "33-reversed-thresholds-and-undone-reviews",
  ])
  func everyTestOfTheRubricPasses(folder: String) throws {
    var proofing = Proofing()
    proofing.run(try ReportedFiles(folder).file("rubric.tests.yaml").path)
    let tally = try #require(proofing.tallies.first)
    #expect(tally.caseCount > 0 && tally.passedCount == tally.caseCount)
  }
}
