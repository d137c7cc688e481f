import Foundation
import TestSupport
import Testing

/// The pages about the house say what the house is.
@Suite(.timed) struct HousePagesTests {
  private static let drawings: [(begins: String, drawing: String)] = [
    ("<!-- drawn from Tests/ArchitectureTests/House.swift -->\n", House.drawing),
    ("<!-- drawn from Tests/ArchitectureTests/House+Folders.swift -->\n", House.drawingOfFolders),
  ]
  private static let ends = "<!-- drawn -->\n"

  @Test func theMapShowsTheFloors() throws {
    let page = Places.root.appending(path: "docs/ARCHITECTURE.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    var drawn = text
    for (begins, drawing) in Self.drawings {
      let start = try #require(drawn.range(of: begins), "docs/ARCHITECTURE.md lost a drawing")
      let end = try #require(
        drawn.range(of: Self.ends, range: start.upperBound..<drawn.endIndex),
        "docs/ARCHITECTURE.md lost the end of a drawing")
      drawn.replaceSubrange(start.upperBound..<end.lowerBound, with: drawing)
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(drawn.utf8).write(to: page)
      return
    }
    #expect(
      text == drawn,
      "the drawing is not the house: run UPDATE_GOLDEN=1 swift test --filter ArchitectureTests")
  }

  /// What a section of `docs/ROOMS.md` must tell.
  private static let leads = ["**In**", "**Out**", "**Gone**", "**Absent**"]

  @Test func everyRoomHasItsTenLines() throws {
    let page = Places.root.appending(path: "docs/ROOMS.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    var sections: [String: [Substring]] = [:]
    for section in text.components(separatedBy: "\n## ").dropFirst() {
      let lines = section.split(separator: "\n")
      guard let title = lines.first else { continue }
      sections[String(title)] = Array(lines.dropFirst())
    }
    for floor in House.floors {
      for room in floor.rooms {
        guard let lines = sections.removeValue(forKey: room.name) else {
          Issue.record("write a section `## \(room.name)` in docs/ROOMS.md: in, out, gone, absent")
          continue
        }
        #expect(
          lines.first?.hasPrefix("Floor \(floor.number).") == true,
          "the section `\(room.name)` of docs/ROOMS.md must begin `Floor \(floor.number).`")
        #expect(lines.count <= 10, "\(room.name) in docs/ROOMS.md has \(lines.count) lines; ten do")
        for lead in Self.leads {
          #expect(
            lines.contains { $0.hasPrefix("- " + lead) },
            "\(room.name) in docs/ROOMS.md has no line that begins with `- \(lead)`")
        }
      }
    }
    for title in sections.keys.sorted() {
      Issue.record("`\(title)` in docs/ROOMS.md is no module: take the section out")
    }
  }

  @Test func theGlossaryNamesWhatThereIs() throws {
    let page = try String(
      contentsOf: Places.root.appending(path: "docs/glossary.md"), encoding: .utf8)
    let table = try #require(page.components(separatedBy: "\n## Names in the code").last)
    var declared = Set<Substring>()
    for file in Places.files(in: Places.root.appending(path: "Sources"), extension: "swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\b(?:struct|class|enum|protocol) (\w+)/) {
        declared.insert(match.1)
      }
    }
    for row in table.split(separator: "\n") where row.hasPrefix("| `") {
      let cell = row.dropFirst(2).prefix { $0 != "|" }
      for name in cell.matches(of: /`(\w+)`/) {
        #expect(
          declared.contains(name.1),
          "`\(name.1)` in docs/glossary.md is no type: write its new name, or take the line out")
      }
    }
  }
}
