package import Values

/// The buffers in which one thread runs a program.
package final class ColumnFrame {
  let masks: [Lanes.Mask]
  let integers: [Lanes.Integers]
  let numbers: [Lanes.Numbers]
  /// Lanes that the row evaluator must have.
  let fallen: Lanes.Mask
  private let program: ColumnProgram
  /// How many lanes the block has that was run last.
  package internal(set) var count = 0

  package init(_ program: ColumnProgram) {
    self.program = program
    func make<Cell>(_ kind: ColumnOperation.Kind, _ zero: Cell) -> [UnsafeMutablePointer<Cell>] {
      (0..<program.bufferCounts[kind, default: 0]).map { _ in Self.buffer(of: zero) }
    }
    masks = make(.mask, 0)
    integers = make(.integers, 0)
    numbers = make(.numbers, .zero)
    fallen = Self.buffer(of: 0)
  }

  deinit {
    masks.forEach { $0.deallocate() }
    integers.forEach { $0.deallocate() }
    numbers.forEach { $0.deallocate() }
    fallen.deallocate()
  }

  private static func buffer<Cell>(of zero: Cell) -> UnsafeMutablePointer<Cell> {
    let buffer = UnsafeMutablePointer<Cell>.allocate(capacity: ColumnProgram.laneCount)
    buffer.initialize(repeating: zero, count: ColumnProgram.laneCount)
    return buffer
  }

  func mask(_ lanes: LaneID) -> Lanes.Mask { masks[Int(program.buffers[Int(lanes.index)])] }

  func integers(_ lanes: LaneID) -> Lanes.Integers {
    integers[Int(program.buffers[Int(lanes.index)])]
  }

  func numbers(_ lanes: LaneID) -> Lanes.Numbers {
    numbers[Int(program.buffers[Int(lanes.index)])]
  }

  // MARK: results

  /// Whether the row evaluator must have the lane.
  package func hasFallen(_ lane: Int) -> Bool { fallen[lane] != 0 }

  package func holds(_ mask: LaneID, _ lane: Int) -> Bool { self.mask(mask)[lane] != 0 }

  /// What an output came to in a lane that has not fallen out.
  package func value(of output: LaneValue, _ lane: Int) -> Value {
    if let nulls = output.nulls, holds(nulls, lane) { return .null }
    switch output.form {
    case .constant(let value): return value
    case .truth(let mask): return .boolean(holds(mask, lane))
    case .scaled(let lanes, let exponent, _):
      return .number(Number(scaled: integers(lanes)[lane], exponent: exponent))
    case .number(let lanes, _, _): return .number(numbers(lanes)[lane])
    case .text(let lanes): return .string(program.texts[Int(integers(lanes)[lane])])
    case .day(let lanes):
      return CalendarDate(dayNumber: Int(integers(lanes)[lane])).map(Value.date) ?? .null
    }
  }

  /// The integers of an output that is kept so.
  package func scaled(_ output: LaneValue) -> UnsafePointer<Int64>? {
    if case .scaled(let lanes, _, _) = output.form { UnsafePointer(integers(lanes)) } else { nil }
  }
}
