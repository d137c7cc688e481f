/// The columns of a table by what they hold, after a look at what stands below their heads.
struct SheetColumns {
  private(set) var labels: [Int] = []
  /// By level of the outline: the column with its points.
  private(set) var points: [Int: Int] = [:]
  private(set) var standards: [SheetHeader.Column] = []
  private(set) var materials: [Int] = []
  /// 计量单位, 目标值, 备注: added to what is said, with their heads.
  private(set) var additions: [SheetHeader.Column] = []
  private(set) var numbers: [Int] = []
  /// Heads of those left to be filled in, as the sheet has them.
  private(set) var fills: [String] = []
  let header: SheetHeader

  init(_ header: SheetHeader, of grid: ScoreTable) {
    self.header = header
    var pointColumns: [Int] = []
    let body = header.lastRow + 1
    let hasPoints = header.columns.contains {
      $0.role == .points && Self.numberCount(grid, $0.number, from: body) > 0
    }
    for column in header.columns {
      let numerals = Self.numberCount(grid, column.number, from: body)
      let isNumeric = numerals > 0
      switch column.role {
      case .points:
        if isNumeric { pointColumns.append(column.number) } else { fills.append(column.head) }
      case .fill:
        let plain = ColumnRole.plain(column.head)
        // A total alone does not make points of what is left to be filled in.
        if !hasPoints, numerals > 1, numerals * 3 > grid.rowCount - header.lastRow,
          ["评分", "得分", "分数", "考核分"].contains(plain)
        {
          pointColumns.append(column.number)
        } else {
          fills.append(column.head)
        }
      case .label: labels.append(column.number)
      case .standard: standards.append(column)
      case .material: materials.append(column.number)
      case .unit, .target, .remark, .method: additions.append(column)
      case .number: numbers.append(column.number)
      }
    }
    if standards.isEmpty, let target = additions.first(where: { $0.role == .target }) {
      standards = [target]
      additions.removeAll { $0.role == .target }
    }
    if standards.isEmpty { takeStandard(from: grid, header, body) }
    for column in pointColumns {
      let level = labels.lastIndex { $0 < column } ?? labels.count - 1
      // Of two columns of one level the left one is what it is worth.
      if points[level] == nil { points[level] = column }
    }
  }

  /// Where no column is called a standard, the last level holds it, if it is written in sentences.
  private mutating func takeStandard(from grid: ScoreTable, _ header: SheetHeader, _ body: Int) {
    guard labels.count > 1, let last = labels.last else { return }
    var letters = 0
    var cells = 0
    for row in stride(from: body, through: grid.rowCount, by: 1) {
      guard let cell = grid.cell(row: row, column: last), cell.row == row, !cell.text.isEmpty else {
        continue
      }
      letters += cell.text.count
      cells += 1
    }
    guard cells > 0, letters / cells >= 10,
      let column = header.columns.first(where: { $0.number == last })
    else { return }
    labels.removeLast()
    standards = [column]
  }

  private static func numberCount(_ grid: ScoreTable, _ column: Int, from body: Int) -> Int {
    var count = 0
    for row in stride(from: body, through: grid.rowCount, by: 1) {
      guard let cell = grid.cell(row: row, column: column), cell.row == row,
        cell.column == column
      else { continue }
      if LabelPoints.cell(cell.text) != nil { count += 1 }
    }
    return count
  }

  /// What the columns are called, as far as a sheet to sign needs them.
  var heads: SheetOutline.Heads {
    func head(_ number: Int?) -> String? {
      header.columns.first { $0.number == number }.map { YAMLText.oneLine($0.head) }
    }
    return SheetOutline.Heads(
      number: head(numbers.first), levels: labels.compactMap(head), points: head(itemPoints),
      says: standards.first.flatMap { $0.part == nil ? head($0.number) : nil },
      material: head(materials.first), fill: fills.map(YAMLText.oneLine))
  }

  /// Where the points of the deepest level stand.
  var itemPoints: Int? { points[labels.count - 1] }
}
