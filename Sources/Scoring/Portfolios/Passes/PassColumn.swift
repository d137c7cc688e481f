import Diagnostics
import Formats
import Rubrics
import Values

/// The cells of one column of a table as a pass over its rows sees them, on one thread.
///
///     payload    a number in millionths, a day, 0 or 1, the identity of a text
///     state      known, null, or not known
final class PassColumn: @unchecked Sendable {
  enum State {
    static let known: UInt8 = 0
    static let null: UInt8 = 1
    static let open: UInt8 = 2
  }

  /// How cells are looked at.
  enum Way: Sendable {
    /// Each distinct text is looked up.
    case coded
    /// Plain numbers are taken as they are.
    case numbers(rule: NumberRule?, isWhole: Bool)
    /// Texts only tell each other apart.
    case identities
  }

  /// The declared column.
  let index: Int
  let declaration: Declaration
  private let isScaleOpen: Bool
  let meanings: CellMeanings
  let way: Way
  /// `nil` where nobody asks which texts are the same.
  private let identities: TextIdentities?
  /// By row of a batch: the code of the text; -1 where it was not looked up.
  private(set) var codes: UnsafeMutablePointer<Int32>
  private(set) var payloads: UnsafeMutablePointer<Int64>
  private(set) var states: UnsafeMutablePointer<UInt8>
  private var capacity = 1
  /// Some cell of the batch is null or not known.
  private(set) var hasStates = false
  /// No payload of a number lies further from zero.
  private(set) var greatest: UInt64 = 0
  /// Some plain number lies above 1.
  private(set) var hasPlains = false
  /// And some so high that the column does not count per cents.
  private(set) var hasAmounts = false
  /// Some text of the batch that was not looked up ends as a total label may.
  private(set) var mayHoldLabels = false
  /// Every text of the column so far begins so that it says something, whatever follows (`RowLabels.plainStarts`).
  private(set) var startsPlainly: Bool
  /// By code.
  private var codedPayloads: [Int64] = []
  private var codedStates: [UInt8] = []

  init(
    _ index: Int, _ reader: DeclaredReader, named name: String, way: Way,
    _ identities: TextIdentities?
  ) {
    self.index = index
    self.identities = identities
    self.way = way
    declaration = reader.declaration
    isScaleOpen = reader.isScaleOpen
    meanings = CellMeanings(reader, named: name)
    startsPlainly = if case .coded = way { true } else { false }
    (codes, payloads, states) = (
      .allocate(capacity: 1), .allocate(capacity: 1), .allocate(capacity: 1)
    )
  }

  deinit {
    codes.deallocate()
    payloads.deallocate()
    states.deallocate()
  }

  /// Reads the cells of a batch.
  ///
  /// - Returns: the codes of texts that were not seen before.
  func read(_ column: Int, of batch: RowBatch) -> Range<Int> {
    reserve(batch.rowCount)
    let cells = batch.columns[column]
    switch way {
    case .coded: meanings.codes.codes(of: cells, in: batch, into: codes)
    case .numbers(let rule, let isWhole): readNumbers(cells, of: batch, rule, isWhole)
    case .identities: readIdentities(cells, of: batch)
    }
    let new = meanings.readNew()
    for code in new {
      learn(meanings.meanings[code].value)
      let start = meanings.codes.text(of: code).utf8.first
      startsPlainly = startsPlainly && start.map { RowLabels.plainStarts[Int($0)] } ?? false
    }
    takeCoded(batch)
    return new
  }

