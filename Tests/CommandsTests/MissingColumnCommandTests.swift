import Foundation
import TestSupport
import Testing

/// A misspelt header ends `score`, `run` and `check` with an error, in both languages, unless the bundle says that it may be.
@Suite(.timed, .serialized) struct MissingColumnCommandTests {
  private static let commands = [
    "score --rubric @/rubric.yaml @/bundle", "run @/round.yaml --out @/out",
    "check @/round.yaml", "check @",
  ]

  private func screen(_ command: String, _ table: String, _ bundle: String, _ language: String)
    throws -> [String]
  {
    let scratch = try Scratch()
    let rubric = try Data(
      contentsOf: HostileRound.samples.appending(path: "first-steps.yaml"))
    try scratch.write("rubric.yaml", Array(rubric))
    try scratch.write("bundle/bundle.yaml", "subject: s\n" + bundle)
    try scratch.write("bundle/tables/专职人员.csv", table)
    try scratch.write(
      "round.yaml",
      "round: r\ntitle: R\nperiod: {from: 2024-01-01, to: 2024-12-31}\nas of: 2025-01-15\n"
        + "rubrics: [rubric.yaml]\nsubjects:\n  - {id: s, rubric: first-steps, bundle: bundle}\n")
    let words = Session.words(of: command.replacing("@", with: scratch.folder.path))
    return Session.screen(of: words + ["--lang", language])
  }

  @Test(arguments: commands, ["en", "zh"])
  func aMisspeltHeaderIsAnError(command: String, language: String) throws {
    let misspelt = "姓名,持政,督导小时\na,是,30\n"
    let found = try screen(command, misspelt, "", language)
    #expect(found.last == "[1]")
    #expect(
      found.contains {
        $0.contains(language == "en" ? "error[missing-column]" : "错误[missing-column]")
      })
    #expect(found.contains { $0.contains("`持政`") })
    let allowed = try screen(command, misspelt, "columns missing: allowed\n", language)
    #expect(allowed.last?.hasPrefix("[") == false)
    #expect(
      allowed.contains {
        $0.contains(language == "en" ? "warning[missing-column]" : "警告[missing-column]")
      })
    let right = try screen(command, "姓名,持证,督导小时\na,是,30\n", "", language)
    #expect(right.last?.hasPrefix("[") == false)
    #expect(!right.contains { $0.contains("missing-column") })
  }

  /// The same of a table of a portfolio, where no `bundle.yaml` can say it.
  @Test(arguments: ["en", "zh"]) func aMisspeltHeaderOfAPortfolioIsAnError(language: String) throws
  {
    let scratch = try Scratch()
    let facts = Places.root.appending(path: "samples/portfolio/stations.csv").path
    let rubric = Places.root.appending(path: "samples/portfolio/quick-look.yaml").path
    func screen(_ header: String, _ more: String = "") throws -> [String] {
      try scratch.write("staff.csv", "站点编号,姓名,持证,\(header)\nstation-1,甲,是,12\n")
      return Session.screen(
        of: Session.words(
          of:
            "batch --rubric \(rubric) --facts \(facts) --table 专职人员=\(scratch.folder.path)/staff.csv "
            + "--out \(scratch.folder.path)/out.csv --lang \(language) \(more)"))
    }
    let out = scratch.folder.appending(path: "out.csv").path
    let found = try screen("督导时敷")
    #expect(found.last == "[1]")
    #expect(
      found.contains {
        $0.contains(language == "en" ? "error[missing-column]" : "错误[missing-column]")
      })
    #expect(found.contains { $0.contains("--columns-missing allowed") })
    #expect(!FileManager.default.fileExists(atPath: out))
    let allowed = try screen("督导时敷", "--columns-missing allowed")
    #expect(allowed.last?.hasPrefix("[") == false)
    #expect(FileManager.default.fileExists(atPath: out))
    #expect(try screen("督导时数").isEmpty)
    #expect(try screen("督导时数", "--from kept").last == "[2]")
  }
}
