/// Lists of allowed texts that no rule can hold: they stand in a hidden sheet, one a column.
struct LongLists {
  private var columns: [[String]: Int] = [:]
  private var sheet = ""

  /// What stands in a rule is one text of so many letters, with commas between.
  private static let longest = 255

  /// Adds the sheet to a draft, if a list asks for it.
  init(of draft: inout WorkbookDraft) {
    var page = SheetDraft(name: "_lists")
    page.isHidden = true
    for rule in draft.sheets.flatMap(\.rules) {
      guard case .list(let texts) = rule.allowed, !Self.fits(texts), columns[texts] == nil else {
        continue
      }
      let column = columns.count + 1
      columns[texts] = column
      for (row, text) in texts.enumerated() { page.set(row + 1, column, text) }
    }
    if !columns.isEmpty { sheet = draft.add(page) }
  }

  /// The formula that names a list; `nil` for one that stands in its rule.
  func formula(for texts: [String]) -> String? {
    guard let column = columns[texts] else { return nil }
    let letters = ColumnLetters.letters(column)
    return "=\(SheetReference.quoted(sheet))!$\(letters)$1:$\(letters)$\(texts.count)"
  }

  private static func fits(_ texts: [String]) -> Bool {
    let length = texts.reduce(texts.count) { $0 + WrittenText.clean($1).utf16.count }
    return length <= longest
      && texts.allSatisfy { text in
        !text.isEmpty && text.first != "=" && text.first != " " && text.last != " "
          && !text.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
      }
  }
}
