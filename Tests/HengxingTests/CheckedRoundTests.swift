import Diagnostics
import Foundation
import Hengxing
import TestSupport
import Testing

/// What `check` says of a round is what `run` says, without a file being written.
@Suite(.timed) struct CheckedRoundTests {
  private static let folder = Places.root.appending(path: "samples/first-steps")

  /// Every round that ships.
  static let rounds = Places.files(in: Places.root.appending(path: "samples"), extension: "yaml")
    .filter { $0.lastPathComponent == "round.yaml" }.map(\.path)

  /// A round of one station, as it is shipped, with one thing changed in one of its files.
  static let mutations: [(name: String, file: String, from: String, to: String)] = [
    ("nothing", "round.yaml", "station", "station"),
    (
      "another station's bundle", "bundles/station/bundle.yaml", "subject: station",
      "subject: other"
    ),
    ("no bundle", "round.yaml", "bundle: bundles/station", "bundle: bundles/nowhere"),
    ("no subject", "bundles/station/bundle.yaml", "subject: station", "kinds: station"),
    ("no rubric of that name", "round.yaml", "rubric: first-steps", "rubric: second-steps"),
    ("a rubric with an error", "first-steps.yaml", "count(专职人员[持证])", "count(专职人员[持证书])"),
    ("a cell that does not fit", "bundles/station/tables/专职人员.csv", "22.5", "很多"),
    ("a cell that must not be", "bundles/station/tables/专职人员.csv", "22.5", "-3"),
    ("a header misspelt", "bundles/station/tables/专职人员.csv", "持证,", "有证,"),
    ("a column taken out", "bundles/station/tables/专职人员.csv", "姓名,持证,督导小时", "姓名,持证"),
    ("a key nobody knows", "bundles/station/bundle.yaml", "region: 某县", "regoin: 某县"),
    ("a short row", "bundles/station/tables/专职人员.csv", "社工03,是,20", "社工03,是"),
    (
      "a title above the header", "bundles/station/tables/专职人员.csv", "姓名,持证,督导小时",
      "某站人员名册,,\n姓名,持证,督导小时"
    ),
    ("a total row", "bundles/station/tables/专职人员.csv", "社工05,否,18", "社工05,否,18\n合计,,110.5"),
    ("a note", "bundles/station/tables/专职人员.csv", "社工05,否,18", "社工05,否,18\n填表人：甲,,"),
    ("text behind a quote", "bundles/station/tables/专职人员.csv", "社工03,是,20", "社工03,\"是\"的,20"),
    ("a row too long", "bundles/station/tables/专职人员.csv", "社工03,是,20", "社工03,是,20,8"),
    (
      "columns that may be missing", "bundles/station/bundle.yaml", "kind:",
      "columns missing: [无.csv]\nkind:"
    ),
    (
      "a rubric with a key nobody knows", "first-steps.yaml", "language: zh",
      "language: zh\nweather: fine"
    ),
    ("not YAML", "bundles/station/bundle.yaml", "kind: station", "kind: [station"),
  ]

  private struct Told: Hashable {
    let code: String
    let severity: String
    let headline: String
    let place: String

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      severity = "\(diagnostic.severity)"
      headline = diagnostic.headline.en
      place = diagnostic.place?.description ?? ""
    }
  }

  private func expectTheSame(_ path: String, _ name: String) {
    var diagnostics = Diagnostics()
    let result = Pipeline.run(path, .init(engine: "test"), into: &diagnostics)
    let run = Set((diagnostics.all + (result?.evidence ?? [])).map(Told.init))
    var inspection = Inspection()
    inspection.inspect(path)
    inspection.finish()
    let check = inspection.diagnostics.all.map(Told.init)
    #expect(Set(check) == run, "\(name)")
    #expect(check.count == Set(check).count, "\(name): each once")
    #expect(inspection.hasRejections == (result?.hasRejections ?? false), "\(name)")
  }

  @Test(arguments: rounds)
  func ofEveryRoundThatShips(path: String) {
    expectTheSame(path, path)
  }

  @Test(arguments: mutations.map(\.name))
  func ofARoundWithOneThingWrong(name: String) throws {
    let mutation = try #require(Self.mutations.first { $0.name == name })
    var files: [String: String] = [:]
    for file in [
      "round.yaml", "first-steps.yaml", "bundles/station/bundle.yaml",
      "bundles/station/tables/专职人员.csv",
    ] {
      files[file] = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    }
    let written = try #require(files[mutation.file])
    try #require(written.contains(mutation.from))
    files[mutation.file] = written.replacing(mutation.from, with: mutation.to, maxReplacements: 1)
    let round = try TemporaryRound(files)
    expectTheSame(round.path, name)
    #expect(round.inspected.isEmpty == (name == "nothing"), "\(name)")
  }

  /// In a folder the rubric, the round and the bundle are three files; what is wrong is told once.
  @Test func aFolderTellsEachThingOnce() throws {
    var files: [String: String] = [:]
    for file in ["round.yaml", "first-steps.yaml", "bundles/station/bundle.yaml"] {
      files[file] = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    }
    files["bundles/station/bundle.yaml"]? += "mood: fine\n"
    files["first-steps.yaml"]? += "weather: fine\n"
    let round = try TemporaryRound(files)
    var inspection = Inspection()
    inspection.inspect(String(round.path.dropLast("/round.yaml".count)))
    inspection.finish()
    let codes = inspection.diagnostics.all.map(\.code)
    #expect(codes.count { $0 == "bundle-unknown-key" } == 1)
    #expect(codes.count { $0 == "unknown-key" } == 1)
    #expect(inspection.fileCount == 3)
  }

  @Test func aRunSaysNothingOfRubricsThatItDoesNotUse() throws {
    var files: [String: String] = [:]
    for file in [
      "round.yaml", "first-steps.yaml", "bundles/station/bundle.yaml",
      "bundles/station/tables/专职人员.csv",
    ] {
      files[file] = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    }
    files["round.yaml"] = files["round.yaml"]?.replacing("[first-steps.yaml]", with: "[rubrics]")
    files["rubrics/used.yaml"] = files["first-steps.yaml"]
    files["rubrics/unused.yaml"] = files["first-steps.yaml"]?.replacing(
      "rubric: first-steps", with: "rubric: other")
    files["rubrics/unused.yaml"]? += "weather: fine\n"
    #expect(try TemporaryRound(files).run().codes == [])
    files["rubrics/used.yaml"]? += "weather: fine\n"
    #expect(try TemporaryRound(files).run().codes == ["unknown-key", "rubric-rejected"])
  }
}
