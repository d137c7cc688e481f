import Foundation
import TestSupport

/// The floors of the house, lowest first: the one place where they stand.
///
/// A module may import only from floors below its own. `docs/ARCHITECTURE.md` is drawn from this table, and `docs/ROOMS.md` has a section for every room of it.
enum House {
  struct Floor: Sendable {
    let number: Int
    let rooms: [Room]
  }

  struct Room: Sendable {
    let name: String
    /// What it is there for, as the drawing says it.
    let does: String
    /// The C libraries that it, and nobody else, may import.
    var cellar: [String] = []
  }

  static let floors = [
    Floor(
      number: -1,
      rooms: [
        Room(name: "Platform", does: "the C library of this system, files, threads"),
        Room(name: "NormalForms", does: "one way of writing what Unicode writes in many"),
      ]),
    Floor(
      number: 0,
      rooms: [
        Room(name: "Diagnostics", does: "what is wrong, where, in both languages"),
        Room(name: "Values", does: "numbers, time, values, tables, columns"),
        Room(name: "Archives", does: "folders, zips, streams of bytes", cellar: ["CArchive"]),
      ]),
    Floor(
      number: 1,
      rooms: [
        Room(name: "FEEL", does: "expressions: read, checked, planned, run"),
        Room(name: "Formats", does: "YAML, JSON, CSV, cells, blocks", cellar: ["CYAML"]),
        Room(name: "Workbooks", does: "sheets of Excel and WPS, cell by cell"),
        Room(
          name: "WorkbookWriting", does: "workbooks of cells and formulas, sheet by sheet",
          cellar: ["CXLSXWriter"]),
        Room(name: "Seals", does: "digests and signatures", cellar: ["CSodium"]),
      ]),
    Floor(
      number: 2,
      rooms: [
        Room(name: "Rubrics", does: "what is asked"),
        Room(name: "Bundles", does: "what was found"),
        Room(name: "ScoreSheets", does: "score sheets of offices, made into rubrics"),
      ]),
    Floor(
      number: 3,
      rooms: [
        Room(name: "Scoring", does: "plan x evidence -> evaluation, one or a portfolio"),
        Room(name: "Handouts", does: "what is asked, as workbooks to fill in"),
      ]),
    Floor(
      number: 4,
      rooms: [
        Room(name: "Decisions", does: "what follows: results, history, contracts"),
        Room(name: "WorkingPapers", does: "the calculation of a result as formulas of a workbook"),
      ]),
    Floor(
      number: 5,
      rooms: [Room(name: "Analyses", does: "what results say together: agreement")]),
    Floor(number: 6, rooms: [Room(name: "Reports", does: "say it: HTML, JSON, text")]),
    Floor(
      number: 7,
      rooms: [
        Room(name: "Hengxing", does: "Pipeline.swift: the whole order on one page"),
        Room(name: "Papers", does: "say it on paper: Word documents that people sign"),
      ]),
    Floor(
      number: 9,
      rooms: [Room(name: "Commands", does: "argv in; text, files and exit code out")]),
    Floor(
      number: 10, rooms: [Room(name: "Main", does: "the process: words in, streams, exit code")]),
  ]

  static var rooms: [Room] { floors.flatMap(\.rooms) }

  /// The modules that the package manager builds out of `Sources`, C libraries left out.
  static func modules() throws -> [String] {
    let text = try String(
      contentsOf: Places.root.appending(path: "Package.swift"), encoding: .utf8)
    let rooms = text.matches(of: /(?m)^\s+room\(\s*"(\w+)"/).map { String($0.1) }
    return rooms + ["Main"]
  }

  /// The house as a page shows it, highest floor first.
  static var drawing: String {
    let width = (rooms.map(\.name.count).max() ?? 0) + 2
    var lines: [String] = []
    for floor in floors.reversed() {
      for (index, room) in floor.rooms.enumerated() {
        let label = index == 0 ? "floor \(floor.number)" : ""
        lines.append(padded(label, 10) + padded(room.name, width) + room.does)
      }
    }
    for (index, room) in rooms.filter({ !$0.cellar.isEmpty }).enumerated() {
      let label = index == 0 ? "cellar" : ""
      lines.append(
        padded(label, 10) + padded(room.cellar.joined(separator: " "), width) + "by \(room.name)")
    }
    return "```\n" + lines.joined(separator: "\n") + "\n```\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
