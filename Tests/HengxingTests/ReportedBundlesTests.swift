import Diagnostics
import Foundation
import Reports
import Scoring
import TestSupport
import Testing
import Values

@testable import Hengxing

/// Bundles that were reported, from outside the project: what each variant comes to.
@Suite(.timed, .enabled(if: Places.shared != nil, "the folder of outside material is absent"))
struct ReportedBundlesTests {
  /// Eleven meetings of fifteen people, and in each variant a line that is none.
  @Test(arguments: [
    "01-total-row", "04-second-header-row", "05-notes-under-table", "07-repeated-header",
  ])
  func aLineThatIsNoRecordEarnsNoSurePoints(name: String) throws {
    let files = try ReportedFiles(name)
    for variant in try files.names(in: "variants") {
      let (_, score, codes) = try files.score(
        "bundle", changed: ("tables/月度交流.csv", "variants/\(variant)"))
      #expect(score == "0" || score.hasPrefix("0-"), "\(variant)")
      if !variant.contains("control") { #expect(!codes.isEmpty, "\(variant)") }
      if score != "0" { #expect(codes.contains("doubtful-rows"), "\(variant)") }
    }
  }

  @Test(arguments: ["control", "numbered-blank", "total-680"])
  func norDoesOneAmongAnswers(variant: String) throws {
    let (_, score, _) = try ReportedFiles("01-total-row").score(
      "bundle", "rubric-survey.yaml", changed: ("surveys/问卷.csv", "survey-variants/\(variant).csv"))
    #expect(score == "0")
  }

  @Test(arguments: ["rubric.yaml", "rubric-with-blanks.yaml"])
  func aLedgerThatSaysThereIsNothingHoldsNothing(rubric: String) throws {
    let files = try ReportedFiles("02-none-row")
    for variant in try files.names(in: "variants") {
      let (_, score, codes) = try files.score(
        "bundle", rubric, changed: ("tables/违规记录.csv", "variants/\(variant)"))
      #expect(score == "100", "\(variant)")
      #expect(variant.contains("control") || codes.contains("rows-without-content"), "\(variant)")
    }
  }

  /// Where the header is found the table is read; where it is not, nobody knows what stands in it.
  @Test(arguments: [
    ("control", "0", "0"), ("attachment", "0", "0"), ("sep-line", "0", "0"),
    ("title-and-blank", "0", "0"), ("title-line", "0", "0"), ("unit-line", "0", "0"),
    // Twelve rows under headers with blanks in them.
    ("spaced-headers", "50", "50"), ("semicolons", "0-100", "0"),
  ])
  func aTableWithoutADeclaredColumnIsUnknown(variant: String, own: String, final: String) throws {
    let files = try ReportedFiles("03-no-declared-column")
    let changed = (path: "tables/月度交流.csv", to: "variants/\(variant).csv")
    let before = try files.score("bundle", changed: changed, mode: .selfAssessment)
    #expect(before.score == own)
    #expect(try files.score("bundle", changed: changed).score == final)
    #expect(before.codes.contains("no-declared-column") == (variant == "semicolons"))
  }

  /// Scale in the cell and in the unit: both ways of writing give the same, or both readings are told.
  @Test func aScaleInTheCellAndInTheUnitIsNeverCountedTwice() throws {
    let files = try ReportedFiles("11-scale-in-cell-and-unit")
    #expect(try files.score("bundle-plain", "rubric-bundle.yaml").score == "99")
    let (_, score, codes) = try files.score("bundle-written", "rubric-bundle.yaml")
    #expect(score == "99" || !codes.isDisjoint(with: ["mark-scale-unknown", "unfitting-cell"]))
  }

  @Test func twoSpellingsOfOneAssessorAreNotTwo() throws {
    let files = try ReportedFiles("14-one-assessor-two-spellings")
    // With a title before it a name may be another's.
    for variant in try files.names(in: "variants") where variant != "title-added" {
      let (_, score, codes) = try files.score("variants/\(variant)")
      // Names written alike but for what one sees are open; one that is found to be another's is judged too seldom.
      #expect(score == (codes.contains("names-alike") ? "0-100" : "0"), "\(variant)")
      #expect(!codes.isDisjoint(with: ["names-alike", "judgement-twice"]), "\(variant)")
    }
  }

  @Test func aCappedGradeSaysWhy() throws {
    let (report, score, _) = try ReportedFiles("16-capped-grade-without-reason").score("bundle")
    #expect(score == "90")
    #expect(report.verdict.best?.id == report.verdict.worst?.id)
    #expect(report.verdict.because?.en.isEmpty == false)
  }

  /// Nobody is fined, or somebody is fined nothing: no points are lost.
  @Test func theSumOfNoRowsTakesNoPoints() throws {
    let files = try ReportedFiles("19-sum-of-no-rows")
    func fines(_ bundle: String) throws -> String {
      try files.score(bundle, "rubric-fines.yaml").score
    }
    #expect(try fines("bundle-fines-zero") == "100")
    #expect(try fines("bundle-fines-one") == "74.5")
    let none = try fines("bundle-fines-none")
    // Either what the rubric says of nothing, or open until it says something.
    #expect(none == "100" || none.hasSuffix("-100"))
    var inspection = Inspection()
    inspection.inspect(files.file("rubric-fines.yaml").path)
    #expect(inspection.diagnostics.all.contains { $0.code == "if-empty" })
    #expect(!inspection.diagnostics.all.contains { $0.code == "if-empty-without-table" })
  }
}
