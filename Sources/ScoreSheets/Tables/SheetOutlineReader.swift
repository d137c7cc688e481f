import Values

/// Reads the rows of a table into an outline.
struct SheetOutlineReader {
  /// A label at one level: which cell it is in, whichever row asks.
  private struct Label: Equatable {
    let id: Int
    let text: String
    let row: Int
    let column: Int
    /// In the column of points beside a heading.
    var points: Number?
  }

  private struct Line {
    let row: Int
    /// By level; `nil` where there is none, or it goes with the one before.
    var labels: [Label?]
    let headings: [Label]
    let standard: String
    let standardID: Int?
    /// The cell with the points of the item, where there is one.
    let pointsID: Int?
    let points: Number?
  }

  let grid: ScoreTable
  let columns: SheetColumns
  private var lines: [Line] = []
  private var headings: [(rank: Int, label: Label)] = []
  private var outline: SheetOutline
  /// Rows that a label stands for.
  private var uses: [Int: Set<Int>] = [:]
  private var partsByKey: [[Int]: SheetOutline.Part] = [:]
  /// The deepest level at which an item has its title; beyond all of them where a standard gives it.
  private var titleLevel = 0

  init(_ grid: ScoreTable, _ columns: SheetColumns) {
    self.grid = grid
    self.columns = columns
    outline = SheetOutline(grid: grid, heads: columns.heads)
  }

  mutating func read() -> SheetOutline {
    for row in stride(from: columns.header.lastRow + 1, through: grid.rowCount, by: 1) {
      switch columns.kind(ofRow: row, in: grid) {
      case .blank, .header: continue
      case .note(let text): outline.notes.append(text)
      case .total(_, let points, let isPart): noteTotal(points, isPart, row)
      case .heading(let cell, let points): open(cell, points)
      case .item: take(row)
      }
    }
    flush()
    outline.heads.levels = Array(outline.heads.levels.prefix(titleLevel + 1))
    return outline
  }

  // MARK: rows

  private mutating func noteTotal(_ points: Number?, _ isPart: Bool, _ row: Int) {
    guard let points, points.isPositive else { return }
    if isPart {
      // What stands above it is complete: the part that was open last has these points.
      flush()
      if let part = outline.parts.last, part.points == nil { part.points = points }
    } else {
      outline.total = (points, row)
    }
  }

  private mutating func open(_ cell: ScoreTable.Cell, _ points: Number?) {
    let rank = Self.rank(cell.text)
    headings.removeAll { $0.rank >= rank }
    headings.append(
      (
        rank,
        Label(
          id: cell.row * 1000 + cell.column, text: cell.text, row: cell.row, column: cell.column,
          points: points)
      ))
  }

  /// How deep a heading stands by its numbering: 一、 above （一） above 1.
  private static func rank(_ text: String) -> Int {
    let letters = Letters(text)
    guard let first = letters[0] else { return 0 }
    if first == "（" { return letters[1].map(Numeral.digits.contains) == true ? 1 : 3 }
    if first.isASCIIDigit { return 2 }
    return 0
  }

  private mutating func take(_ row: Int) {
    var labels: [Label?] = []
    for (level, column) in columns.labels.enumerated() {
      labels.append(label(row, level, column, left: labels.last ?? nil))
    }
    let standard = columns.standardText(row, grid)
    let pointsCell = columns.itemPoints.flatMap { grid.index(row: row, column: $0) }
    let points = pointsCell.flatMap { LabelPoints.cell(grid.cells[$0].text) }
    // A row without anything of its own goes with the one before.
    lines.append(
      Line(
        row: row, labels: labels, headings: headings.map(\.label), standard: standard,
        standardID: columns.standards.first.flatMap { grid.index(row: row, column: $0.number) },
        pointsID: points == nil ? nil : pointsCell, points: points))
  }

