import Values

/// A block of values, one a lane, that one instruction gives; instructions are numbered in order.
package struct LaneID: Hashable, Sendable {
  let index: Int32
}

/// One instruction of a column program: the same for all lanes, without a choice of its own.
///
/// Two equal instructions give equal blocks, so that each is kept once.
enum ColumnOperation: Hashable, Sendable {
  /// The cells of an input: a mask, integers or numbers, as its column has them.
  case cells(Int)
  /// The lanes in which an input is null, or something else that is not plain.
  case rows(Int, in: Column.State)

  /// No lane.
  case none
  case both(LaneID, LaneID)
  case either(LaneID, LaneID)
  case butNot(LaneID, LaneID)
  case opposite(LaneID)

  case compare(Lanes.Order, IntegerOperand, IntegerOperand)
  case calculate(Lanes.IntegerMath, IntegerOperand, IntegerOperand)
  case choose(LaneID, IntegerOperand, IntegerOperand)
  /// 1 where a mask holds, else 0.
  case widened(LaneID)
  case units(LaneID, each: Int64, RoundingMode)
  /// Towards zero; zero where the divisor is.
  case quotient(IntegerOperand, IntegerOperand)
  /// The same of integers that lie so near to numbers; a lane that this leaves open falls out.
  case unitsOfEnclosure(
    LaneID, each: Int64, error: Int64, RoundingMode, within: LaneID?)

  case compareNumbers(Lanes.Order, NumberOperand, NumberOperand)
  case calculateNumbers(Lanes.NumberMath, NumberOperand, NumberOperand, within: LaneID?)
  case chooseNumbers(LaneID, NumberOperand, NumberOperand)
  case magnitudes(NumberOperand)
  /// Integers of so many decimals.
  case roundToInteger(NumberOperand, scale: Int, RoundingMode, within: LaneID?)
  case round(NumberOperand, scale: Int, RoundingMode, within: LaneID?)
  case roundToMultiple(NumberOperand, of: Number, RoundingMode, within: LaneID?)
  /// Exact inside, rounded once.
  case sum(Terms)
  /// The same, divided by a count before it is rounded; zero where the count is.
  case mean(Terms, IntegerOperand)

  /// Which list of operands of the program it is.
  ///
  /// Lists stand apart, so that an instruction is plain memory: a program is run through for every block.
  struct Terms: Hashable, Sendable {
    let index: Int32
  }

  enum IntegerOperand: Hashable, Sendable {
    case lanes(LaneID)
    case all(Int64)
  }

  enum NumberOperand: Hashable, Sendable {
    case lanes(LaneID)
    case scaled(LaneID, exponent: Int)
    case all(Number)
  }

  enum Kind: UInt8, Sendable {
    case mask, integers, numbers
  }
}

extension ColumnOperation {
  /// The blocks that it reads.
  func operands(_ lists: [[NumberOperand]]) -> [LaneID] {
    switch self {
    case .cells, .rows, .none: []
    case .both(let left, let right), .either(let left, let right), .butNot(let left, let right):
      [left, right]
    case .opposite(let mask), .widened(let mask): [mask]
    case .units(let integers, _, _): [integers]
    case .unitsOfEnclosure(let integers, _, _, _, let within):
      [integers, within].compactMap(\.self)
    case .compare(_, let left, let right), .calculate(_, let left, let right),
      .quotient(let left, let right):
      [left.lanes, right.lanes].compactMap(\.self)
    case .choose(let mask, let then, let otherwise):
      [mask] + [then.lanes, otherwise.lanes].compactMap(\.self)
    case .compareNumbers(_, let left, let right):
      [left.lanes, right.lanes].compactMap(\.self)
    case .calculateNumbers(_, let left, let right, let within):
      [left.lanes, right.lanes, within].compactMap(\.self)
    case .chooseNumbers(let mask, let then, let otherwise):
      [mask] + [then.lanes, otherwise.lanes].compactMap(\.self)
    case .magnitudes(let numbers): [numbers.lanes].compactMap(\.self)
    case .roundToInteger(let numbers, _, _, let within), .round(let numbers, _, _, let within),
      .roundToMultiple(let numbers, _, _, let within):
      [numbers.lanes, within].compactMap(\.self)
    case .sum(let terms): lists[Int(terms.index)].compactMap(\.lanes)
    case .mean(let terms, let count):
      (lists[Int(terms.index)].map(\.lanes) + [count.lanes]).compactMap(\.self)
    }
  }

  var isOfEnclosure: Bool { if case .unitsOfEnclosure = self { true } else { false } }

  /// The same without the lanes to which it is confined; `nil` where it knows no such thing.
  var unconfined: (operation: ColumnOperation, within: LaneID?)? {
    switch self {
    case .calculateNumbers(let math, let left, let right, let within):
      (.calculateNumbers(math, left, right, within: nil), within)
    case .roundToInteger(let numbers, let scale, let mode, let within):
      (.roundToInteger(numbers, scale: scale, mode, within: nil), within)
    case .unitsOfEnclosure(let integers, let unit, let error, let mode, let within):
      (.unitsOfEnclosure(integers, each: unit, error: error, mode, within: nil), within)
    case .round(let numbers, let scale, let mode, let within):
      (.round(numbers, scale: scale, mode, within: nil), within)
    case .roundToMultiple(let numbers, let step, let mode, let within):
      (.roundToMultiple(numbers, of: step, mode, within: nil), within)
    default: nil
    }
  }
}

extension ColumnOperation.IntegerOperand {
  var lanes: LaneID? { if case .lanes(let lanes) = self { lanes } else { nil } }
}

extension ColumnOperation.NumberOperand {
  var lanes: LaneID? {
    switch self {
    case .lanes(let lanes), .scaled(let lanes, _): lanes
    case .all: nil
    }
  }
}
