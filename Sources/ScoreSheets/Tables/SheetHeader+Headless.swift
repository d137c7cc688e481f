import Diagnostics
import Values

extension SheetHeader {
  /// What a column without a head looks like.
  private struct Look {
    let number: Int
    var cells = 0
    var numbers: [Number] = []
    var letters = 0
    /// Cells that speak of points.
    var rules = 0
    /// Labels with points in them: 组织建设（20分）.
    var pointed = 0

    var isNumeric: Bool { cells > 0 && numbers.count * 4 >= cells * 3 }
    /// 1, 2, 3 down the table.
    var counts: Bool {
      numbers.count > 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0.adding(.one) }
    }
    var length: Int { cells == 0 ? 0 : letters / cells }
  }

  private static let fewestRows = 3

  /// What a table holds that has no heads, where its shape leaves no doubt: labels, what they are worth, and sentences that
  /// say how points are earned.
  ///
  /// - Returns: `nil` where it could be read in two ways.
  init?(withoutHeads table: ScoreTable) {
    guard (2...8).contains(table.columnCount), let first = Self.firstRow(of: table) else {
      return nil
    }
    let looks = (1...table.columnCount).map { Self.look(at: $0, of: table, from: first) }
    let filled = looks.filter { $0.cells > 0 }
    // The sentences: the longest column, in which most cells speak of points.
    let sentences = filled.filter { $0.rules * 2 > $0.cells && !$0.isNumeric }
    guard let standard = sentences.max(by: { $0.length < $1.length }), standard.length >= 8,
      standard.cells >= Self.fewestRows,
      sentences.allSatisfy({ $0.number == standard.number || $0.length * 2 < standard.length })
    else { return nil }
    let numbers = filled.filter(\.isNumeric)
    let ordinals = numbers.filter { $0.counts && $0.number == filled.first?.number }
    let points = numbers.filter { look in !ordinals.contains { $0.number == look.number } }
    let labels = filled.filter { !$0.isNumeric && $0.number < standard.number }
    guard !labels.isEmpty, points.count <= 1,
      points.count == 1 || labels.contains(where: { $0.pointed * 2 > $0.cells }),
      // What stands behind the sentences nobody can tell.
      filled.allSatisfy({ $0.number <= standard.number || $0.isNumeric })
    else { return nil }
    var columns: [Column] = []
    for look in filled {
      let role: ColumnRole =
        look.number == standard.number
        ? .standard
        : ordinals.contains { $0.number == look.number }
          ? .number : points.contains { $0.number == look.number } ? .points : .label
      columns.append(Column(number: look.number, role: role, head: ""))
    }
    self.init(above: first, columns)
    taken = ScoreSheetsWording.taken(columns)
  }

  /// The first row with as many cells as most; titles stand above it.
  private static func firstRow(of table: ScoreTable) -> Int? {
    let counts = (1...max(1, table.rowCount)).map { row in
      table.cells(inRow: row).count { !$0.text.isEmpty }
    }
    guard counts.count >= fewestRows, let most = counts.max(), most > 1 else { return nil }
    return counts.firstIndex { $0 * 3 >= most * 2 && $0 > 1 }.map { $0 + 1 }
  }

  private static func look(at column: Int, of table: ScoreTable, from first: Int) -> Look {
    var look = Look(number: column)
    for row in first...max(first, table.rowCount) {
      guard let cell = table.cell(row: row, column: column), cell.row == row,
        cell.column == column, cell.columns < max(2, table.columnCount), !cell.text.isEmpty,
        // A total says nothing of the others.
        !ScoreSheetsWording.isTotal(table.cells(inRow: row).first?.text ?? "")
      else { continue }
      look.cells += 1
      look.letters += cell.text.count
      if let number = LabelPoints.cell(cell.text) { look.numbers.append(number) }
      if cell.text.contains("分") { look.rules += 1 }
      if LabelPoints(cell.text).points != nil { look.pointed += 1 }
    }
    return look
  }
}
