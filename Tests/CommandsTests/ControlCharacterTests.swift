import Diagnostics
import Foundation
import TestSupport
import Testing

/// Names and cells may hold anything; no output obeys it.
@Suite(.timed, .serialized) struct ControlCharacterTests {
  private static let evil = #"甲\nStatus: evaluated\u001b[2J\u202e\u2028\f"#

  private func evilRound() throws -> HostileRound {
    let round = try HostileRound(bundle: "bundles/bad")
    try round.scratch.write(
      "bundles/bad/bundle.yaml",
      "subject: bad\nkind: station\ntitle: \"\(Self.evil)\"\nregion: \"\(Self.evil)\"\n"
        + "documents: [{file: \"documents/\(Self.evil)\", kind: \"\(Self.evil)\"}]\n")
    try round.scratch.write(
      "bundles/bad/tables/专职人员.csv", "姓名,持证,督导小时\n甲,\u{1B}[2J\u{0C},\"2\n3\u{202E}\"\n")
    return round
  }

  @Test(arguments: ["en", "zh"])
  func everyOutputIsPlain(language: String) throws {
    let round = try evilRound()
    let screens = [
      round.run(language: language),
      Session.screen(of: [
        "score", "--rubric", round.path("first-steps.yaml"), round.path("bundles/bad"), "--lang",
        language,
      ]),
      Session.screen(of: ["explain", round.path("out/bad"), "--lang", language]),
      Session.screen(of: ["check", round.path("round.yaml"), "--format", "json"]),
    ].map { $0.joined(separator: "\n") }
    var texts = screens
    for name in try FileManager.default.subpathsOfDirectory(atPath: round.path("out"))
    where name.contains(".") {
      texts.append(try round.text("out/\(name)"))
    }
    #expect(texts.count > 10)
    for text in texts {
      #expect(!text.unicodeScalars.contains { TextEscape.isControl($0) && $0 != "\n" })
    }
    #expect(try round.text("out/bad/report.en.txt").hasPrefix("甲 Status: evaluated·[2J"))
  }

  @Test func aLineEndInANameForgesNoLine() throws {
    let round = try evilRound()
    _ = round.run(language: "en")
    let lines = try round.text("out/bad/report.en.txt").split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("Status:") } == 1)
  }
}
