import Foundation
import TestSupport
import Testing

/// A form of scoring is told in its folder; whoever scores, proves, counts or prints knows the plan that it means.
@Suite(.timed) struct FormsTests {
  private static let forms = Places.root.appending(path: "Sources/Rubrics/Forms")
  private static let table = Places.root.appending(
    path: "Sources/Rubrics/Language/ScoringForms.swift")

  /// By folder: the types in it that are forms.
  private static func types() throws -> [(folder: String, names: Set<String>)] {
    let declaration = /\bstruct (\w+): (?:WrittenForm|ScoringForm)\b/
    var types: [String: Set<String>] = [:]
    for file in Places.files(in: forms, extension: "swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: declaration) {
        types[file.deletingLastPathComponent().path, default: []].insert(String(match.1))
      }
    }
    return types.map { ($0.key, $0.value) }
  }

  @Test func noFormIsNamedOutsideItsFolderButInTheTable() throws {
    let types = try Self.types()
    #expect(types.count > 10)
    for file in Places.files(in: Places.root.appending(path: "Sources"), extension: "swift")
    where file.lastPathComponent != Self.table.lastPathComponent {
      let words = Set(
        try String(contentsOf: file, encoding: .utf8).matches(of: /\w+/).map { String($0.0) })
      for (folder, names) in types where !file.path.hasPrefix(folder + "/") {
        #expect(
          words.isDisjoint(with: names), "\(file.lastPathComponent) names a form of \(folder)")
      }
    }
  }

  @Test func theTableNamesThemAll() throws {
    let table = try String(contentsOf: Self.table, encoding: .utf8)
    for (folder, names) in try Self.types() {
      #expect(
        names.contains { table.contains("\($0).self") }, "\(folder) is missing from the table")
    }
  }

  /// The recipe promises so many.
  @Test func aFormHasFiveFilesAtMost() throws {
    for (folder, names) in try Self.types() {
      let files = Places.files(in: URL(filePath: folder), extension: "swift")
      #expect(files.count <= 4 + 2 * (names.count - 1), "\(folder) holds \(files.count) files")
    }
  }
}
