import Formats
import Values

/// What the cell that says whose a row is says.
enum OwnerText {
  /// Without blanks and marks without width around it; empty where there is nothing, or nothing that can be read.
  static func text(_ cell: String) -> String {
    let text = plain(cell)
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      FoldedName.isUnseen(first) || FoldedName.isUnseen(last)
    else { return text }
    guard let start = scalars.firstIndex(where: { !FoldedName.isUnseen($0) }),
      let end = scalars.lastIndex(where: { !FoldedName.isUnseen($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  /// As subjects are named by it: without blanks around.
  static func plain(_ cell: String) -> String {
    if case .value(.string(let text), _) = CellReader(.string).read(cell) { text } else { "" }
  }

  /// Empty, or says that the row belongs to the one above.
  static func isDitto(_ text: String) -> Bool {
    let folded = folded(text)
    if folded.isEmpty || dittos.contains(folded) { return true }
    // `（同上）`, `同上。`
    guard text.utf8.count <= longestDitto else { return false }
    let bare = RowLabels.unbracketed(folded).filter { !".。".contains($0) }
    return dittos.contains(bare)
  }

  private static let longestDitto = 32

  /// A cell that can be nobody's name: nothing, 同上, or signs alone, as a dash.
  ///
  /// A word such as `NA` may be a name, so it is asked last.
  static func isNoName(_ text: String) -> Bool {
    isDitto(text) || folded(text).unicodeScalars.allSatisfy { !isPartOfName($0) }
  }

  /// A word that says that there is nothing, where no subject has it as its name.
  static func saysNothing(_ text: String) -> Bool {
    RowLabels.isNothing(text) || unknowns.contains(text)
  }

  /// Two texts that differ in nothing one sees are folded into one: blanks, width, case.
  static func folded(_ text: String) -> String { FoldedName(text).text }

  private static let dittos: Set<String> = [
    "同上", "上同", "同前", "〃", "″", "“", "”", "\"", "''", "’’", "‘‘", "々", "ditto", "sameasabove",
  ]

  /// Somebody has it, and nobody says who or what.
  private static let unknowns: Set<String> = ["不详", "未知"]

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.isEmoji && scalar.value > 0x2FFF
  }
}