  private mutating func label(
    _ row: Int, _ level: Int, _ column: Int, left: Label?
  ) -> Label? {
    let before = lines.last
    let sameHeading = before.map { $0.headings == headings.map(\.label) } ?? false
    let previous = sameHeading ? before?.labels[level] ?? nil : nil
    let parentIsNew = level > 0 && sameHeading && before?.labels[level - 1] != left
    guard let index = grid.index(row: row, column: column), !grid.cells[index].text.isEmpty else {
      // Left blank instead of merged.
      return parentIsNew ? nil : previous
    }
    let cell = grid.cells[index]
    // One cell over two levels is one label.
    if cell.column < column, columns.labels.contains(where: { $0 >= cell.column && $0 < column }) {
      return nil
    }
    if !parentIsNew, let previous, previous.text == cell.text { return previous }
    return Label(
      id: cell.row * 1000 + cell.column, text: cell.text, row: cell.row, column: cell.column)
  }

  // MARK: items

  /// Makes items of the rows that were taken.
  private mutating func flush() {
    uses = [:]
    for line in lines {
      for label in line.labels.compactMap(\.self) { uses[label.id, default: []].insert(line.row) }
    }
    var index = 0
    while index < lines.count {
      var end = index + 1
      while end < lines.count, goesOn(lines[end], after: lines[index]) { end += 1 }
      add(Array(lines[index..<end]))
      index = end
    }
    lines = []
  }

  /// Whether a row belongs to the item that began with another.
  private func goesOn(_ line: Line, after first: Line) -> Bool {
    guard line.headings == first.headings else { return false }
    if let id = line.pointsID {
      // Merged points over rows each of which says what it earns are those of a part.
      return id == first.pointsID && !splits(id)
    }
    if let key = pointedLabel(line) { return key == pointedLabel(first) }
    if line.standard.isEmpty { return line.labels.last ?? nil == first.labels.last ?? nil }
    if let id = line.standardID, id == first.standardID { return true }
    // A further line of the standard, without a label or points of its own.
    return first.pointsID != nil && line.labels == first.labels && !columns.labels.isEmpty
      && grid.index(row: line.row, column: columns.labels[columns.labels.count - 1]) == nil
  }

  /// The deepest label with points in it, but for the first of several levels.
  private func pointedLabel(_ line: Line) -> Label? {
    for level in line.labels.indices.reversed() where level > 0 || line.labels.count == 1 {
      guard let label = line.labels[level] else { continue }
      if LabelPoints(label.text).points != nil { return label }
    }
    return nil
  }

  /// Whether the rows of merged points have standards whose own points add up to them.
  private func splits(_ id: Int) -> Bool {
    let rows = lines.filter { $0.pointsID == id }
    guard rows.count > 1, let whole = rows.first?.points else { return false }
    let labels = rows.compactMap { $0.labels.last ?? nil }
    guard Set(labels.map(\.id)).count == rows.count else { return false }
    let own = rows.map { StandardPoints.of($0.standard) }
    return own.allSatisfy { $0 != nil } && Number.sum(own.compactMap(\.self)) == whole
  }

