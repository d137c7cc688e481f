import Diagnostics
package import Values

/// Puts a column program together, instruction by instruction, each once.
///
/// A program says for whole blocks of rows what the row evaluator says for one, where that is plain. Lanes
/// on which it is not *fall out*: the row evaluator has them, so there is one meaning. Falling out is
/// always right, only slower.
package struct ColumnAssembler {
  /// Lanes in which a part of the program matters: a conjunction of the conditions around it.
  package struct Surroundings: Sendable {
    /// `nil`: all lanes.
    var mask: LaneID?
    /// Every conjunction that `mask` was made of; it lies within each of them.
    var around: Set<LaneID> = []
  }

  private(set) var operations: [ColumnOperation] = []
  private(set) var kinds: [ColumnOperation.Kind] = []
  /// By operation: the `owner` at whose time it came.
  private(set) var owners: [Int] = []
  /// Whom the instructions that follow are for, by numbers of the caller; -1 for nobody.
  package var owner = -1
  private var known: [ColumnOperation: LaneID] = [:]
  /// By operation without its confinement: the blocks there are, with the lanes they cover.
  private var confined: [ColumnOperation: [(within: LaneID?, lanes: LaneID)]] = [:]
  /// Operands of sums, each list once.
  private(set) var termLists: [[ColumnOperation.NumberOperand]] = []
  private var knownTerms: [[ColumnOperation.NumberOperand]: Int32] = [:]
  private(set) var inputs: [Column] = []
  /// By block of integers: what it holds in all lanes.
  var ranges: [LaneID: ClosedRange<Int64>] = [:]
  /// What the codes of texts mean, all columns together.
  private(set) var textCodes: [[UInt8]: Int64] = [:]
  /// By input: what its own codes are in the program.
  private(set) var translations: [[Int64]] = []
  /// Masks of lanes that the row evaluator must have.
  private(set) var fallen: [LaneID] = []
  package internal(set) var active = Surroundings()
  /// Where a refused step stands.
  var place: Place?
  /// Whether integers near numbers may stand for them.
  let usesEnclosures: Bool

  package init(usesEnclosures: Bool = true) {
    self.usesEnclosures = usesEnclosures
  }

  mutating func emit(_ operation: ColumnOperation, _ kind: ColumnOperation.Kind) -> LaneID {
    if let (open, within) = operation.unconfined {
      // A block that covers more lanes serves as well.
      let found = confined[open]?.first { other in
        other.within == nil || other.within == within
          || other.within.map(active.around.contains) ?? false
      }
      if let found { return found.lanes }
      let lanes = append(operation, kind)
      confined[open, default: []].append((within, lanes))
      return lanes
    }
    if let lanes = known[operation] { return lanes }
    let lanes = append(operation, kind)
    known[operation] = lanes
    return lanes
  }

  private mutating func append(
    _ operation: ColumnOperation, _ kind: ColumnOperation.Kind
  ) -> LaneID {
    operations.append(operation)
    kinds.append(kind)
    owners.append(owner)
    return LaneID(index: Int32(operations.count - 1))
  }

  mutating func terms(_ values: [LaneValue]) -> ColumnOperation.Terms {
    let list = values.map(numberOperand)
    if let index = knownTerms[list] { return ColumnOperation.Terms(index: index) }
    let index = Int32(truncatingIfNeeded: termLists.count)
    termLists.append(list)
    knownTerms[list] = index
    return ColumnOperation.Terms(index: index)
  }

  mutating func scaled(
    _ lanes: LaneID, _ exponent: Int, _ range: ClosedRange<Int64>
  ) -> LaneValue {
    ranges[lanes] = range
    return LaneValue(.scaled(lanes, exponent: exponent, range: range))
  }

  func operation(of lanes: LaneID) -> ColumnOperation { operations[Int(lanes.index)] }

  /// Gives lanes up where `mask` holds and somebody looks.
  package mutating func fallOut(where mask: LaneID?) {
    guard let mask, let looked = both(mask, active.mask), !isNone(looked) else { return }
    if !fallen.contains(looked) { fallen.append(looked) }
  }

  /// How many masks of lanes have been given up.
  package var fallenCount: Int { fallen.count }

  /// Takes back what was given up since there were so many masks: for a part that was refused halfway.
  package mutating func forgetFallen(since count: Int) { fallen.removeLast(fallen.count - count) }

  func refuse(_ cause: ColumnRefusal.Cause) -> ColumnRefusal { ColumnRefusal(cause, at: place) }

  // MARK: inputs

  /// The values of a column of as many rows as every other.
  package mutating func input(_ column: Column) -> ColumnCompiler.Input {
    let number = inputs.count
    inputs.append(column)
    translations.append([])
    func mask(_ state: Column.State) -> LaneID? {
      column.states.contains(state.rawValue) ? emit(.rows(number, in: state), .mask) : nil
    }
    let (nulls, others) = (mask(.null), mask(.other))
    // Nothing is known of any row: what kind its cells have does not matter.
    if !column.states.isEmpty, !column.states.contains(Column.State.known.rawValue) {
      return .value(.constant(.null), others: others)
    }
    let value: LaneValue
    switch column.cells {
    case .scaled(_, let exponent):
      guard let range = column.range else { return .value(.constant(.null)) }
      let greatest = Column.greatestCoefficient
      guard -greatest < range.lowerBound, range.upperBound < greatest else {
        return .refused(.kindOfValue)
      }
      value = scaled(emit(.cells(number), .integers), exponent, range)
    case .numbers(let cells):
      value = LaneValue(
        .number(emit(.cells(number), .numbers), low: cells.min(), high: cells.max()))
    case .booleans: value = LaneValue(.truth(emit(.cells(number), .mask)))
    case .texts(_, let texts):
      translations[number] = (texts.isEmpty ? [""] : texts).map { code(of: $0) }
      value = LaneValue(.text(emit(.cells(number), .integers)))
    case .days: value = LaneValue(.day(emit(.cells(number), .integers)))
    case .values: return .refused(.kindOfValue)
    }
    return .value(value.withNulls(nulls), others: others)
  }

  mutating func code(of text: String) -> Int64 {
    let key = Array(text.utf8)
    if let code = textCodes[key] { return code }
    let code = Int64(textCodes.count)
    textCodes[key] = code
    return code
  }

  // MARK: masks

  /// `nil` stands for all lanes.
  package mutating func both(_ left: LaneID?, _ right: LaneID?) -> LaneID? {
    guard let left else { return right }
    guard let right, left != right else { return left }
    if isNone(left) || isNone(right) || areOpposite(left, right) { return none }
    return emit(.both(left, right), .mask)
  }

  /// `nil` stands for no lanes.
  package mutating func either(_ left: LaneID?, _ right: LaneID?) -> LaneID? {
    guard let left, !isNone(left) else { return right.flatMap { isNone($0) ? nil : $0 } }
    guard let right, !isNone(right), left != right else { return left }
    return emit(.either(left, right), .mask)
  }

  package mutating func butNot(_ left: LaneID, _ right: LaneID?) -> LaneID {
    guard let right, !isNone(right) else { return left }
    if left == right || isNone(left) { return none }
    if areOpposite(left, right) { return left }
    return emit(.butNot(left, right), .mask)
  }

  package mutating func opposite(_ mask: LaneID) -> LaneID {
    if case .opposite(let inner) = operation(of: mask) { return inner }
    return emit(.opposite(mask), .mask)
  }

  /// No lane.
  package var none: LaneID { mutating get { emit(.none, .mask) } }

  func isNone(_ mask: LaneID) -> Bool { operation(of: mask) == .none }

  private func areOpposite(_ left: LaneID, _ right: LaneID) -> Bool {
    operation(of: left) == .opposite(right) || operation(of: right) == .opposite(left)
  }

  /// What follows matters only in lanes where `mask` holds, or does not, until somebody leaves.
  package mutating func enter(_ mask: LaneID, isNegated: Bool = false) {
    let inner: LaneID
    if isNegated {
      inner = active.mask.map { butNot($0, mask) } ?? opposite(mask)
    } else {
      inner = both(mask, active.mask) ?? mask
    }
    active.mask = inner
    active.around.insert(inner)
  }

  package mutating func leave(to outer: Surroundings) { active = outer }

  /// Assembles a part that matters only in lanes where `mask` holds, or does not.
  package mutating func within<Result>(
    _ mask: LaneID, isNegated: Bool = false,
    _ body: (inout ColumnAssembler) throws(ColumnRefusal) -> Result
  ) throws(ColumnRefusal) -> Result {
    let outer = active
    enter(mask, isNegated: isNegated)
    defer { active = outer }
    return try body(&self)
  }
}
