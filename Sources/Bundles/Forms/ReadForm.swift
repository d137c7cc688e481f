import Diagnostics
import Formats
import Workbooks

/// A form that came back, as far as it says who it is about and what was handed in.
struct ReadForm {
  /// A row of its request list in which somebody wrote something.
  struct Request {
    let kind: String
    let row: Int
    let cells: [RequestColumn: String]
    let place: (RequestColumn) -> Place
  }

  let marker: FormMarker
  let workbook: Workbook
  private(set) var heads: [FormHead: BundleFact] = [:]
  private(set) var facts: [BundleFact] = []
  private(set) var requests: [Request] = []

  /// - Returns: `nil` where the workbook is no form for evidence.
  init?(_ workbook: Workbook, into diagnostics: inout Diagnostics) {
    guard let marker = FormMarker(of: workbook), marker.purpose == .bundle else { return nil }
    self.marker = marker
    self.workbook = workbook
    if let grid = grid(.facts, FormWording.factSheet, into: &diagnostics) { readFacts(grid) }
    if let grid = grid(.requests, FormWording.requestSheet, into: &diagnostics) {
      readRequests(grid)
    }
  }

  /// The sheet that the form gave a role, by the name that it had then or would have in the other language.
  private func grid(
    _ role: FormMarker.Role, _ wording: Wording, into diagnostics: inout Diagnostics
  ) -> SheetGrid? {
    let names = [marker.sheet(role)?.sheet, wording.zh, wording.en].compactMap(\.self)
      .map(HeaderName.init)
    guard let sheet = workbook.sheets.first(where: { names.contains(HeaderName($0.name)) }) else {
      return nil
    }
    return SheetGrid(sheet, of: workbook, into: &diagnostics)
  }

  private mutating func readFacts(_ grid: SheetGrid) {
    for row in grid.rows {
      let name = grid.text(row, FactColumn.name.rawValue)
      guard !name.isEmpty, !FactColumn.isHeading(name) else { continue }
      let column = FactColumn.value.rawValue
      let fact = BundleFact(
        name: name, text: grid.text(row, column), place: grid.place(row, column))
      if let head = FormHead.named(name) {
        if heads[head] == nil { heads[head] = fact }
      } else {
        facts.append(fact)
      }
    }
  }

  private mutating func readRequests(_ grid: SheetGrid) {
    var columns: [RequestColumn: Int] = [:]
    for row in grid.rows {
      guard !columns.isEmpty else {
        for column in grid.columns(of: row) {
          if let known = RequestColumn.named(grid.text(row, column)), columns[known] == nil {
            columns[known] = column
          }
        }
        // A title above it names no two of them.
        if columns[.kind] == nil || columns[.handedIn] == nil { columns = [:] }
        continue
      }
      let own = columns
      var cells: [RequestColumn: String] = [:]
      for (known, column) in own where grid[row, column]?.isBlank == false {
        cells[known] = grid.text(row, column)
      }
      guard let kind = cells[.kind] else { continue }
      requests.append(
        Request(kind: kind, row: row, cells: cells) { grid.place(row, own[$0] ?? 1) })
    }
  }

  /// The text of a head; `nil` where nobody wrote one.
  func head(_ head: FormHead) -> String? {
    heads[head].flatMap { $0.text.allSatisfy(\.isWhitespace) ? nil : $0.text }
  }

  /// The tables of which the request list says that there is nothing to write in them.
  var emptyTables: Set<HeaderName> {
    Set(
      requests.filter { FormWording.isNone($0.cells[.handedIn] ?? "") }
        .map { HeaderName($0.kind) })
  }
}
