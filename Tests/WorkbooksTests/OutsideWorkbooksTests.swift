import Archives
import Diagnostics
import Foundation
import TestSupport
import Testing
import Workbooks

/// Workbooks that nobody here wrote, where they are at hand.
@Suite(.timed) struct OutsideWorkbooksTests {
  private static let folder = Places.shared?.appending(path: "xlsx")

  private static func files(in name: String) -> [URL] {
    guard let folder else { return [] }
    let folderOfFiles = folder.appending(path: name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folderOfFiles.path)) ?? []
    return names.filter { !$0.hasSuffix(".json") }.sorted().map {
      folderOfFiles.appending(path: $0)
    }
  }

  @Test(
    .enabled(if: Self.folder != nil, "no outside workbooks: set HENGXING_SHARED"),
    arguments: files(in: "files"))
  func everyCellIsWhatIsThere(file: URL) throws {
    let expected = try #require(
      Self.folder?.appending(path: "expect/\(file.lastPathComponent).json"))
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: expected))
    let sheets = try #require((json as? [String: Any])?["sheets"] as? [[String: Any]])
    var diagnostics = Diagnostics()
    let workbook = try #require(
      Workbook.open(.file(file.path), shownAs: file.lastPathComponent, into: &diagnostics))
    let names = sheets.compactMap { $0["name"] as? String }
    #expect(workbook.sheets.map(\.name) == names)
    for (sheet, json) in zip(workbook.sheets, sheets) {
      let visibility = json["visibility"] as? String ?? ""
      #expect((sheet.visibility == .visible) == ["visible", "show"].contains(visibility))
      let expectation = SheetExpectation(json)
      var found: [String: [String]] = [:]
      let reading = workbook.read(sheet, into: &diagnostics) { cell, text, _ in
        guard let kind = expectation.name(of: cell.kind) else { return }
        let text = String(decoding: text, as: UTF8.self)
        if kind == "text", text.isEmpty { return }
        found["\(cell.row),\(cell.column)"] = [kind, text]
      }
      for fault in expectation.faults(of: found) {
        Issue.record("\(file.lastPathComponent) \(sheet.name): \(fault)")
      }
      if let uncached = json["uncached"] as? [[Int]] {
        #expect(reading.uncached.map { [$0.row, $0.column] } == uncached)
        #expect(reading.merged == json["merged"] as? [String])
        #expect(reading.hiddenRows.map { [$0.first, $0.last] } == json["hidden_rows"] as? [[Int]])
        #expect(
          reading.hiddenColumns.map { [$0.first, $0.last] } == json["hidden_cols"] as? [[Int]])
      }
    }
  }

  @Test(
    .enabled(if: Self.folder != nil, "no outside workbooks: set HENGXING_SHARED"),
    arguments: files(in: "malformed"))
  func whatIsBrokenIsReadInPartOrTold(file: URL) {
    var diagnostics = Diagnostics()
    let workbook = Workbook.open(
      .file(file.path), shownAs: file.lastPathComponent, into: &diagnostics)
    #expect(workbook != nil || diagnostics.hasErrors)
    for sheet in workbook?.sheets ?? [] {
      let reading = workbook?.read(sheet, into: &diagnostics) { _, _, _ in }
      #expect(reading?.isWhole == true || diagnostics.hasErrors)
    }
  }
}

/// The cells of one sheet as they should be.
private struct SheetExpectation {
  private let cells: [[Any]]
  /// By place: the readings that are right, too; none: any is.
  private var lenient: [String: [[Any]]?] = [:]

  init(_ json: [String: Any]) {
    cells = json["cells"] as? [[Any]] ?? []
    for one in json["lenient"] as? [[Any]] ?? [] where one.count > 2 {
      lenient["\(one[0]),\(one[1])"] = .some(one.count > 3 ? one[3] as? [[Any]] : nil)
    }
  }

  func name(of kind: SheetCell.Kind) -> String? {
    switch kind {
    case .blank, .uncached: nil
    case .dateTime: "datetime"
    default: "\(kind)"
    }
  }

  func faults(of found: [String: [String]]) -> [String] {
    var rest = found
    var faults: [String] = []
    for cell in cells where cell.count > 3 {
      let place = "\(cell[0]),\(cell[1])"
      let have = rest.removeValue(forKey: place)
      let others = lenient[place]
      if let others, others == nil { continue }
      let accepted = [Array(cell[2...3])] + ((others ?? nil) ?? [])
      if !accepted.contains(where: { agrees(have, $0) }) {
        faults.append("\(place) is \(have ?? []) and not \(cell)")
      }
    }
    for (place, have) in rest where lenient[place] == nil {
      faults.append("\(place) is \(have) where nothing is")
    }
    return faults
  }

  private func agrees(_ have: [String]?, _ wanted: [Any]) -> Bool {
    let kind = wanted[0] as? String ?? ""
    let isNothing = kind == "blank" || kind == "text" && wanted[1] as? String == ""
    if isNothing { return have == nil }
    guard let have, have[0] == kind else { return false }
    if kind == "boolean" { return have[1] == (wanted[1] as? Bool == true ? "true" : "false") }
    return have[1] == wanted[1] as? String
  }
}
