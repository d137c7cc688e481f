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
    /// Of a column without unit and range: its side, if the column has two.
    var side: ScaleSide?

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
  /// Some number of a column without unit and range bears a percent sign, and some other lies above 1.
  private(set) var hasPercents = false
  private(set) var hasPlains = false
  /// And some lies so high that the column does not count per cents.
  private(set) var hasAmounts = false

  /// About how many bytes it takes.
  var byteCount: Int {
    codes.byteCount + codes.textByteCount + meanings.count * 2 * MemoryLayout<Meaning>.stride
  }

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
      switch meaning.side {
      case .percent: hasPercents = true
      case .plain: hasPlains = true
      case .amount: hasAmounts = true
      case nil: break
      }
      meanings.append(meaning)
    }
    return new
  }

  /// Forgets all texts but the first ones; whoever has kept a code of another must forget it too.
  func forget(after kept: Int) {
    codes.forget(after: kept)
    meanings.removeLast(max(0, meanings.count - kept))
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
    case .absent(let value): Meaning(value: value, fault: nil)
    case .value(let value, let notes):
      Meaning(
        value: value, fault: nil, side: reader.isScaleOpen ? ScaleSide(value, notes) : nil)
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
  /// Ways in which whole columns are written: the first cell of each, and how many there are.
  private var ofColumns: [Way: (first: One, count: Int)] = [:]

  private struct Way: Hashable {
    let column: Int
    let mismatch: CellMismatch
  }

  /// Faults of one column come in the order of the file.
  mutating func append(_ fault: One) {
    if case .mismatch(let mismatch) = fault.fault, fault.fault.isOfColumn {
      ofColumns[Way(column: fault.column, mismatch: mismatch), default: (fault, 0)].count += 1
      return
    }
    count += 1
    if first.count < Self.mostTold { first.append(fault) }
  }

  /// Those of rows of which nothing else was said.
  func without(_ isTold: (BlockLine) -> Bool) -> CellFaults {
    var rest = self
    rest.first = first.filter { !isTold($0.line) }
    rest.count -= first.count - rest.first.count
    return rest
  }

  mutating func add(_ other: CellFaults) {
    count += other.count
    ofColumns.merge(other.ofColumns) { one, other in
      (one.first.line < other.first.line ? one.first : other.first, one.count + other.count)
    }
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
    let ways = ofColumns.values.sorted {
      ($0.first.column, $0.first.line) < ($1.first.column, $1.first.line)
    }
    for way in ways {
      let declaration = declarations[way.first.column]
      diagnostics.report(
        .unfittingCell(
          way.first.fault, of: declaration, holding: way.first.text, count: way.count,
          at: reading.place(way.first.line, column: declaration.name)))
    }
  }
}