  private func readNumbers(
    _ cells: RowBatch.Cells, of batch: RowBatch, _ rule: NumberRule?, _ isWhole: Bool
  ) {
    let bytes = batch.bytes
    var greatest: UInt64 = 0
    for row in 0..<batch.rowCount {
      let (start, count) = cells.extent(row)
      if let number = PlainNumber(bytes + start, count),
        let scaled = NumberRule.scaled(number), !isWhole || scaled % 1_000_000 == 0,
        rule?.holds(scaled) ?? true
      {
        codes[row] = -1
        payloads[row] = scaled
        greatest = max(greatest, scaled.magnitude)
      } else {
        codes[row] = Int32(
          truncatingIfNeeded: meanings.codes.code(of: start..<start + count, in: bytes))
      }
    }
    self.greatest = max(self.greatest, greatest)
    let one = NumberRule.one.magnitude
    if greatest > one { hasPlains = true }
    if greatest > one * ScaleSide.mostPercents.magnitude { hasAmounts = true }
  }

  private func readIdentities(_ cells: RowBatch.Cells, of batch: RowBatch) {
    let (bytes, labels) = (batch.bytes, LabelBytes.shared)
    var mayHoldLabels = false
    defer { self.mayHoldLabels = mayHoldLabels }
    for row in 0..<batch.rowCount {
      let (offset, count) = cells.extent(row)
      let start = bytes + offset
      if labels.mayBeLabel(start, count) { mayHoldLabels = true }
      // What begins with `#` may be the error of a formula.
      if count > 0, start[0] != UInt8(ascii: "#"), let packed = TextIdentities.packed(start, count)
      {
        codes[row] = -1
        payloads[row] = packed
      } else if CellReader.isPlainText(UnsafeBufferPointer(start: start, count: count)) {
        codes[row] = -1
        payloads[row] = identities?.identity(start, count) ?? 0
      } else {
        codes[row] = Int32(
          truncatingIfNeeded: meanings.codes.code(of: offset..<offset + count, in: bytes))
      }
    }
  }

  /// The first codes stay what they are.
  static let keptTexts = 64

  /// Of a column whose scale only the whole file tells, nothing is forgotten.
  func isCrowded(_ budget: MemoryBudget) -> Bool {
    meanings.codes.count > max(budget.texts, Self.keptTexts) && !isScaleOpen
  }

  /// Forgets all texts but the first ones.
  func forget() {
    meanings.forget(after: Self.keptTexts)
    codedPayloads.removeLast(max(0, codedPayloads.count - Self.keptTexts))
    codedStates.removeLast(max(0, codedStates.count - Self.keptTexts))
  }

  /// What the text with this code is in a pass.
  func payload(of code: Int) -> Int64 { codedPayloads[code] }

  /// What the value of a text that was looked up is in a pass.
  private func learn(_ value: Value) {
    var payload: Int64 = 0
    var state = State.known
    switch value {
    case .number(let number):
      if let scaled = number.scaled(to: -NumberRule.decimals) {
        payload = scaled
        greatest = max(greatest, scaled.magnitude)
      } else {
        state = State.open
      }
    case .boolean(let flag): payload = flag ? 1 : 0
    case .date(let date): payload = Int64(date.dayNumber)
    case .string(let text): payload = identities?.identity(of: text) ?? 0
    case .null:
      payload = TextIdentities.null
      state = State.null
    default: state = State.open
    }
    codedPayloads.append(payload)
    codedStates.append(state)
  }

  private func takeCoded(_ batch: RowBatch) {
    var anyState: UInt8 = 0
    codedPayloads.withUnsafeBufferPointer { codedPayloads in
      codedStates.withUnsafeBufferPointer { codedStates in
        for row in 0..<batch.rowCount {
          let code = Int(codes[row])
          guard code >= 0 else {
            states[row] = State.known
            continue
          }
          payloads[row] = codedPayloads[code]
          states[row] = codedStates[code]
          anyState |= states[row]
        }
      }
    }
    for row in batch.overlongRows {
      states[row] = State.open
      codes[row] = -2
      anyState |= State.open
    }
    hasStates = anyState != 0
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    codes.deallocate()
    payloads.deallocate()
    states.deallocate()
    capacity = count
    (codes, payloads, states) = (
      .allocate(capacity: count), .allocate(capacity: count), .allocate(capacity: count)
    )
  }
}
