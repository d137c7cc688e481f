import Foundation
import TestSupport
import Testing

/// Whatever one bundle of a round is, the others are scored, and what was found is said in both languages.
@Suite(.timed, .serialized) struct HostileTests {
  @Test(arguments: HostileCase.all)
  func oneBadBundleIsToldAndChangesNobodyElse(hostile: HostileCase) throws {
    let plain = try HostileRound(bundle: hostile.bundle)
    _ = plain.run(language: "zh")
    let expected = try plain.text("out/good/result.json")
    #expect(try plain.text("out/good/report.en.txt").contains("Status: evaluated"))

    let round = try HostileRound(bundle: hostile.bundle)
    try hostile.make(round)
    for language in ["zh", "en"] {
      let screen = round.run(language: language)
      #expect(
        screen.contains { $0.contains("[\(hostile.code)]") },
        "\(screen.prefix(12).joined(separator: "\n"))")
      #expect(try round.text("out/good/result.json") == expected)
      #expect(try round.names().filter { $0.hasPrefix("out") } == ["out"])
      let result = try round.text("out/bad/result.json")
      let report = try round.text("out/bad/report.en.txt")
      switch hostile.fate {
      case .rejected: #expect(report.contains("rejected"), "\(report)")
      case .unknown: #expect(report.contains("What is missing"), "\(report)")
      case .scored: #expect(!report.contains("rejected") && !report.contains("What is missing"))
      }
      #expect(!result.isEmpty)
    }
  }

  @Test func chineseNamesOfAnOldZipAreRead() throws {
    let round = try HostileRound(bundle: "bundles/bad.zip")
    var zip = ZipMaker()
    zip.add("bundle.yaml", HostileCase.main)
    // tables/专职人员.csv in GBK
    let name: [UInt8] =
      Array("tables/".utf8) + [0xD7, 0xA8, 0xD6, 0xB0, 0xC8, 0xCB, 0xD4, 0xB1]
      + Array(".csv".utf8)
    zip.add(name, .stored(Array(HostileCase.table.utf8)))
    try round.scratch.write("bundles/bad.zip", zip.finished)
    _ = round.run(language: "en")
    let report = try round.text("out/bad/report.en.txt")
    #expect(report.contains("100.0"), "\(report)")
  }

  @Test func nothingOfAFileBecomesMarkup() throws {
    let round = try HostileRound(bundle: "bundles/bad")
    let evil = "<script>alert(1)</script>"
    try round.scratch.write(
      "bundles/bad/bundle.yaml", HostileCase.main + "title: \"\(evil)\"\nregion: \"\(evil)\"\n")
    try round.scratch.write(
      "bundles/bad/tables/专职人员.csv", HostileCase.table + "\(evil),\(evil),\"=cmd|'/C calc'!A0\"\n")
    try round.scratch.write("bundles/bad/tables/<img src=x onerror=alert(1)>.csv", "a\n1\n")
    for language in ["zh", "en"] {
      _ = round.run(language: language)
      let report = try round.text("out/bad/report.\(language).html")
      #expect(report.contains("&lt;script&gt;alert"))
      for page in ["index.html", "bad/report.zh.html", "bad/report.en.html"] {
        let text = try round.text("out/\(page)")
        #expect(!text.contains("<script>alert"), "\(page)")
        #expect(!text.contains("<img src=x"), "\(page)")
      }
    }
  }

  @Test func aFolderOfSomebodyElseIsLeftAlone() throws {
    let round = try HostileRound(bundle: "bundles/good")
    try round.scratch.write("out/thesis.txt", "mine")
    let screen = round.run(language: "en")
    #expect(screen.contains { $0.contains("[not-our-folder]") })
    #expect(try round.text("out/thesis.txt") == "mine")
    #expect(try round.names().filter { $0.hasPrefix("out") } == ["out"])
    let names = try FileManager.default.contentsOfDirectory(atPath: round.path("out"))
    #expect(names == ["thesis.txt"])
  }

  @Test func aPlaceThatCannotBeWrittenIsTold() throws {
    let round = try HostileRound(bundle: "bundles/good")
    try round.scratch.write("file", "")
    for language in ["zh", "en"] {
      let screen = Session.screen(of: [
        "run", round.path("round.yaml"), "--out", round.path("file/out"), "--lang", language,
      ])
      #expect(screen.contains { $0.contains("[cannot-write]") }, "\(screen)")
      #expect(screen.last == "[3]")
    }
    #expect(try round.text("file") == "")
  }

  @Test func twentyMistakesOfARubricAreTwentyMessages() {
    let file = Places.root.appending(path: "Tests/RubricsTests/Cases/twenty-mistakes/rubric.yaml")
    for (language, words) in [("en", ["error[", "warning["]), ("zh", ["错误[", "警告["])] {
      let screen = Session.screen(of: ["check", file.path, "--lang", language])
      #expect(screen.filter { line in words.contains { line.hasPrefix($0) } }.count >= 20)
      #expect(screen.last == "[1]")
    }
  }
}
