import Values

/// What is to be known of one distinct text in one column.
struct SieveText {
  enum Content {
    case nothing
    case number(Number)
    case text
  }

  let content: Content
  let total: TotalLabel?
  let isNote: Bool
  /// It spells nothing out, or is a zero, where the column may take it for a value.
  let isNothingSpelled: Bool
}

/// Reads the texts of a table, each distinct one of a column once.
struct SieveTexts {
  private let allowed: [Set<String>]
  private let blanks: [Set<String>]
  private var known: [[String: SieveText]]
  private let number = CellReader(.number)

  /// How many distinct texts of a column are remembered; in a column of names each text is new, and looked at once.
  private static let room = 4096

  init(_ columns: [RecordSieve.Column]) {
    allowed = columns.map { Set($0.declared?.allowed ?? []) }
    blanks = columns.map { Set(($0.declared?.blanks ?? []).map(Self.comparable)) }
    known = Array(repeating: [:], count: columns.count)
  }

  mutating func read(_ text: String, in column: Int) -> SieveText {
    if let plain = plainNumber(text, column) { return plain }
    if let seen = known[column][text] { return seen }
    let read = look(at: text, column)
    if known[column].count < Self.room { known[column][text] = read }
    return read
  }

  /// The same without remembering it.
  static func once(_ text: String, like texts: SieveTexts, in column: Int) -> SieveText {
    texts.plainNumber(text, column) ?? texts.known[column][text] ?? texts.look(at: text, column)
  }

  /// Most cells of large tables: a number in its plainest writing, or nothing at all.
  private func plainNumber(_ text: String, _ column: Int) -> SieveText? {
    guard let first = text.utf8.first else {
      return SieveText(content: .nothing, total: nil, isNote: false, isNothingSpelled: false)
    }
    guard first >= 0x31, first <= 0x39, text.utf8.count <= 12, blanks[column].isEmpty,
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }),
      let number = Number(text)
    else { return nil }
    return SieveText(content: .number(number), total: nil, isNote: false, isNothingSpelled: false)
  }

  private func look(at text: String, _ column: Int) -> SieveText {
    // Whoever adds up a column by hand adds up what it shows.
    if let number = DoubtfulNumber(text) { return look(at: number.shown, column) }
    if blanks[column].contains(Self.comparable(text)) {
      return SieveText(content: .nothing, total: nil, isNote: false, isNothingSpelled: true)
    }
    if allowed[column].contains(text) {
      return SieveText(content: .text, total: nil, isNote: false, isNothingSpelled: false)
    }
    if RowLabels.isNothing(text) {
      return SieveText(content: .nothing, total: nil, isNote: false, isNothingSpelled: true)
    }
    if let number = looseNumber(text) {
      return SieveText(
        content: .number(number), total: RowLabels.total(text), isNote: RowLabels.isNote(text),
        isNothingSpelled: false)
    }
    return SieveText(
      content: .text, total: RowLabels.total(text), isNote: RowLabels.isNote(text),
      isNothingSpelled: false)
  }

  /// A number with or without a unit of a few letters behind it: `165人`, `58.5㎡`.
  private func looseNumber(_ text: String) -> Number? {
    guard text.utf8.count <= 40, PlainText(text)?.mayBeNumber ?? true else { return nil }
    if case .value(.number(let number), _) = number.read(text) { return number }
    let unit = text.reversed().prefix { !$0.isNumber }
    guard unit.count < text.count, unit.count <= 6,
      Self.units.contains(String(unit.reversed()).filter { !$0.isWhitespace }.lowercased())
    else { return nil }
    let stem = text.dropLast(unit.count)
    if case .value(.number(let number), _) = number.read(String(stem)) { return number }
    return nil
  }

  /// What stands behind a quantity; `12月` and `3号` are names.
  private static let units: Set<String> = [
    "人", "人次", "次", "场", "场次", "个", "名", "件", "项", "户", "份", "条", "元", "小时", "时", "分钟", "分", "天",
    "岁", "㎡", "m2",
    "m²", "平方米", "平米", "公里", "h", "hrs", "hours", "hour", "people", "persons", "days", "rmb", "cny",
    "yuan",
  ]

  static func comparable(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { CellText($0).text }
  }
}
