import Diagnostics
import Formats
import Rubrics
import Values

/// What can be said of the cells of a column only when all have been seen, or only once.
struct ColumnDoubts {
  private struct Fault {
    let fault: DeclaredReader.Fault
    let text: String
    let place: Place?
    var count = 1
  }

  private struct Side {
    var rows: [Int] = []
    var first = ""
    var place: Place?

    mutating func add(_ row: Int, _ text: String, at place: () -> Place?) {
      if rows.isEmpty {
        first = text
        self.place = place()
      }
      rows.append(row)
    }
  }

  private let reader: DeclaredReader
  private var faults: [Fault] = []
  private var percents = Side()
  private var plains = Side()
  private var holdsAmounts = false

  init(_ reader: DeclaredReader) {
    self.reader = reader
  }

  /// A cell that fits.
  mutating func take(
    _ value: Value, _ notes: CellNotes, _ text: String, row: Int, at place: () -> Place?
  ) {
    guard reader.isScaleOpen else { return }
    switch ScaleSide(value, notes) {
    case .percent: percents.add(row, text, at: place)
    case .plain: plains.add(row, text, at: place)
    case .amount: holdsAmounts = true
    case nil: break
    }
  }

  /// A cell that does not fit.
  ///
  /// - Returns: whether it is told with others of its column.
  mutating func take(_ fault: DeclaredReader.Fault, _ text: String, at place: () -> Place?) -> Bool
  {
    guard fault.isOfColumn, case .mismatch(let mismatch) = fault else { return false }
    let known = faults.firstIndex {
      if case .mismatch(mismatch) = $0.fault { true } else { false }
    }
    if let known {
      faults[known].count += 1
    } else {
      faults.append(Fault(fault: fault, text: text, place: place()))
    }
    return true
  }

  /// Tells what was found.
  ///
  /// - Returns: the rows whose cells nobody can read after all.
  func report(into diagnostics: inout Diagnostics) -> [Int] {
    for fault in faults {
      diagnostics.report(
        .unfittingCell(
          fault.fault, of: reader.declaration, holding: fault.text, count: fault.count,
          at: fault.place))
    }
    guard !percents.rows.isEmpty, !plains.rows.isEmpty, !holdsAmounts else { return [] }
    diagnostics.report(
      .mixedScales(
        reader.declaration, percent: percents.first, plain: plains.first,
        (percents.rows.count, plains.rows.count), at: percents.place))
    return percents.rows + plains.rows
  }
}

/// On which side a number of a column without unit and range stands, where both sides together leave all in doubt.
enum ScaleSide: Sendable {
  /// `97%`.
  case percent
  /// `95`.
  case plain
  /// `12,000`: nobody counts per cents so far, and a percent sign beside it is a hundredth, as anywhere.
  case amount

  /// The last number that may count per cents.
  static let mostPercents: Int64 = 1000

  private static let limit = Number(Int(mostPercents))

  init?(_ value: Value, _ notes: CellNotes) {
    guard case .number(let number) = value, !number.isZero else { return nil }
    if notes.contains(.percent) {
      self = .percent
    } else if number > Self.limit || number < Self.limit.negated {
      self = .amount
    } else if number > .one || number < Number.one.negated {
      self = .plain
    } else {
      return nil
    }
  }
}
