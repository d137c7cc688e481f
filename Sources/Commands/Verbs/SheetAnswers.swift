import Diagnostics
import Formats
import Hengxing
import Rubrics
import ScoreSheets
import Scoring

/// Sheets of questions and of cases to tick, that were given out and come back filled in.
enum SheetAnswers {
  /// More than any sheet of questions has.
  private static let mostBytes = 16 << 20

  /// The rubric, and the sheet of what it leaves open.
  static func files(of written: ScoreSheet.Written) -> [SkeletonFile] {
    var files = [SkeletonFile("\(written.id).yaml", written.text)]
    guard !written.questions.isEmpty else { return files }
    // Spreadsheets take a file for UTF-8 only where it says so.
    var sheet = CSVWriter(byteOrderMark: true)
    sheet.row(Answers.heads)
    for row in written.questions { sheet.row(row) }
    files.append(SkeletonFile("\(written.id).questions.csv", sheet.text))
    return files
  }

  /// - Returns: `nil` where the file cannot be read; that was reported.
  static func read(_ path: String?, into diagnostics: inout Diagnostics) -> Answers? {
    guard let path else { return Answers() }
    return rows(path, column: Answers.heads[4], into: &diagnostics).map {
      Answers(rows: $0, into: &diagnostics)
    }
  }

  /// What a colleague said of cases at edges.
  ///
  /// - Returns: `nil` where the file cannot be read; that was reported.
  static func ticks(_ path: String?, into diagnostics: inout Diagnostics) -> EdgeTicks? {
    guard let path else { return EdgeTicks() }
    return rows(path, column: EdgeTicks.heads(in: .zh)[3], into: &diagnostics).map {
      EdgeTicks(rows: $0, into: &diagnostics)
    }
  }

  private static func rows(
    _ path: String, column: String, into diagnostics: inout Diagnostics
  ) -> [(place: Place, cells: [String])]? {
    if path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".xlsm") {
      return Answers.rows(workbook: path, into: &diagnostics)
    }
    guard let bytes = Files.bytes(path, atMost: mostBytes, into: &diagnostics),
      let table = CSVReader.read(bytes, path: path, into: &diagnostics)
    else { return nil }
    var rows: [(place: Place, cells: [String])] = [(.file(path), table.header)]
    for row in 0..<table.rowCount {
      rows.append(
        (
          .cell(file: path, line: table.lines[row], column: column),
          table.header.indices.map { table.cell(row, $0) }
        ))
    }
    return rows
  }
}
