import Diagnostics

/// A grid for a terminal: columns line up; what is too wide goes on below, with the heads of its rows again.
struct GridText {
  private let grid: RubricSheet.Grid
  private let language: Language
  private let width: Int

  private static let widestHead = 28
  private static let widestCell = 24
  private static let widestRemark = 48
  private static let gap = 2

  /// `width` is how many columns of the screen a line may take.
  init(_ grid: RubricSheet.Grid, in language: Language, width: Int) {
    self.grid = grid
    self.language = language
    self.width = width
  }

  var lines: [String] {
    let (heads, remarks) = (heads, remarks)
    let room = width - heads.reduce(0) { $0 + $1.width + Self.gap }
    var lines: [String] = []
    if let remarks, taken(by: columns + [remarks]) <= room {
      return drawn(heads + columns + [remarks])
    }
    var rest = columns[...]
    while let first = rest.first {
      var block = [first]
      rest = rest.dropFirst()
      while let next = rest.first, taken(by: block + [next]) <= room {
        block.append(next)
        rest = rest.dropFirst()
      }
      if !lines.isEmpty { lines.append("") }
      lines += drawn(heads + block)
    }
    let said = grid.rows.compactMap { row in
      row.remark.map { "\(row.heads.map(say).joined(separator: ", ")): \(say($0))" }
    }
    return lines + said.flatMap { wrapped($0, to: width) }
  }

  /// One column: what stands at its head, line by line, and under it.
  private struct Column {
    let above: [String]
    let below: [String]
    let width: Int

    init(above: [String], below: [String], widest: Int) {
      self.above = above
      self.below = below
      width = min(widest, (above + below).map { displayWidth(of: $0) }.max() ?? 0)
    }
  }

  private func say(_ wording: Wording) -> String { TextEscape.line(wording.text(in: language)) }

  private var heads: [Column] {
    let widest = min(Self.widestHead, max(4, width / 2 / max(1, grid.down.count) - Self.gap))
    let corners = grid.columns.indices.map { grid.corner(ofLine: $0) }
    return grid.down.indices.map { index in
      Column(
        above: corners.map { say($0[index]) }, below: grid.rows.map { say($0.heads[index]) },
        widest: widest)
    }
  }

  private var columns: [Column] {
    (grid.columns.first ?? []).indices.map { index in
      Column(
        above: grid.columns.map { say($0[index]) }, below: grid.rows.map { say($0.cells[index]) },
        widest: Self.widestCell)
    }
  }

  private var remarks: Column? {
    guard grid.hasRemarks else { return nil }
    return Column(
      above: grid.columns.indices.map { $0 == 0 ? say(SheetWording.remark) : "" },
      below: grid.rows.map { $0.remark.map(say) ?? "" }, widest: Self.widestRemark)
  }

  private func taken(by columns: [Column]) -> Int {
    columns.reduce(-Self.gap) { $0 + $1.width + Self.gap }
  }

  private func drawn(_ columns: [Column]) -> [String] {
    let above = grid.columns.indices.flatMap { line in
      row(columns.map { ($0.above[line], $0.width) })
    }
    let below = grid.rows.indices.flatMap { line in row(columns.map { ($0.below[line], $0.width) })
    }
    return above + [String(repeating: "-", count: taken(by: columns))] + below
  }

  private func row(_ cells: [(text: String, width: Int)]) -> [String] {
    let wrappedCells = cells.map { wrapped($0.text, to: $0.width) }
    return (0..<(wrappedCells.map(\.count).max() ?? 0)).map { index in
      var line = ""
      for (lines, cell) in zip(wrappedCells, cells) {
        line += padded(index < lines.count ? lines[index] : "", to: cell.width + Self.gap)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
