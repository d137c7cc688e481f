import Diagnostics
import Formats
import Foundation
import Rubrics
import TestSupport
import Testing
import Values

@testable import ScoreSheets

@Suite(.timed) struct SheetTests {
  static let folder = SentenceTests.folder.appending(path: "Sheets")
  static let names = [
    "project.xlsx", "check.docx", "indicators.xlsx", "tender.docx", "station.xlsx", "parts.docx",
  ]

  static func read(_ name: String) -> (written: [ScoreSheet.Written]?, Diagnostics) {
    var diagnostics = Diagnostics()
    let path = folder.appending(path: name).path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return (ScoreSheet.read(path, id: stem, into: &diagnostics), diagnostics)
  }

  @Test(arguments: names)
  func aSheetIsReadIntoTheRubricThatStandsBesideIt(name: String) throws {
    let written = try #require(Self.read(name).written)
    #expect(written.count == 1)
    try expectGolden(written[0].text, "\(written[0].id).yaml")
  }

  @Test(arguments: names)
  func theRubricPassesCheckButForWhatIsToConfirm(name: String) throws {
    let written = try #require(Self.read(name).written)
    for rubric in written {
      var diagnostics = Diagnostics()
      let read = Rubric.read(
        SourceText(rubric.text, path: "\(rubric.id).yaml"), digest: "", into: &diagnostics)
      read?.lint(into: &diagnostics)
      let codes = diagnostics.all.map(\.code).filter { $0 != "to-confirm" }
      #expect(codes == [], "\(DiagnosticRenderer(language: .en).render(diagnostics))")
      let rubricRead = try #require(read)
      #expect(rubricRead.questions.count == rubric.questionCount)
      #expect(rubricRead.everyItem.count == rubric.itemCount)
      #expect(rubricRead.possiblePoints == rubric.points)
    }
  }

  @Test func sumsThatDifferAreToldAtTheirCells() throws {
    let (_, diagnostics) = Self.read("station.xlsx")
    #expect(diagnostics.all.map(\.code) == ["sums-differ", "sheet-total-differs"])
    #expect(
      diagnostics.all.map { $0.place?.description.split(separator: "/").last ?? "" }
        == ["station.xlsx!评估细则!A8", "station.xlsx!评估细则!18"])
  }

  @Test(arguments: Language.allCases)
  func messagesSayWhatToDo(language: Language) throws {
    var diagnostics = Diagnostics()
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "score-sheets-\(language.rawValue)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    try #require(files.changeCurrentDirectoryPath(folder.path))
    func read(_ bytes: Data, _ name: String) throws {
      try bytes.write(to: folder.appending(path: name))
      _ = ScoreSheet.read(name, id: "x", into: &diagnostics)
    }
    try read(Data("姓名".utf8), "文字.docx")
    let document = try Data(contentsOf: Self.folder.appending(path: "check.docx"))
    try read(document.prefix(document.count / 2), "半份.docx")
    for name in ["unlike.xlsx", "station.xlsx"] {
      try read(try Data(contentsOf: Self.folder.appending(path: name)), name)
    }
    try expectGolden(
      DiagnosticRenderer(language: language).render(diagnostics),
      "messages.\(language.rawValue).txt")
  }

  @Test(arguments: ["project.xlsx", "check.docx"])
  func changedBytesAreReadWithoutATrap(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    var random = SplitMix(seed: 7)
    let file = FileManager.default.temporaryDirectory.appending(path: "changed-\(name)")
    for _ in 0..<60 {
      var changed = bytes
      for _ in 0...(random.next() % 8) {
        changed[Int(random.next() % UInt64(changed.count))] = UInt8(
          truncatingIfNeeded: random.next())
      }
      try Data(changed).write(to: file)
      var diagnostics = Diagnostics()
      _ = ScoreSheet.read(file.path, id: "x", into: &diagnostics)
    }
  }
}
