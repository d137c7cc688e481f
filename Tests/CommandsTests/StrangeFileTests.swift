import Foundation
import TestSupport
import Testing

/// What is no plain file is named and not waited for.
@Suite(.timed, .serialized) struct StrangeFileTests {
  private func pipe(at path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try #require(mkfifo(path, 0o600) == 0)
  }

  @Test func aPipeAmongTheRubricsIsNamed() throws {
    let round = try HostileRound(bundle: "bundles/good")
    let text = try round.text("round.yaml").replacing("[first-steps.yaml]", with: "[all]")
    try round.scratch.write("round.yaml", text)
    try round.copy("first-steps.yaml", to: "all/first-steps.YAML")
    try pipe(at: round.path("all/pipe.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: round.path("all/more"), withDestinationPath: round.path("bundles"))
    try FileManager.default.createSymbolicLink(
      atPath: round.path("all/gone.yml"), withDestinationPath: round.path("nowhere.yml"))
    for command in [["run", "--out", round.path("out")], ["check"]] {
      let screen = Session.screen(of: command + [round.path("round.yaml"), "--lang", "en"])
      for name in ["pipe.yaml", "more", "gone.yml"] {
        #expect(screen.contains { $0.hasSuffix("all/\(name)") }, "\(screen)")
      }
      #expect(screen.count { $0.contains("[left-out]") } >= 3)
    }
    #expect(try round.text("out/good/report.en.txt").contains("Status: evaluated"))
  }

  @Test func aPipeInThePlaceOfAFileIsRefused() throws {
    let round = try HostileRound(bundle: "bundles/good")
    try pipe(at: round.path("pipe.yaml"))
    for command in [
      "check @/pipe.yaml", "run @/pipe.yaml --out @/out", "explain @/pipe.yaml",
      "score --rubric @/first-steps.yaml @/pipe.yaml", "check /dev/zero", "test @/pipe.yaml",
    ] {
      let words = command.split(separator: " ").map {
        String($0).replacing("@/", with: round.scratch.folder.path + "/")
      }
      let screen = Session.screen(of: words + ["--lang", "en"])
      #expect(screen.contains { $0.hasPrefix("error[") }, "\(command): \(screen)")
    }
  }
}
