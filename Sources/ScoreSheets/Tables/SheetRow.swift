import Values

/// What a row of a table is.
enum SheetRowKind {
  case blank
  /// A line over the width of the table, or alone in its row: a part begins.
  case heading(ScoreTable.Cell, points: Number?)
  /// 合计, 小计, with the points that it gives.
  case total(label: String, points: Number?, isPart: Bool)
  /// 注：…, 评估人签字.
  case note(String)
  case header
  case item
}
