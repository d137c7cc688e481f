import Formats
import Rubrics
import Values

/// Rows of the facts that name no subject: totals, notes, headers again, rows of a form left blank.
///
/// Told by the sieve that tells rows of tables, with the key as one more column; it is asked only where some key, or the
/// first row, gives it a reason. What only looks like none may be a subject: nobody is scored by it, and whoever is
/// compared with others reckons with it.
struct FactRows {
  enum Kind: Hashable, CaseIterable {
    case total, repeatedHeader, blank
    /// Under the header, or beside the records.
    case header, note
    case nothing
    /// The key is a sign, or means the one above.
    case nameless
  }

  struct One {
    let row: Int
    let text: String
    let kind: Kind
    /// It may be a subject after all.
    let isDoubtful: Bool
  }

  let all: [One]
  /// Rows whose keys hold letters that nobody can read.
  let garbled: Set<Int>
  /// Rows without a name whose numbers are the total of others: told, and nobody's place.
  let unnamedTotals: Set<Int>

  /// The cells of a file of facts.
  struct Cells {
    /// Of the columns that `cell` counts.
    let key: (header: String, texts: [String])
    /// The facts that the file has, and what it calls them.
    let facts: [(reader: DeclaredReader, header: String)]
    /// By row and fact.
    let cell: (Int, Int) -> String
    /// Whether a text of some fact is a total label.
    let hasLabels: Bool
    /// Rows of which nobody knows which cell belongs where.
    let broken: Set<Int>
  }

  /// Holds a comma of full width, which parts no cells: behind one all of a row stands in its key.
  static func isUnparted(_ key: String) -> Bool {
    key.utf8.contains(0xEF) && key.unicodeScalars.contains("\u{FF0C}")
  }

  init(_ cells: Cells) {
    let keys = cells.key.texts
    let name = HeaderName(cells.key.header)
    var found: [One] = []
    let isAsked = cells.hasLabels || Self.startsOddly(cells)
    var blanks: [Int] = []
    var nameless: [Int] = []
    var garbled: Set<Int> = []
    var suspects: [Int] = []
    let (header, broken) = (cells.key.header, cells.broken)
    for (row, key) in keys.enumerated() where !broken.contains(row) {
      if key.isEmpty {
        blanks.append(row)
      } else if Self.isUnparted(key), !cells.facts.isEmpty,
        cells.facts.indices.allSatisfy({ cells.cell(row, $0).isEmpty })
      {
        garbled.insert(row)
      } else if RowLabels.isWorthALook(key) || key == header {
        if CellReader.isGarbled(key) {
          garbled.insert(row)
          continue
        }
        if OwnerText.isNoName(key) { nameless.append(row) }
        if Self.looksLikeNone(key, name) { suspects.append(row) }
      }
    }
    var totals: Set<Int> = []
    if isAsked || !suspects.isEmpty || !blanks.isEmpty || !nameless.isEmpty {
      let isUnnamed = Set(blanks + nameless)
      for (row, fate) in Self.fates(cells) where !cells.broken.contains(row) {
        if fate == .doubtful(.totalNumbers), isUnnamed.contains(row) { totals.insert(row) }
        // Rows without a key alone are no reason to doubt others.
        guard isAsked || !suspects.isEmpty else { continue }
        if let one = Self.one(row, fate, cells) { found.append(one) }
      }
    }
    var told = Set(found.map(\.row))
    for row in suspects where !told.contains(row) && !Self.holdsValue(row, cells) {
      // A line of units may stand anywhere.
      switch KeysOfNoSubject(cells.key.header).kind(of: keys[row]) {
      case .header?: found.append(One(row: row, text: keys[row], kind: .header, isDoubtful: false))
      case .note?: found.append(One(row: row, text: keys[row], kind: .note, isDoubtful: false))
      default: continue
      }
      told.insert(row)
    }
    for row in blanks + nameless where !told.contains(row) {
      let isBlank =
        !cells.facts.isEmpty
        && cells.facts.indices.allSatisfy { RowLabels.isNothing(cells.cell(row, $0)) }
      // What has no key is told as such.
      if isBlank || !keys[row].isEmpty {
        found.append(
          One(row: row, text: keys[row], kind: isBlank ? .blank : .nameless, isDoubtful: false))
      }
    }
    self.garbled = garbled
    unnamedTotals = totals
    all = found.sorted { $0.row < $1.row }
  }

