import Foundation
import TestSupport
import Testing

/// Where reports stand: below the output folder, none over another, and nobody else's file is lost.
@Suite(.timed, .serialized) struct OutputPathTests {
  /// A round of subjects, each with its rubrics and a good bundle of its own.
  private func round(_ subjects: [(id: String, rubric: String)]) throws -> HostileRound {
    let round = try HostileRound(bundle: "bundles/good")
    let head = try round.text("round.yaml").split(separator: "subjects:")[0]
    let main = try round.text("bundles/good/bundle.yaml")
    var lines = ""
    for (number, subject) in subjects.enumerated() {
      let bundle = "bundles/\(number)"
      try round.scratch.write(
        "\(bundle)/bundle.yaml",
        main.replacing("subject: good", with: "subject: \"\(subject.id)\""))
      try round.copy(
        "bundles/station/tables/专职人员.csv", to: "\(bundle)/tables/专职人员.csv")
      lines += "  - {id: \"\(subject.id)\", rubric: \(subject.rubric), bundle: \(bundle)}\n"
    }
    try round.scratch.write("round.yaml", head + "subjects:\n" + lines)
    return round
  }

  private func round(_ ids: String...) throws -> HostileRound {
    try round(ids.map { ($0, "first-steps") })
  }

  /// Every file below the output folder.
  private func files(_ round: HostileRound) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: round.path("out")).filter {
      !Directory.isFolder(round.path("out/\($0)"))
    }.sorted()
  }

  private enum Directory {
    static func isFolder(_ path: String) -> Bool {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  @Test func anIdThatIsNoNameIsRefusedAtItsPlaceAndTheOthersAreScored() throws {
    let plain = try round("good")
    _ = plain.run(language: "en")
    let refused = [
      "..", ".", "...", "", "a/b", "a\\\\b", "a\\nb", "a\\u202Eb", "index.html", "INDEX.HTML",
      "hengxing.json",
    ]
    let round = try round((["good"] + refused).map { ($0, "first-steps") })
    let before = try round.names()
    let screen = round.run(language: "en")
    let first =
      try round.text("round.yaml").split(separator: "subjects:")[0].count { $0 == "\n" } + 3
    for (number, id) in refused.enumerated() {
      let place = "--> \(round.path("round.yaml")):\(first + number):10"
      #expect(screen.contains { $0.hasSuffix(place) }, "\(id)")
    }
    #expect(screen.count { $0.hasPrefix("help: ") } >= refused.count)
    #expect(screen.count { $0.contains("[subject-id-reserved]") } == 3)
    #expect(screen.last == "[1]")
    #expect(try round.names() == (before + ["out"]).sorted())
    #expect(try files(round) == files(plain))
    #expect(try round.text("out/good/result.json") == plain.text("out/good/result.json"))
  }

  @Test func idsThatDifferInCaseAloneHaveFoldersOfTheirOwn() throws {
    let round = try round("con", "Room", "ROOM", ".room.")
    #expect(round.run(language: "en").last != "[1]")
    let folders = try FileManager.default.contentsOfDirectory(atPath: round.path("out"))
      .filter { Directory.isFolder(round.path("out/\($0)")) }
    #expect(folders.count == 4)
    #expect(Set(folders.map { $0.lowercased() }).count == 4)
    #expect(folders.contains("_con") && folders.contains("Room") && folders.contains("_room_"))
  }

  @Test func aLongIdIsShortenedAndStaysApart() throws {
    let long = String(repeating: "站", count: 79)
    let round = try round("\(long)甲", "\(long)乙")
    #expect(round.run(language: "en").last != "[1]")
    #expect(try files(round).filter { $0.hasSuffix("result.json") }.count == 2)
  }

  /// Rubrics are named by paths, which hold anything.
  @Test func everyLinkOfTheIndexLeadsToItsReport() throws {
    let names = ["a#b.yaml", "a?b.yaml", "a%41.yaml", "../x/a b.yaml", "sub/c.yaml", "sub-c.yaml"]
    let round = try round([("s", "[\(names.map { "\"\($0)\"" }.joined(separator: ", "))]")])
    let rubric = try round.text("first-steps.yaml")
    for (number, name) in names.enumerated() {
      let path = "in/\(name)".replacing("in/../x/", with: "x/")
      try round.scratch.write(
        path, rubric.replacing("rubric: first-steps", with: "rubric: r\(number)"))
    }
    try round.scratch.write(
      "in/round.yaml",
      try round.text("round.yaml").replacing("bundles/", with: "../bundles/").replacing(
        "[first-steps.yaml]", with: "[../first-steps.yaml]"))
    let screen = Session.screen(of: [
      "run", round.path("in/round.yaml"), "--out", round.path("out"), "--lang", "en",
    ])
    #expect(
      try files(round).filter { $0.hasSuffix("result.json") }.count == names.count, "\(screen)")
    #expect(!Directory.isFolder(round.path("out/s/sub")))
    let page = try round.text("out/index.en.html")
    // Links within the page and to its other orders are not those of results.
    let links = page.matches(of: /href="([^"]+)"/).map { String($0.1) }
      .filter { $0.hasPrefix("s/") || $0.contains("report") }
    #expect(Set(links.map { $0.prefix { $0 != "#" } }).count == names.count)
    for link in links {
      #expect(!link.contains("#") && !link.contains("?"))
      let path = try #require(link.removingPercentEncoding)
      #expect(FileManager.default.fileExists(atPath: round.path("out/\(path)")), "\(link)")
    }
  }

  @Test func oneRubricTwiceIsScoredOnce() throws {
    let round = try round([("good", "[first-steps, first-steps]")])
    #expect(round.run(language: "en").contains { $0.contains("[rubric-twice]") })
    #expect(try files(round).filter { $0.hasSuffix("result.json") }.count == 1)
  }

  @Test func whatSomebodyPutIntoAnEarlierFolderStays() throws {
    let round = try round("a", "b")
    _ = round.run(language: "en")
    let before = try files(round)
    for path in ["minutes.docx", "a/note.md", "gone/result.json"] {
      try round.scratch.write("out/\(path)", path)
    }
    try round.scratch.write(
      "round.yaml", try round.text("round.yaml").replacing("id: \"a\",", with: "id: \"c\","))
    _ = round.run(language: "zh")
    for path in ["minutes.docx", "a/note.md", "gone/result.json"] {
      #expect(try round.text("out/\(path)") == path)
    }
    let expected = before.map { $0.hasPrefix("a/") ? "c" + $0.dropFirst() : $0 }
    #expect(
      try files(round) == (expected + ["minutes.docx", "a/note.md", "gone/result.json"]).sorted())
    #expect(try round.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test(arguments: ["b/report.en.html", "index.html", "c", "c/report.en.txt/x"])
  func whatSomebodyPutWhereAReportIsToStandStopsTheRun(path: String) throws {
    let round = try round("b")
    _ = round.run(language: "en")
    try round.scratch.write("out/\(path)", "mine")
    let before = try files(round)
    try round.scratch.write(
      "round.yaml",
      try round.text("round.yaml") + "  - {id: c, rubric: first-steps, bundle: bundles/0}\n")
    let screen = round.run(language: "en")
    #expect(screen.contains { $0.contains("[files-in-the-way]") }, "\(screen)")
    #expect(screen.last == "[3]")
    #expect(try round.text("out/\(path)") == "mine")
    #expect(try files(round) == before)
    #expect(try round.names().filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test func aFolderBehindALinkIsReplacedAndTheLinkStays() throws {
    let round = try round("b")
    try FileManager.default.createDirectory(
      atPath: round.path("real"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: round.path("out"), withDestinationPath: round.path("real"))
    _ = round.run(language: "en")
    _ = round.run(language: "en")
    #expect(try round.text("real/index.html") == round.text("out/index.html"))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: round.path("out"))
    #expect(target == round.path("real"))
  }
}
