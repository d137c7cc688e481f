package import Diagnostics
package import FEEL
package import Formats
package import Values

/// A declared fact or column: what its value must be, and what an empty cell means.
package struct Declaration: Sendable {
  package let name: String
  package let title: Wording?
  /// Optional where `absent: null`.
  package let shape: Shape
  package let unit: String?
  package let isWhole: Bool
  /// Unary tests on the value; runs on a row of one slot, the value itself.
  package let mustBe: Plan?
  package let allowed: [String]?
  package let absent: Absent
  /// Further spellings of an empty cell.
  package let blanks: [String]
  /// What files call it; the name itself where nothing is declared.
  package let headers: [String]
  package let isPrivate: Bool
  package let booleans: BooleanSpelling?
  /// In which order its days are written.
  package let order: DateRule.Order?
  /// In what its texts may differ and be the same, nothing where they differ at all; `nil`: nobody has said.
  package let same: Set<FoldedName.Way>?
  package let origin: Origin
  package let place: Place
  /// What an unknown of it may still be.
  package let bounds: Bounds
}

extension Declaration {
  /// Whether an empty cell means that there is none.
  var mayBeNull: Bool { if case .optional = shape { true } else { false } }

  /// The words that it can be, where it is a text.
  var words: [String]? { shape.withoutOptional == .string ? allowed : nil }
}

/// What an empty cell means.
package enum Absent: Sendable {
  /// Somebody could still tell us.
  case unknown
  /// There is no such thing.
  case null
  /// A convention of the source, counted by `check` and printed with the result.
  case value(Value)
}

package struct BooleanSpelling: Sendable {
  package let yes: [String]
  package let no: [String]
}

/// Who gives a fact or a table.
package enum Origin: Sendable, Hashable {
  case bundle, round, reference
  /// What the round or the bundle says of the subject itself, without being asked: `operation`.
  case subject
  /// The bundle of a party of the round, by role (`town`).
  case party(String)
  /// Nobody's bundle: it was scored, in this round or earlier.
  case result(TakenResult)
}

package struct TableDeclaration: Sendable {
  package let name: String
  package let title: Wording?
  package let origin: Origin
  package let fillDown: FillDown
  /// The file's name where it is not `<name>.csv`.
  package let file: String?
  /// The sheet of a workbook that it is, where that is not called as the table.
  package let sheet: String?
  package let columns: [Declaration]
  /// The parties that keep a book of the same, under the same name.
  package let alsoKeptBy: [String]
  /// Every row that is not blank is a record, whatever it looks like.
  package let takesAllRows: Bool
  /// Of an anonymous survey: with fewer answers than this nothing is told; `nil`: it is not anonymous.
  package let anonymousFrom: Int?
  package let place: Place

  package var fileName: String { file ?? name + ".csv" }

  /// What it may be read from, by the first that is there: a declared sheet goes before the file.
  package var fileNames: [String] { (sheet.map { [$0 + ".xlsx"] } ?? []) + [fileName] }
}

/// Which blank cells of a table take what stands above them, because the file has merged cells or 同上.
package struct FillDown: Sendable, Hashable {
  /// The cell that says whose a row is.
  package let key: Bool
  /// Declared columns.
  package let columns: [Int]

  package static let nothing = FillDown(key: false, columns: [])

  package var isNothing: Bool { self == .nothing }
}

/// A kind of document; in expressions a table of the columns `file, dated, from, to, pages, stage`.
package struct DocumentDeclaration: Sendable {
  package let name: String
  package let title: Wording?
  /// File name extensions, lower case; empty: any.
  package let accept: [String]
  package let mustBeInPeriod: Bool
  package let place: Place
}

package struct FindingDeclaration: Sendable {
  package let name: String
  package let title: Wording?
  package let place: Place
}

/// A named figure over inputs and earlier figures.
package struct Figure: Sendable {
  package let name: String
  package let title: Wording?
  package let unit: String?
  package let value: FigureValue
  /// The slot that holds its value.
  package let slot: Int
  package let shape: Shape
  /// What stands for a value that came to nothing.
  package let ifEmpty: EmptyRule?
  package let rounding: Rounding?
  package let says: Wording?
  package let citation: Citation?
  /// `nil` where nothing is said of where it comes from.
  package let basis: Basis.Kind?
  package let place: Place

  package init(
    name: String, title: Wording?, unit: String?, value: FigureValue, slot: Int, shape: Shape,
    ifEmpty: EmptyRule? = nil, rounding: Rounding? = nil, says: Wording? = nil,
    citation: Citation? = nil, basis: Basis.Kind? = nil, place: Place
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.value = value
    self.slot = slot
    self.shape = shape
    self.ifEmpty = ifEmpty
    self.rounding = rounding
    self.says = says
    self.citation = citation
    self.basis = basis
    self.place = place
  }

  package var slotsUsed: [Int] {
    switch value {
    case .expression(let plan): plan.slotsUsed
    case .table(let table): table.plan.slotsUsed
    case .calendar(let rule): rule.slotsUsed
    }
  }

  /// The value that it has, once it was reckoned: with what stands for nothing, and rounded.
  package func settled(_ value: Value) -> Value {
    let filled = ifEmpty?.filled(value) ?? value
    guard let rounding else { return filled }
    switch filled {
    case .number(let number):
      return rounding.apply(to: number).map { .number($0) } ?? .null(NullReason(.numberTooLarge))
    case .unknown(let unknown):
      guard let interval = unknown.bounds.interval else { return filled }
      let rounded = NumberInterval(
        interval.low.flatMap { rounding.apply(to: $0) },
        interval.high.flatMap { rounding.apply(to: $0) },
        isWhole: rounding.step.isInteger)
      return .within(
        Bounds(rounded, mayBeNull: unknown.bounds.mayBeNull), missing: unknown.missing)
    default: return filled
    }
  }
}

package enum FigureValue: Sendable {
  case expression(Plan)
  case table(RuleTable)
  case calendar(CalendarRule)
}

/// A decision table with the words that belong to its rules.
package struct RuleTable: Sendable {
  package struct Rule: Sendable {
    package let tests: [Passage]
    package let outputs: [Passage]
    package let says: Wording?
    package let citation: Citation?
    package let place: Place
  }

  package let plan: DecisionTablePlan
  package let inputs: [Passage]
  package let rules: [Rule]
  /// The default as written.
  package let otherwise: Passage?
  package let place: Place
  /// The grid, where it was written as one.
  package let crossTab: CrossTab?
}
