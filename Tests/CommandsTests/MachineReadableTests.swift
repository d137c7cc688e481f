import Foundation
import TestSupport
import Testing

/// What editors and tools of review read of `check`.
@Suite(.timed) struct MachineReadableTests {
  private struct Told: Decodable {
    struct Words: Decodable { let en, zh: String }
    struct Position: Decodable {
      let file: String
      let line, column, endLine, endColumn: Int
    }
    struct Related: Decodable {
      let role: Words
      let place: Position
    }
    struct Edit: Decodable {
      let place: Position
      let text: String
    }
    struct Message: Decodable {
      let code: String
      let place: Position
      let related: [Related]?
      let edits: [Edit]?
    }
    let diagnostics: [Message]
  }

  private static let item = """
          - {id: %, title: T, points: 1, says: t, basis: {rule: illustrative, points: illustrative}, score: {check: 有证}}
    """

  private static func rubric(_ first: String, _ second: String, key: String) -> String {
    """
    rubric: small
    edition: "1"
    title: 小
    subject: station
    facts: {有证: {type: boolean}}
    sections:
      - id: all
        title: 全部
        points: 2
        items:
    \(item.replacing("%", with: first))
    \(item.replacing("%", with: second))
    total: {round: {to: 1, mode: half up}, \(key): zero}
    grades: [{id: good, title: 好, at least: 1}, {id: poor, title: 差}]

    """
  }

  private func json(_ scratch: Scratch, _ format: String = "json") -> Data {
    var screen = Session.screen(
      of: ["check", scratch.folder.appending(path: "r.yaml").path, "--format", format])
    if screen.last?.hasPrefix("[") == true { screen.removeLast() }
    return Data(screen.joined(separator: "\n").utf8)
  }

  @Test func anEditorCanMakeTheChangeThatIsProposed() throws {
    let scratch = try Scratch()
    let text = Self.rubric("a", "b", key: "when closd")
    try scratch.write("r.yaml", text)
    let told = try JSONDecoder().decode(Told.self, from: json(scratch))
    let message = try #require(told.diagnostics.first { $0.code == "unknown-key" })
    let edit = try #require(message.edits?.first)
    #expect(edit.text == "when closed")
    var lines = text.components(separatedBy: "\n")
    let line = Array(lines[edit.place.line - 1].unicodeScalars)
    var mended = String.UnicodeScalarView(line[..<(edit.place.column - 1)])
    mended.append(contentsOf: edit.text.unicodeScalars)
    mended.append(contentsOf: line[(edit.place.endColumn - 1)...])
    lines[edit.place.line - 1] = String(mended)
    try scratch.write("r.yaml", lines.joined(separator: "\n"))
    #expect(try JSONDecoder().decode(Told.self, from: json(scratch)).diagnostics.isEmpty)
  }

  @Test func relatedPlacesHaveTheirRoleInBothLanguages() throws {
    let scratch = try Scratch()
    try scratch.write("r.yaml", Self.rubric("a", "a", key: "when closed"))
    let told = try JSONDecoder().decode(Told.self, from: json(scratch))
    let message = try #require(told.diagnostics.first { $0.code == "id-twice" })
    let related = try #require(message.related?.first)
    #expect(related.role.en == "first here" && related.role.zh == "第一次在此")
    #expect(related.place.line == message.place.line - 1)
  }

  @Test func sarifHasThemAsRelatedLocationsAndFixes() throws {
    let scratch = try Scratch()
    try scratch.write("r.yaml", Self.rubric("a", "a", key: "when closd"))
    let log = try #require(
      JSONSerialization.jsonObject(with: json(scratch, "sarif")) as? [String: Any])
    let runs = try #require(log["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(results.contains { ($0["relatedLocations"] as? [Any])?.count == 1 })
    let fixes = results.compactMap { $0["fixes"] as? [[String: Any]] }.flatMap(\.self)
    let changes = try #require(fixes.first?["artifactChanges"] as? [[String: Any]])
    let replacements = try #require(changes.first?["replacements"] as? [[String: Any]])
    let content = try #require(replacements.first?["insertedContent"] as? [String: Any])
    #expect(content["text"] as? String == "when closed")
  }
}
