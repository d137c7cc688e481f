import Values

extension SheetColumns {
  private static let totals = ["合计", "总计", "总分", "小计", "得分合计", "分数合计", "共计", "总得分", "评估总分", "总评分"]
  private static let notes = [
    "注", "备注", "说明", "填表说明", "评分说明", "填表人", "评估人", "评委", "评估组", "专家签", "考核人", "检查人", "被评估", "被考核",
    "被检查", "评估单位", "单位盖章", "填报单位", "日期", "年月日", "签字", "签名", "审核人", "负责人", "等级", "考核等次", "评定等次",
    "评定等级", "评估等级",
    "评估结论",
    "评估意见", "总体评价", "联系人", "联系电话", "站点名称", "机构名称",
  ]

  func kind(ofRow row: Int, in grid: ScoreTable) -> SheetRowKind {
    let cells = grid.cells(inRow: row).filter { !$0.text.isEmpty }
    let own = cells.filter { $0.row == row }
    guard let first = own.first else { return .blank }
    if isHeader(own, grid) { return .header }
    let plain = ColumnRole.plain(first.text)
    if let total = Self.totals.first(where: { plain.hasPrefix($0) }), plain.count <= 10 {
      let points = own.dropFirst().compactMap { LabelPoints.cell($0.text) }.first
      return .total(
        label: first.text, points: points ?? LabelPoints(first.text).points,
        isPart: total == "小计")
    }
    let isNote = Self.notes.contains { plain.hasPrefix($0) || plain == $0 }
    let isAlone = own.count == 1 && cells.count == 1
    let isSigned = plain.contains("签") || first.text.hasSuffix("：") || first.text.hasSuffix(":")
    if isNote, isAlone || !hasPoints(row, grid) && (isSigned || standardText(row, grid).isEmpty) {
      return .note(own.map(\.text).joined(separator: "\n"))
    }
    if isAlone {
      let isWide = first.columns > 1 && first.columns * 2 > grid.columnCount
      let isLeft = first.column <= (labels.first ?? standards.first?.number ?? 1)
      if isWide || isLeft {
        if first.text.count > 60 || GradeLines(in: [first.text]) != nil { return .note(first.text) }
        return .heading(first, points: nil)
      }
    }
    if let heading = heading(row, in: grid) { return heading }
    if own.allSatisfy({ numbers.contains($0.column) }) { return .blank }
    return .item
  }

  /// A row with a label and points of its own and no standard, above the rows that make up these points.
  private func heading(_ row: Int, in grid: ScoreTable) -> SheetRowKind? {
    guard !standards.isEmpty, standardText(row, grid).isEmpty, let column = itemPoints,
      let whole = LabelPoints.cell(grid.text(row: row, column: column)), whole.isPositive
    else { return nil }
    let own = labels.compactMap { grid.cell(row: row, column: $0) }
      .filter { $0.row == row && !$0.text.isEmpty && $0.rows == 1 }
    guard own.count == 1, let label = own.first else { return nil }
    let number = numbers.first.map { grid.text(row: row, column: $0) } ?? ""
    let isNumbered = !number.isEmpty && number.allSatisfy(Numeral.digits.contains)
    var sum = Number.zero
    var next = row + 1
    while next <= grid.rowCount, !standardText(next, grid).isEmpty, sum < whole {
      if let cell = grid.cell(row: next, column: column), cell.row == next,
        let points = LabelPoints.cell(cell.text), let more = sum.adding(points)
      {
        sum = more
      }
      next += 1
    }
    return isNumbered || sum == whole ? .heading(label, points: whole) : nil
  }

  private func isHeader(_ own: [ScoreTable.Cell], _ grid: ScoreTable) -> Bool {
    guard own.count > 1 else { return false }
    return own.allSatisfy { cell in
      header.columns.contains { $0.number == cell.column && $0.head == cell.text }
    }
  }

  private func hasPoints(_ row: Int, _ grid: ScoreTable) -> Bool {
    points.values.contains { LabelPoints.cell(grid.text(row: row, column: $0)) != nil }
  }

  /// The standard of a row; of one in several columns each with its head.
  func standardText(_ row: Int, _ grid: ScoreTable) -> String {
    var seen: Set<Int> = []
    var texts: [String] = []
    for column in standards {
      guard let index = grid.index(row: row, column: column.number), seen.insert(index).inserted,
        !grid.cells[index].text.isEmpty
      else { continue }
      let text = grid.cells[index].text
      texts.append(column.part.map { "\($0)：\(text)" } ?? text)
    }
    return texts.joined(separator: standards.contains { $0.part != nil } ? "；" : "\n")
  }
}
