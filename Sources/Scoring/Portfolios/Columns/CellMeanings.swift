import Diagnostics
import Formats
import Rubrics
import Values

/// What the texts of a column mean, each read once.
final class CellMeanings: @unchecked Sendable {
  struct Meaning: Sendable {
    let value: Value
    /// Why the text fits no column.
    let fault: DeclaredReader.Fault?

    /// What is lacking names its own cell.
    var isOwn: Bool { if case .unknown = value { true } else { false } }
  }

  /// `nil` for keys, which are texts as they stand; an empty one is no key.
  private let reader: DeclaredReader?
  /// What reports call the fact or column.
  let name: String
  let codes = TextCodes()
  private(set) var meanings: [Meaning] = []
  /// Some text does not fit the column.
  private(set) var hasFaults = false

  /// About how many bytes it takes.
  var byteCount: Int { codes.byteCount + meanings.count * 2 * MemoryLayout<Meaning>.stride }

  init(_ reader: DeclaredReader?, named name: String) {
    self.reader = reader
    self.name = name
  }

  /// Reads the texts that have come since the last call.
  ///
  /// - Returns: their codes.
  func readNew() -> Range<Int> {
    let new = meanings.count..<codes.count
    for code in new {
      let meaning = meaning(of: codes.text(of: code), at: nil)
      if meaning.fault != nil { hasFaults = true }
      meanings.append(meaning)
    }
    return new
  }

  /// The value of the text at its place.
  func value(of code: Int, at place: Place) -> Value {
    let meaning = meanings[code]
    return meaning.isOwn ? self.meaning(of: codes.text(of: code), at: place).value : meaning.value
  }

  /// The value of a cell of which nobody knows whether it is the right one.
  func misplaced(at place: Place) -> Value {
    .unknown(
      Unknown(
        reader?.declaration.bounds ?? .any,
        missing: [Missing(name, .unreadable, place: place.description)]))
  }

  private func meaning(of text: String, at place: Place?) -> Meaning {
    guard let reader else {
      if case .value(let value, _) = CellReader(.string).read(text) {
        return Meaning(value: value, fault: nil)
      }
      return Meaning(value: .string(""), fault: nil)
    }
    return switch reader.read(text, named: name, at: place) {
    case .value(let value, _), .absent(let value): Meaning(value: value, fault: nil)
    case .unreadable(let value, let fault): Meaning(value: value, fault: fault)
    }
  }
}

/// The cells of a file that do not fit their columns: the first ones, and how many there are.
struct CellFaults: Sendable {
  struct One: Sendable {
    let line: BlockLine
    let column: Int
    let text: String
    let fault: DeclaredReader.Fault
  }

  /// More of them tell nothing new.
  static let mostTold = 100

  private(set) var first: [One] = []
  private(set) var count = 0

  /// Faults of one column come in the order of the file.
  mutating func append(_ fault: One) {
    count += 1
    if first.count < Self.mostTold { first.append(fault) }
  }

  mutating func add(_ other: CellFaults) {
    count += other.count
    first = (first + other.first).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    first.removeLast(max(0, first.count - Self.mostTold))
  }

  func report(
    of declarations: [Declaration], in reading: BlockReading, _ path: String,
    into diagnostics: inout Diagnostics
  ) {
    for one in first {
      let declaration = declarations[one.column]
      diagnostics.report(
        .unfittingCell(
          one.fault, of: declaration, holding: one.text,
          at: reading.place(one.line, column: declaration.name)))
    }
    if count > first.count {
      diagnostics.report(.furtherUnfittingCells(count - first.count, path))
    }
  }
}
