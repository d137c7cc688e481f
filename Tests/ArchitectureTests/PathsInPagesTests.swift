import Foundation
import TestSupport
import Testing

/// Pages that send somebody to a file send to one that is there.
@Suite(.timed) struct PathsInPagesTests {
  private static func page(_ name: String) throws -> String {
    try String(contentsOf: Places.root.appending(path: "docs/\(name)"), encoding: .utf8)
  }

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Places.root.appending(path: path).path)
  }

  /// The recipe is told of a form that nobody has written; the one to read beside has the same files.
  @Test func theRecipeOfAFormNamesFiveFiles() throws {
    let recipes = try Self.page("RECIPES.md")
    let recipe = try #require(
      recipes.components(separatedBy: "\n## ").first { $0.hasPrefix("Add a form of scoring") })
    #expect(recipe.contains("Five files in all; `InterpolateForm` is the one to read beside."))
    let files = Set(
      recipe.matches(of: /`(?:Sources\/[\w\/]*\/)?(\w+(?:\+\w+)?\.swift)`/).map { $0.1 })
    #expect(files.count == 5, "\(files.sorted())")
    let sources = Set(
      Places.files(in: Places.root.appending(path: "Sources/Rubrics"), extension: "swift")
        .map(\.lastPathComponent))
    for file in files.sorted() {
      let beside = String(file).replacing("Ramp", with: "Interpolate")
      #expect(sources.contains(beside), "the recipe names \(file), and there is no \(beside)")
    }
    let folder = Places.files(
      in: Places.root.appending(path: "Sources/Rubrics/Forms/Interpolate"), extension: "swift")
    #expect(folder.count == files.count - 1)
  }

  @Test func recipesLeadToFoldersThatAreThere() throws {
    var count = 0
    for match in try Self.page("RECIPES.md").matches(of: /`((?:Sources|Tests)\/[^`<]*)/) {
      let folder = match.1.prefix(through: match.1.lastIndex(of: "/") ?? match.1.startIndex)
      // What is to be written is not there yet.
      guard !folder.contains("Ramp") else { continue }
      count += 1
      #expect(Self.isThere(String(folder)), "docs/RECIPES.md sends to \(folder)")
    }
    #expect(count > 10)
  }

  @Test func theMapShowsFoldersThatAreThere() throws {
    let modules = Set(House.rooms.map(\.name))
    var count = 0
    for match in try Self.page("ARCHITECTURE.md").matches(of: /`(\w+)((?:\/\w+)+)`/)
    where modules.contains(String(match.1)) {
      count += 1
      let path = "Sources/\(match.1)\(match.2)"
      #expect(
        Self.isThere(path) || Self.isThere(path + ".swift"), "docs/ARCHITECTURE.md shows \(path)")
    }
    #expect(count > 15)
  }
}
