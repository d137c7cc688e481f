import Foundation

@testable import Scoring

/// A grid, and the same table written out rule by rule.
struct DrawnGrid {
  /// One direction: inputs, and a test an input for each line.
  private struct Side {
    var inputs: [String]
    var heads: [[String]]
  }

  private let down: Side
  private let across: Side
  private let cells: [[String]]
  private let otherwise: String?

  init(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let flaws = numbers.flip(30)
    var names = ["rooms", "hours", "kind", "open"].shuffled(using: &numbers)
    func draw(_ count: Int, _ numbers: inout SeededNumbers) -> Side {
      var side = Side(inputs: [], heads: [[]])
      for _ in 0..<count {
        let name = names.removeLast()
        let tests = Self.tests(of: name, withFlaw: flaws && numbers.flip(40), &numbers)
        side.inputs.append(name)
        side.heads = side.heads.flatMap { head in tests.map { head + [$0] } }
      }
      return side
    }
    let down = draw(Int.random(in: 1...2, using: &numbers), &numbers)
    let across = draw(numbers.flip(30) ? 2 : 1, &numbers)
    self.down = down
    self.across = across
    cells = down.heads.map { _ in across.heads.map { _ in Self.cell(&numbers) } }
    otherwise = numbers.flip(25) ? "1" : nil
  }

  private static func cell(_ numbers: inout SeededNumbers) -> String {
    if numbers.flip(10) { return "null" }
    return numbers.flip(15) ? "rooms / 4" : "\(Int.random(in: 0...10, using: &numbers))"
  }

  /// Tests that share out what an input may come to; with a flaw, one of them is missing or takes too much.
  private static func tests(
    of name: String, withFlaw: Bool, _ numbers: inout SeededNumbers
  ) -> [String] {
    var tests: [String]
    switch name {
    case "open": tests = ["true", "false"]
    case "kind":
      tests =
        numbers.flip(50) ? [#""town""#, #"not("town")"#] : [#""town", "city""#, #""county""#]
    default:
      let cuts = Set((0..<3).map { _ in Int.random(in: 1...8, using: &numbers) }).sorted()
      tests = ["< \(cuts[0])"]
      tests += zip(cuts, cuts.dropFirst()).map { "[\($0)..\($1))" }
      tests.append(">= \(cuts[cuts.count - 1])")
      if name == "hours" { tests.append("null") }
    }
    guard withFlaw else { return tests.shuffled(using: &numbers) }
    if numbers.flip(50) { return Array(tests.shuffled(using: &numbers).dropLast()) }
    return tests + ["-"]
  }

  // MARK: spellings

  var asGrid: String {
    let columns = across.heads.map { $0.count == 1 ? quoted($0[0]) : list($0.map(quoted)) }
    var lines = [
      "across: " + list(across.inputs), "columns: " + list(columns), "down: " + list(down.inputs),
      "rows:",
    ]
    for (head, cells) in zip(down.heads, cells) {
      lines.append("  - " + list((head + cells).map(quoted)))
    }
    return (lines + defaultLine).joined(separator: "\n")
  }

  var asRules: String {
    var lines = ["hit policy: unique", "inputs: " + list(down.inputs + across.inputs), "rules:"]
    for (head, cells) in zip(down.heads, cells) {
      for (column, cell) in zip(across.heads, cells) {
        lines.append("  - " + list((head + column + [cell]).map(quoted)))
      }
    }
    return (lines + defaultLine).joined(separator: "\n")
  }

  private var defaultLine: [String] { otherwise.map { ["default: \"\($0)\""] } ?? [] }

  private func quoted(_ text: String) -> String { "'\(text)'" }

  private func list(_ members: [String]) -> String { "[\(members.joined(separator: ", "))]" }

  /// A rubric that scores by the table, by a figure of it and by a grade.
  func rubric(_ table: String) -> String {
    func indented(_ blanks: Int) -> String {
      table.split(separator: "\n").map { String(repeating: " ", count: blanks) + $0 }
        .joined(separator: "\n")
    }
    return """
      rubric: grid
      edition: "1"
      language: en
      title: Grid
      subject: {kind: station, key: id}
      fictional: true
      facts:
        rooms: {type: number, whole: true, must be: ">= 0"}
        hours: {type: number, absent: "null"}
        kind: {type: string, one of: [town, county, city]}
        open: {type: boolean}
      define:
        rate:
          table:
      \(indented(6))
      sections:
        - id: all
          title: All
          points: 20
          items:
            - id: one
              title: One
              points: 10
              says: By the grid.
              basis: {rule: illustrative, points: illustrative}
              "null": 0
              score:
                table:
      \(indented(12))
            - id: other
              title: Other
              points: 10
              says: By the figure.
              basis: {rule: illustrative, points: illustrative}
              "null": not applicable
              score: {formula: rate + 1, from: 0, to: 10}
      total: {round: {to: 0.01, mode: half up}, when closed: zero}
      grades:
        - {id: high, title: high, at least: 10}
        - {id: low, title: low}

      """
  }
}
