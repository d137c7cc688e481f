/// A value that evidence could still give: what is lacking, and the bounds of what it may be.
package final class Unknown: Sendable {
  package let bounds: Bounds
  /// What would have to be told to make the value known; each once, in order of first appearance.
  package let missing: [Missing]

  package init(_ bounds: Bounds, missing: [Missing]) {
    self.bounds = bounds
    self.missing = missing
  }
}

/// A set that holds every value that completed evidence could give.
package struct Bounds: Sendable {
  package enum Kind: Sendable {
    /// Nothing is known about the value.
    case any
    case boolean
    /// Both ends included; `nil` is without end. `isWhole` says that only integers can occur.
    case number(low: Number?, high: Number?, isWhole: Bool)
    /// One of these values; at least one, none of them null, all of them known.
    case oneOf([Value])
    /// Some value of this type; for numbers and booleans the cases above are used.
    case shaped(Shape)
  }

  package let kind: Kind
  package let mayBeNull: Bool

  package init(_ kind: Kind, mayBeNull: Bool = false) {
    self.kind = kind
    self.mayBeNull = mayBeNull
  }

  package init(_ interval: NumberInterval, mayBeNull: Bool = false) {
    self.init(
      .number(low: interval.low, high: interval.high, isWhole: interval.isWhole),
      mayBeNull: mayBeNull)
  }

  /// All values of a declared type.
  package init(of shape: Shape) {
    switch shape {
    case .any, .null: self = .any
    case .boolean: self.init(.boolean)
    case .number: self.init(.everyNumber)
    case .optional(let inner): self.init(Bounds(of: inner).kind, mayBeNull: true)
    case .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list, .context,
      .range, .function:
      self.init(.shaped(shape))
    }
  }

  package static let any = Bounds(.any, mayBeNull: true)

  /// The numbers that may occur, where nothing but numbers (and perhaps null) may occur.
  package var interval: NumberInterval? {
    switch kind {
    case .number(let low, let high, let isWhole): NumberInterval(low, high, isWhole: isWhole)
    case .oneOf(let values): NumberInterval(hullOf: values)
    case .any, .boolean, .shaped: nil
    }
  }

  package func orNull(_ mayBeNull: Bool = true) -> Bounds {
    Bounds(kind, mayBeNull: self.mayBeNull || mayBeNull)
  }
}

extension Bounds.Kind {
  package static let everyNumber = Bounds.Kind.number(low: nil, high: nil, isWhole: false)
}

/// One thing that is not known, as reports name it.
///
/// Holds no content of a cell.
package struct Missing: Sendable, Hashable {
  package enum Cause: String, Sendable {
    /// No value was given.
    case absent
    /// A cell holds something that does not fit its column.
    case unreadable
    /// Rows look like totals, headers or notes; nobody has said whether they are records.
    case doubtfulRows
    /// A table file is missing.
    case noTable
    /// A document that the item lists is missing.
    case noDocument
    /// Documents of the kind were handed in, and none of them counts.
    case documentSetAside
    /// Two columns of the file are called like the declared one.
    case columnTwice
    /// Nobody has judged yet.
    case notJudged
    /// Fewer marks than the panel needs.
    case tooFewMarks
    /// Marks lie too far apart, and the third reader has not read.
    case thirdReader
    /// An assessor has not marked everything that the panel judges.
    case openTotal
    /// A panel that must agree does not.
    case noConsensus
    /// A finding is alleged and not yet decided.
    case alleged
    /// Marks stand under names that may be one assessor's or those of two.
    case assessorInDoubt
    /// Fewer answers than the survey asks for.
    case tooFewAnswers
    /// A null stands where a condition or points were expected.
    case nullResult
    /// There is nothing to compute it from, and the rubric does not say what that means.
    case nothingThere
    /// A party of the round gave nothing.
    case noParty
    /// Rows of the table do not say whose they are, and may be this subject's.
    case noOwner
    /// Texts of the column differ in nothing one sees: nobody knows how many they are.
    case textsAlike
    /// The subject is scored without the round in which the others stand.
    case noRound
    /// The result of another subject is not known.
    case noResult
    /// The same, because nobody has said whether rows of its tables count, or whose they are.
    case resultInDoubt
    /// It was not handed over, and somebody said to do without: no closing decides what rests on it.
    case leftOut
    /// Nobody to compare with, or nobody of whom enough is known.
    case noCohort
  }

  /// No closing of the file decides what rests on it: nobody was asked for it, or it is there and nobody has said how it
  /// counts.
  package var outlastsClosing: Bool {
    switch cause {
    case .leftOut, .doubtfulRows, .noOwner, .assessorInDoubt, .resultInDoubt, .textsAlike,
      .columnTwice:
      true
    default: false
    }
  }

  /// Others would have to bring it.
  package var isOfOthers: Bool { cause == .noCohort || cause == .noRound }

  /// The fact, table, document kind, item or finding, as the rubric names it.
  package let name: String
  package let cause: Cause
  /// `file:line (column)`, where there is a place.
  package let place: String?

  package init(_ name: String, _ cause: Cause, place: String? = nil) {
    self.name = name
    self.cause = cause
    self.place = place
  }
}

extension [Missing] {
  /// These, and those of the others that are not among them.
  package func joined(with others: [Missing]) -> [Missing] {
    if others.isEmpty { return self }
    let known = Set(self)
    return self + others.filter { !known.contains($0) }
  }
}

/// Collects what is missing: each thing once, in order of first appearance.
package struct MissingList: Sendable {
  package private(set) var all: [Missing] = []
  private var seen: Set<Missing> = []

  package init() {}

  package mutating func append(_ missing: [Missing]) {
    if all.isEmpty, seen.isEmpty, missing.count == 1 {
      all = missing
      return
    }
    if seen.isEmpty { seen = Set(all) }
    for one in missing where seen.insert(one).inserted { all.append(one) }
  }

  /// What is missing in `value` itself and, for lists and contexts, in their members.
  package mutating func append(of value: Value) {
    append(of: value, depth: 0)
  }

  /// Members nested deeper than this are not looked into; FEEL text cannot nest as deep.
  static let maximumDepth = 64

  private mutating func append(of value: Value, depth: Int) {
    guard depth < Self.maximumDepth else { return }
    switch value {
    case .unknown(let unknown): append(unknown.missing)
    case .list(let list):
      let cursor = ListCursor(list)
      if cursor.hasOpenMembers { append(cursor.missing) }
      guard cursor.mayHoldUnknown else { return }
      for index in 0..<cursor.count { append(of: cursor[index], depth: depth + 1) }
    case .context(let context):
      for entry in context.entries { append(of: entry.value, depth: depth + 1) }
    case .range(let range):
      if let low = range.low { append(of: low, depth: depth + 1) }
      if let high = range.high { append(of: high, depth: depth + 1) }
    case .null, .boolean, .number, .string, .date, .time, .dateTime, .dayTimeDuration,
      .yearMonthDuration, .function:
      return
    }
  }
}