  private mutating func add(_ rows: [Line]) {
    guard let first = rows.first else { return }
    let isSplit = first.pointsID.map(splits) ?? false
    // The title: the deepest label that stands for all rows, and for no others.
    var titleLevel: Int?
    let pointed = first.pointsID == nil ? pointedLabel(first) : nil
    let covered = Set(rows.map(\.row))
    for level in first.labels.indices.reversed() {
      guard let label = first.labels[level] else { continue }
      if rows.allSatisfy({ $0.labels[level] == label }) {
        if uses[label.id].map({ $0.isSubset(of: covered) }) ?? true { titleLevel = level }
        break
      }
    }
    if let pointed { titleLevel = first.labels.firstIndex(of: pointed) }
    self.titleLevel = max(self.titleLevel, titleLevel ?? columns.labels.count)
    var path = first.headings
    for (level, label) in first.labels.enumerated() {
      guard let label, titleLevel.map({ level < $0 }) ?? true else { continue }
      path.append(label)
    }
    let title = titleLevel.flatMap { first.labels[$0] }
    var said: [String] = []
    var standard: [String] = []
    for line in rows {
      for level in line.labels.indices where titleLevel.map({ level > $0 }) ?? false {
        guard let label = line.labels[level], label.row == line.row, !said.contains(label.text)
        else { continue }
        said.append(label.text)
      }
      if !line.standard.isEmpty, standard.last != line.standard {
        said.append(line.standard)
        standard.append(line.standard)
      }
    }
    let head = title.map { LabelPoints($0.text) }
    var points = isSplit ? nil : first.points
    points = points ?? head?.points
    let column = title?.column ?? columns.standards.first?.number ?? 1
    let words = standard.isEmpty ? said + (title.map { [$0.text] } ?? []) : standard
    let full = title?.text ?? ""
    if said.isEmpty { said = [full] }
    said += additions(rows)
    var rule = words.joined(separator: "\n")
    if let end = StandardPoints.atEnd(rule), points == nil || points == end {
      points = end
      rule = LabelPoints(rule).label
    }
    let item = SheetOutline.Item(
      title: Self.short(head?.label ?? standard.first ?? said.first ?? full),
      says: said.filter { !$0.isEmpty }.joined(separator: "\n"),
      standard: rule, material: texts(rows, columns.materials), points: points,
      row: first.row, column: column)
    guard !item.says.isEmpty || !item.title.isEmpty else { return }
    part(for: path, level: 0).items.append(item)
  }

  private func additions(_ rows: [Line]) -> [String] {
    columns.additions.compactMap { column in
      let text = texts(rows, [column.number])
      return text.isEmpty ? nil : "\(column.head)：\(text)"
    }
  }

  private func texts(_ rows: [Line], _ numbers: [Int]) -> String {
    var texts: [String] = []
    for line in rows {
      for number in numbers {
        let text = grid.text(row: line.row, column: number)
        if !text.isEmpty, !texts.contains(text) { texts.append(text) }
      }
    }
    return texts.joined(separator: "\n")
  }

  /// The part that a path of labels leads to; what is not there yet is opened.
  private mutating func part(for path: [Label], level: Int) -> SheetOutline.Part {
    var key: [Int] = []
    var parent: SheetOutline.Part?
    let labels =
      path.isEmpty
      ? [Label(id: 0, text: SheetOutline.wholeTable, row: columns.header.lastRow, column: 1)] : path
    for label in labels {
      key.append(label.id)
      if let known = partsByKey[key] {
        parent = known
        continue
      }
      let head = LabelPoints(label.text)
      let part = SheetOutline.Part(
        title: head.label.isEmpty ? label.text : head.label,
        points: head.points ?? label.points ?? columnPoints(of: label), row: label.row,
        column: label.column)
      partsByKey[key] = part
      if let parent { parent.parts.append(part) } else { outline.parts.append(part) }
      parent = part
    }
    return parent
      ?? SheetOutline.Part(title: SheetOutline.wholeTable, points: nil, row: 1, column: 1)
  }

  /// What the column of points beside a level says of it.
  private func columnPoints(of label: Label) -> Number? {
    guard let level = columns.labels.firstIndex(of: label.column),
      let column = columns.points[level],
      column != columns.itemPoints || level == columns.labels.count - 1
    else { return nil }
    guard level < columns.labels.count - 1 || columns.labels.count == 1 else {
      // The deepest level is a part where several items share it: then its points are those that were split.
      guard let cell = grid.cell(row: label.row, column: column), cell.rows > 1 else { return nil }
      return LabelPoints.cell(cell.text)
    }
    return LabelPoints.cell(grid.text(row: label.row, column: column))
  }

  private static let longestTitle = 40

  /// A title of one line; of a sentence its beginning.
  static func short(_ text: String) -> String {
    let line = YAMLText.oneLine(text)
    guard line.count > longestTitle else { return line }
    let ends: Set<Character> = ["，", "。", "；", "：", "、", ",", ";", ":"]
    let head = line.prefix(longestTitle)
    if let end = head.lastIndex(where: { ends.contains($0) }), end > head.startIndex {
      return String(head[..<end])
    }
    return String(head)
  }
}
