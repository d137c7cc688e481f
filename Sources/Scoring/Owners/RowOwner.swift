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
  private let folds: KeyFolds

  init(_ index: SubjectIndex) {
    self.index = index
    folds = KeyFolds(index)
  }

  func owner(of cell: String) -> RowOwner {
    let plain = OwnerText.plain(cell)
    let text = OwnerText.text(plain)
    if text.isEmpty { return .unknown }
    for key in plain == text ? [text] : [plain, text] {
      let subject = index.subject(of: key)
      if subject >= 0 { return .subject(subject) }
    }
    if OwnerText.isNoName(text) || OwnerText.saysNothing(text) { return .unknown }
    let alike = folds.subjects(like: text)
    return alike.isEmpty ? .stranger : .like(alike)
  }
}

/// The keys of all subjects without what one does not see; made when the first key is asked that is nobody's.
private final class KeyFolds: Sendable {
  private let index: SubjectIndex
  private let known = Mutex<[String: [Int32]]?>(nil)

  init(_ index: SubjectIndex) {
    self.index = index
  }

  func subjects(like text: String) -> [Int32] {
    let folded = OwnerText.folded(text)
    return known.withLock { known in
      if let known { return known[folded] ?? [] }
      var made: [String: [Int32]] = [:]
      made.reserveCapacity(index.count)
      for subject in 0..<index.count {
        made[OwnerText.folded(index.id(of: subject)), default: []]
          .append(Int32(truncatingIfNeeded: subject))
      }
      known = made
      return made[folded] ?? []
    }
  }
}
