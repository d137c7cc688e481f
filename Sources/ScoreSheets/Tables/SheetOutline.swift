import Diagnostics
import Values

/// The outline of a table: parts in parts, and items in them, in the order of the sheet.
struct SheetOutline {
  struct Item {
    var title: String
    /// What the sheet says of it, word for word.
    var says: String
    /// The words that say how it is scored.
    var standard: String
    var material: String
    var points: Number?
    let row: Int
    let column: Int
  }

  final class Part {
    let title: String
    var points: Number?
    var parts: [Part] = []
    var items: [Item] = []
    let row: Int
    let column: Int

    init(title: String, points: Number?, row: Int, column: Int) {
      self.title = title
      self.points = points
      self.row = row
      self.column = column
    }
  }

  /// What a table is called that has no parts.
  static let wholeTable = "评分项目"

  let grid: ScoreTable
  var parts: [Part] = []
  /// What the sheet gives as its total, and where.
  var total: (points: Number, row: Int)?
  var notes: [String] = []
  /// What may be its title, above the header.
  var titles: [String] = []
  var heads: Heads
  /// What its columns were taken for, where it has no heads.
  var columnsTaken: Wording?

  /// What its columns are called.
  struct Heads {
    var number: String?
    var levels: [String] = []
    var points: String?
    var says: String?
    var material: String?
    var fill: [String] = []
  }

  init(grid: ScoreTable, heads: Heads) {
    self.grid = grid
    self.heads = heads
  }
}