  /// Rows that certainly name nobody.
  var certain: Set<Int> { Set(all.filter { !$0.isDoubtful }.map(\.row)) }
  var doubtful: Set<Int> { Set(all.filter(\.isDoubtful).map(\.row)) }

  private static func looksLikeNone(_ key: String, _ header: HeaderName) -> Bool {
    RowLabels.speaksOfNoSubject(key) || HeaderName(key) == header
      || RowLabels.readsLikeSentence(key)
  }

  /// A line of units, of types or of names in another language under the header: cells of it fit no column.
  private static func startsOddly(_ cells: Cells) -> Bool {
    guard let first = cells.key.texts.first, !cells.broken.contains(0) else { return false }
    let isASCII = cells.key.texts.prefix(2).map { $0.utf8.allSatisfy { $0 < 0x80 } }
    if isASCII == [true, false], RowLabels.isWorthALook(first) { return true }
    return cells.facts.enumerated().contains { fact, known in
      let text = cells.cell(0, fact)
      return !RowLabels.isNothing(text) && !known.reader.fits(text)
    }
  }

  private static func fates(_ cells: Cells) -> [Int: RowFate] {
    let key = RecordSieve.Column(
      cells.key.header,
      .init(kind: .string, names: [cells.key.header], fits: { !$0.isEmpty }))
    let columns =
      [key]
      + cells.facts.map { RecordSieve.Column($0.header, .init($0.reader)) }
    return RecordSieve.fates(of: columns, rowCount: cells.key.texts.count) { row, column in
      column == 0 ? cells.key.texts[row] : cells.cell(row, column - 1)
    }
  }

  /// - Returns: `nil` for a row that names a subject, and for one without a key that says something.
  private static func one(_ row: Int, _ fate: RowFate, _ cells: Cells) -> One? {
    let key = cells.key.texts[row]
    let saysNothing = RowLabels.isNothing(key)
    func one(_ kind: Kind, isDoubtful: Bool) -> One {
      One(row: row, text: key, kind: kind, isDoubtful: isDoubtful)
    }
    switch fate {
    case .noRecord(.total): return one(.total, isDoubtful: false)
    case .noRecord(.repeatedHeader): return one(.repeatedHeader, isDoubtful: false)
    // A running number may be a name.
    case .noRecord(.blank): return saysNothing ? one(.blank, isDoubtful: false) : nil
    case .noRecord(.declared): return nil
    case .doubtful(let doubt):
      guard !key.isEmpty else { return nil }
      switch doubt {
      case .totalLabel, .partLabel: return one(.total, isDoubtful: true)
      case .secondHeader: return one(.header, isDoubtful: holdsValue(row, cells))
      case .note, .title:
        let isLabelled = looksLikeNone(key, HeaderName(cells.key.header))
        return one(.note, isDoubtful: !isLabelled || holdsValue(row, cells))
      case .zeros, .nothingDeclared: return saysNothing ? one(.nothing, isDoubtful: true) : nil
      // It has a name.
      case .totalNumbers, .meanNumbers: return nil
      }
    }
  }

  /// Whether some fact is what its column can be, beyond free text of a header.
  private static func holdsValue(_ row: Int, _ cells: Cells) -> Bool {
    cells.facts.enumerated().contains { fact, known in
      let text = cells.cell(row, fact)
      guard !RowLabels.isNothing(text) else { return false }
      if known.reader.declaration.isTyped { return known.reader.fits(text) }
      return !RowLabels.isHeaderWord(text) && !RowLabels.isNote(text)
        && HeaderName(text) != HeaderName(known.header)
    }
  }
}
