import Formats
import Synchronization
import Values

/// Whose a row of a portfolio is, as its key says.
enum RowOwner: Equatable {
  case subject(Int32)
  /// The key is blank, or means the one above.
  case unknown
  /// One of these, if it is not another: the keys differ in nothing one sees.
  case like([Int32])
  case stranger
}

/// Finds the subject that a key names.
struct OwnerFinder: Sendable {
  let index: SubjectIndex
  /// `nil` where keys differ where they differ at all.
  private let folds: KeyFolds?
  /// Keys that are declared to name one subject although they differ.
  private let merged: KeyFolds?

  /// In what keys may differ and name one subject; `nil` where nobody has said.
  init(_ index: SubjectIndex, same: Set<FoldedName.Way>?) {
    self.index = index
    folds = same?.isEmpty == true ? nil : KeyFolds(index, Set(FoldedName.Way.allCases))
    merged = same.flatMap { $0.isEmpty ? nil : KeyFolds(index, $0) }
  }

  func owner(of cell: String) -> RowOwner {
    let plain = OwnerText.plain(cell)
    let text = OwnerText.text(plain)
    if text.isEmpty { return .unknown }
    for key in plain == text ? [text] : [plain, text] {
      let subject = index.subject(of: key)
      if subject >= 0 { return .subject(subject) }
    }
    if let one = merged?.subjects(like: text), one.count == 1 { return .subject(one[0]) }
    if OwnerText.isNoName(text) || OwnerText.saysNothing(text) { return .unknown }
    let alike = folds?.subjects(like: text) ?? []
    return alike.isEmpty ? .stranger : .like(alike)
  }
}

/// The keys of all subjects without what one does not see; made when the first key is asked that is nobody's.
private final class KeyFolds: Sendable {
  private let index: SubjectIndex
  private let ways: Set<FoldedName.Way>
  private let known = Mutex<[FoldedName: [Int32]]?>(nil)

  init(_ index: SubjectIndex, _ ways: Set<FoldedName.Way>) {
    self.index = index
    self.ways = ways
  }

  func subjects(like text: String) -> [Int32] {
    let folded = FoldedName(text, without: ways)
    return known.withLock { known in
      if let known { return known[folded] ?? [] }
      var made: [FoldedName: [Int32]] = [:]
      made.reserveCapacity(index.count)
      for subject in 0..<index.count {
        made[FoldedName(index.id(of: subject), without: ways), default: []]
          .append(Int32(truncatingIfNeeded: subject))
      }
      known = made
      return made[folded] ?? []
    }
  }
}
