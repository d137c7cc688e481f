import Diagnostics
import Formats
import Hengxing
import Rubrics
import ScoreSheets

/// The sheet of questions beside a rubric that was read from a score sheet: written, and read in again.
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
    if path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".xlsm") {
      return Answers.read(workbook: path, into: &diagnostics)
    }
    guard let bytes = Files.bytes(path, atMost: mostBytes, into: &diagnostics),
      let table = CSVReader.read(bytes, path: path, into: &diagnostics)
    else { return nil }
    var rows: [(place: Place, cells: [String])] = [(.file(path), table.header)]
    for row in 0..<table.rowCount {
      rows.append(
        (
          .cell(file: path, line: table.lines[row], column: Answers.heads[3]),
          table.header.indices.map { table.cell(row, $0) }
        ))
    }
    return Answers(rows: rows, into: &diagnostics)
  }
}
