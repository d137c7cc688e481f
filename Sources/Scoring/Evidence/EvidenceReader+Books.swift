import Diagnostics
import Formats
import Rubrics
import Values

/// One fact in the books of two parties.
extension EvidenceReader {
  /// Tells of rows that the subject's book has, and the book that a party keeps of the same has not.
  ///
  /// The subject's own is what is scored. A party's book without a column that says whom a row is about may hold rows about others,
  /// so what stands there alone says nothing.
  func reportBooks(
    _ tables: [Value], _ source: EvidenceSource, _ setting: EvidenceSetting,
    into diagnostics: inout Diagnostics
  ) {
    for ((declaration, reader), own) in zip(zip(rubric.tables, self.tables), tables) {
      for role in declaration.alsoKeptBy {
        guard let mine = declaration.found(in: source.tables), let party = setting.parties[role],
          let book = declaration.found(in: party.tables)
        else { continue }
        let isDivided = book.columnIndex(named: [Self.subjectColumn]) != nil
        // What is wrong with the party's cells is told to the party.
        var unheard = Diagnostics()
        let other =
          isDivided
          ? read(book, in: setting, reader, into: &unheard)
          : reader.read(book, into: &unheard)
        guard let difference = BookDifference(own, other, declaration, isDivided: isDivided) else {
          continue
        }
        diagnostics.report(
          .booksDiffer(
            declaration.name, role, difference, at: .file(mine.shownFile),
            other: .file(book.shownFile)))
      }
    }
  }
}
