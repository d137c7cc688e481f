import Diagnostics
import Rubrics
import TestSupport
import Testing

@testable import Scoring

/// A declared column that the files of a portfolio lack: where somebody may have misspelt it, nobody is scored.
@Suite(.timed) struct PortfolioColumnTests {
  private struct Outcome {
    var lines: [String]
    var told: [Diagnostic]

    var codes: [String] { told.map(\.code) }
    var errors: [Diagnostic] { told.filter { $0.severity == .error } }
  }

  /// `staff` and `trips` are tables; of `staff` the scoring looks at `certified` alone.
  private static let rubric = PortfolioTests.rubric
    .replacing(
      "    certified: {type: boolean}",
      with: """
            certified: {type: boolean}
            remark: {type: string}
          trips:
            km: {type: number}
            purpose: {type: string}
        """
    )
    .replacing(
      "certified count: count(staff[certified])",
      with: "certified count: count(staff[certified]) + count(trips[km > 1])")

  /// In blocks, and as a whole in the old encoding.
  private static func score(
    _ facts: String, _ staff: String, trips: String = "station_id,km,purpose\n",
    mayLack: Bool = false,
    isOld: Bool = false, fuses: Bool = true
  ) throws -> Outcome {
    func file(_ name: String, _ text: String) throws -> PortfolioFile {
      PortfolioFile(name, bytes: isOld ? try #require(Letters.old(text)) : Array(text.utf8))
    }
    var diagnostics = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(rubric, path: "small.yaml"), digest: "", into: &diagnostics))
    let reader = try #require(PortfolioReader(rubric, key: nil, into: &diagnostics))
    var options = PortfolioReader.Options()
    options.mayLackColumns = mayLack
    options.fuses = fuses
    let portfolio = reader.read(
      facts: try file("facts.csv", facts),
      tables: [("staff", try file("staff.csv", staff)), ("trips", try file("trips.csv", trips))],
      options, into: &diagnostics)
    let text = portfolio?.score(Portfolio.Options()).text ?? ""
    return Outcome(
      lines: text.split(separator: "\n").dropFirst().map(String.init), told: diagnostics.all)
  }

  private static let facts = "station_id,房间,status\na,4,x\nb,1,x\n"
  private static let staff = "station_id,certified,remark\na,yes,\nb,yes,\n"

  @Test func whereAllColumnsAreThereNothingIsSaid() throws {
    let outcome = try Self.score(Self.facts, Self.staff)
    #expect(outcome.lines.count == 2)
    #expect(outcome.codes.isEmpty)
  }

  @Test(arguments: [true, false], [true, false])
  func aColumnThatScoringLooksAtIsAnError(fuses: Bool, isOld: Bool) throws {
    let staff = "station_id,certifyed,remark\na,yes,站\nb,yes,站\n"
    let outcome = try Self.score(Self.facts, staff, isOld: isOld, fuses: fuses)
    #expect(outcome.lines.isEmpty)
    let told = try #require(outcome.errors.first)
    #expect(outcome.errors.map(\.code) == ["missing-column"])
    #expect(told.help?.en.contains("instead of `certifyed`") == true)
    #expect(told.help?.en.contains("--columns-missing allowed") == true)
    let allowed = try Self.score(
      Self.facts, staff, mayLack: true, isOld: isOld, fuses: fuses)
    #expect(allowed.lines.count == 2)
    #expect(allowed.errors.isEmpty)
    #expect(allowed.codes.contains("missing-column"))
  }

  @Test func everyTableIsToldInOneRun() throws {
    let outcome = try Self.score(
      Self.facts, "station_id,remark\na,\n", trips: "station_id,purpose\na,home\n")
    #expect(outcome.lines.isEmpty)
    #expect(outcome.errors.map(\.code) == ["missing-column", "missing-column"])
    #expect(outcome.errors.compactMap(\.place?.description) == ["staff.csv", "trips.csv"])
  }

  @Test func aColumnThatNobodyLooksAtIsAWarning() throws {
    let outcome = try Self.score(Self.facts, "station_id,certified\na,yes\nb,yes\n")
    #expect(outcome.lines.count == 2)
    #expect(outcome.codes == ["missing-column"])
    #expect(outcome.errors.isEmpty)
    #expect(outcome.told.first?.help?.en.contains("--columns-missing") == false)
  }

  @Test func aTableWithoutRowsLacksNothing() throws {
    let outcome = try Self.score(Self.facts, "station_id,remark\n")
    #expect(outcome.lines.count == 2)
    #expect(outcome.codes.isEmpty)
  }

  @Test func aFactIsMissingUnlessAHeaderLooksLikeIt() throws {
    let none = try Self.score("station_id,房间,town\na,4,x\nb,1,x\n", Self.staff)
    #expect(none.lines.count == 2)
    #expect(none.codes == ["missing-column"])
    #expect(none.errors.isEmpty)
    let near = try Self.score("station_id,房间,statas\na,4,x\nb,1,x\n", Self.staff)
    #expect(near.lines.isEmpty)
    #expect(near.errors.map(\.code) == ["missing-column"])
    #expect(near.errors.first?.help?.en.contains("write `status` instead of `statas`") == true)
    let allowed = try Self.score(
      "station_id,房间,statas\na,4,x\nb,1,x\n", Self.staff, mayLack: true)
    #expect(allowed.lines == none.lines)
  }

  /// `房间` and the key are read, so `status` cannot be meant by them.
  @Test func aHeaderThatIsReadIsNotAnotherOne() throws {
    let outcome = try Self.score(
      "station_id,房间\na,4\nb,1\n", Self.staff.replacing("certified", with: "Certified"))
    #expect(outcome.lines.count == 2)
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [true, false]) func theHeaderAgainIsToldOnce(isOld: Bool) throws {
    let outcome = try Self.score(
      Self.facts + "station_id,房间,status\n",
      "station_id,certified,remark\na,yes,站\nstation_id,certified,remark\nb,yes,站\n",
      isOld: isOld)
    #expect(outcome.lines.count == 2)
    #expect(outcome.codes == ["repeated-header", "repeated-header"])
  }
}
