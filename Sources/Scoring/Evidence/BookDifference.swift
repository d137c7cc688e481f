import Diagnostics
import Formats
import Rubrics
import Values

/// How many rows of two books of one fact have no like in the other.
struct BookDifference {
  let own: Int
  let other: Int
  /// The first such row, by what may be shown of it.
  let first: String

  /// - Returns: `nil` where they agree as far as both can be read.
  init?(_ own: Value, _ other: Value, _ declaration: TableDeclaration, isDivided: Bool) {
    guard case .list(let mine) = own, case .list(let theirs) = other else { return nil }
    let ours = Self.rows(mine, declaration.columns)
    let others = Self.rows(theirs, declaration.columns)
    // A row with a cell that nobody can read may be any row.
    let surplus = ours.surplus(over: others)
    let rest = isDivided ? others.surplus(over: ours) : []
    guard let first = (surplus + rest).first else { return nil }
    self.own = surplus.count
    self.other = rest.count
    self.first = first
  }

  private struct Rows {
    /// What is compared of each row, with what may be shown of it.
    var known: [(key: [String], shown: String)] = []
    var openCount = 0

    func surplus(over other: Rows) -> [String] {
      var left: [[String]: Int] = [:]
      for row in other.known { left[row.key, default: 0] += 1 }
      let lacking = known.filter { row in
        guard let count = left[row.key], count > 0 else { return true }
        left[row.key] = count - 1
        return false
      }
      return lacking.dropFirst(other.openCount).map(\.shown)
    }
  }

  private static func rows(_ list: List, _ columns: [Declaration]) -> Rows {
    let cursor = ListCursor(list)
    var rows = Rows()
    for index in 0..<cursor.count {
      let cells = columns.map { cursor.entry($0.name, column: nil, at: index) ?? .null }
      let texts = cells.compactMap(text)
      guard texts.count == cells.count, !cursor.isOpen(index) else {
        rows.openCount += 1
        continue
      }
      let shown = zip(columns, texts).filter { !$0.0.isPrivate && !$0.1.isEmpty }
        .map { "\($0.0.name) \($0.1)" }
      rows.known.append((texts, shown.joined(separator: ", ")))
    }
    return rows
  }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .null: ""
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let number): "\(number)"
    case .string(let text): HeaderName(text).text
    case .date(let date): "\(date)"
    default: nil
    }
  }
}
