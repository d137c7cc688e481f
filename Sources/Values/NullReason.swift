/// Why a value is null.
package struct NullReason: Sendable, Hashable {
  /// Kept files of portfolios hold these by their numbers: a further kind comes last.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// Somebody wrote null, or an empty cell means it.
    case written
    case unknownName, notComparable, wrongType, wrongArgument, wrongArgumentCount
    case divisionByZero, numberTooLarge, domainError
    case noSuchEntry, noSuchIndex, emptyList
    case notADate, notATime, notADuration, notANumber, notAPattern
    case noRuleMatched, severalRulesMatched, valueNotAllowed
    case limitExceeded, conditionNotBoolean, notAFunction, conflictingEntries
    /// There are some, but fewer than it takes: a deviation of one number.
    case tooFew
    /// A table that makes one number of the rules that hold, where none does.
    case nothingCollected
  }

  package let kind: Kind
  /// What the sentence about the reason names: an operator, a function, an entry.
  package let subject: String?

  package init(_ kind: Kind, _ subject: String? = nil) {
    self.kind = kind
    self.subject = subject
  }

  /// The reason of a null that is made of `values`.
  ///
  /// Where one of them is null because there was nothing, or holds such a null, it is so for that reason:
  /// `max(0, sum([]))`. A limit is a reason of its own.
  package init(_ kind: Kind, _ subject: String?, madeOf values: [Value]) {
    let own = NullReason(kind, subject)
    let isOwn = own.isOfNothing || kind == .limitExceeded
    self = isOwn ? own : values.lazy.compactMap(\.nothing).first ?? own
  }

  package static var written: NullReason { NullReason(.written) }

  /// Whether there was nothing to compute it from: no rows, nothing that a filter passes, a zero below.
  package var isOfNothing: Bool {
    switch kind {
    case .emptyList, .tooFew, .divisionByZero, .noSuchIndex, .nothingCollected: true
    case .written, .unknownName, .notComparable, .wrongType, .wrongArgument, .wrongArgumentCount,
      .numberTooLarge, .domainError, .noSuchEntry, .notADate, .notATime, .notADuration,
      .notANumber, .notAPattern, .noRuleMatched, .severalRulesMatched, .valueNotAllowed,
      .limitExceeded, .conditionNotBoolean, .notAFunction, .conflictingEntries:
      false
    }
  }
}

extension Value {
  /// Null because there was nothing to compute it from.
  package var isOfNothing: Bool {
    if case .null(let reason) = self { reason.isOfNothing } else { false }
  }

  /// Why this is null of nothing, or the first member of this list that is.
  fileprivate var nothing: NullReason? {
    switch self {
    case .null(let reason): return reason.isOfNothing ? reason : nil
    case .list(let list):
      let cursor = ListCursor(list)
      for index in 0..<cursor.count {
        if case .null(let reason) = cursor[index], reason.isOfNothing { return reason }
      }
      return nil
    default: return nil
    }
  }
}
