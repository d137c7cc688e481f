import Values

extension ColumnProgram {
  /// Which rows the lanes of a block are.
  private enum Rows {
    case from(Int)
    case named([Int])
  }

  /// Computes the block of at most `laneCount` rows that begins at `start`.
  package func run(from start: Int, in frame: ColumnFrame) {
    run(.from(start), max(0, min(Self.laneCount, rowCount - start)), in: frame)
  }

  /// Computes a block of at most `laneCount` rows that stand anywhere.
  package func run(on rows: [Int], in frame: ColumnFrame) {
    precondition(rows.count <= Self.laneCount, "a block has room for \(Self.laneCount) rows")
    run(.named(rows), rows.count, in: frame)
  }

  /// The same as `run(from:in:)`; adds what each instruction took on `clock` to `spent`, by owner.
  ///
  /// What nobody owns goes to the last.
  package func run(
    from start: Int, in frame: ColumnFrame, clock: () -> Int, spent: inout [Int]
  ) {
    let count = max(0, min(Self.laneCount, rowCount - start))
    frame.count = count
    frame.fallen.update(repeating: 0, count: count)
    var last = clock()
    for instruction in instructions {
      fill(instruction, .from(start), count, frame)
      let now = clock()
      let owner = spent.indices.contains(instruction.owner) ? instruction.owner : spent.count - 1
      spent[owner] += now - last
      last = now
    }
    giveUp(count, in: frame)
  }

  private func run(_ rows: Rows, _ count: Int, in frame: ColumnFrame) {
    frame.count = count
    frame.fallen.update(repeating: 0, count: count)
    for instruction in instructions { fill(instruction, rows, count, frame) }
    giveUp(count, in: frame)
  }

  private func giveUp(_ count: Int, in frame: ColumnFrame) {
    for mask in fallen {
      Lanes.either(frame.fallen, frame.mask(mask), into: frame.fallen, count)
    }
  }

  @inline(__always)
  private func fill(
    _ instruction: Instruction, _ rows: Rows, _ count: Int, _ frame: ColumnFrame
  ) {
    let buffer = Int(instruction.buffer)
    switch instruction.kind {
    case .mask: fill(frame.masks[buffer], instruction.operation, rows, count, frame)
    case .integers: fill(frame.integers[buffer], instruction.operation, rows, count, frame)
    case .numbers: fill(frame.numbers[buffer], instruction.operation, rows, count, frame)
    }
  }

  private func fill(
    _ result: Lanes.Mask, _ operation: ColumnOperation, _ rows: Rows, _ count: Int,
    _ frame: ColumnFrame
  ) {
    switch operation {
    case .cells(let input):
      guard case .booleans(let cells) = inputs[input].cells else { return }
      copy(cells, rows, count, to: result)
    case .rows(let input, let state):
      copy(inputs[input].states, rows, count, to: result)
      Lanes.rows(result, in: state, into: result, count)
    case .none: result.update(repeating: 0, count: count)
    case .both(let left, let right):
      Lanes.both(frame.mask(left), frame.mask(right), into: result, count)
    case .either(let left, let right):
      Lanes.either(frame.mask(left), frame.mask(right), into: result, count)
    case .butNot(let left, let right):
      Lanes.butNot(frame.mask(left), frame.mask(right), into: result, count)
    case .opposite(let mask): Lanes.opposite(frame.mask(mask), into: result, count)
    case .compare(let order, let left, let right):
      Lanes.compare(order, frame.operand(left), frame.operand(right), into: result, count)
    case .compareNumbers(let order, let left, let right):
      Lanes.compare(order, frame.operand(left), frame.operand(right), into: result, count)
    default: preconditionFailure("not a mask")
    }
  }

  private func fill(
    _ result: Lanes.Integers, _ operation: ColumnOperation, _ rows: Rows, _ count: Int,
    _ frame: ColumnFrame
  ) {
    switch operation {
    case .cells(let input):
      switch inputs[input].cells {
      case .scaled(let cells, _): copy(cells, rows, count, to: result)
      case .texts(let cells, _):
        let meanings = translations[input]
        copy(cells, rows, count, to: result) { meanings[Int($0)] }
      case .days(let cells): copy(cells, rows, count, to: result) { Int64($0) }
      case .numbers, .booleans, .values: preconditionFailure("not integers")
      }
    case .calculate(let math, let left, let right):
      Lanes.calculate(math, frame.operand(left), frame.operand(right), into: result, count)
    case .choose(let mask, let then, let otherwise):
      Lanes.choose(
        frame.mask(mask), frame.operand(then), frame.operand(otherwise), into: result, count)
    case .widened(let mask): Lanes.widened(frame.mask(mask), into: result, count)
    case .units(let integers, let unit, let mode):
      Lanes.units(of: frame.integers(integers), each: unit, mode, into: result, count)
    case .quotient(let left, let right):
      Lanes.quotient(frame.operand(left), frame.operand(right), into: result, count)
    case .unitsOfEnclosure(let integers, let unit, let error, let mode, let within):
      Lanes.units(
        of: frame.integers(integers), each: unit, error: error, mode,
        within: within.map(frame.mask), into: result, fallen: frame.fallen, count)
    case .roundToInteger(let numbers, let scale, let mode, let within):
      Lanes.round(
        frame.operand(numbers), toScale: scale, mode, within: within.map(frame.mask),
        into: result, fallen: frame.fallen, count)
    default: preconditionFailure("not integers")
    }
  }

  private func fill(
    _ result: Lanes.Numbers, _ operation: ColumnOperation, _ rows: Rows, _ count: Int,
    _ frame: ColumnFrame
  ) {
    switch operation {
    case .cells(let input):
      guard case .numbers(let cells) = inputs[input].cells else { return }
      copy(cells, rows, count, to: result)
    case .calculateNumbers(let math, let left, let right, let within):
      Lanes.calculate(
        math, frame.operand(left), frame.operand(right), within: within.map(frame.mask),
        into: result, fallen: frame.fallen, count)
    case .chooseNumbers(let mask, let then, let otherwise):
      Lanes.choose(
        frame.mask(mask), frame.operand(then), frame.operand(otherwise), into: result, count)
    case .magnitudes(let numbers):
      Lanes.magnitudes(frame.operand(numbers), into: result, count)
    case .round(let numbers, let scale, let mode, let within):
      Lanes.round(
        frame.operand(numbers), toDecimals: scale, mode, within: within.map(frame.mask),
        into: result, fallen: frame.fallen, count)
    case .roundToMultiple(let numbers, let step, let mode, let within):
      Lanes.round(
        frame.operand(numbers), toMultipleOf: step, mode, within: within.map(frame.mask),
        into: result, fallen: frame.fallen, count)
    case .sum(let terms):
      Lanes.sum(
        termLists[Int(terms.index)].map(frame.operand), into: result, fallen: frame.fallen, count)
    case .mean(let terms, let divisor):
      Lanes.mean(
        termLists[Int(terms.index)].map(frame.operand), frame.operand(divisor), into: result,
        fallen: frame.fallen,
        count)
    default: preconditionFailure("not numbers")
    }
  }

  // MARK: cells

  private func copy<Cell>(
    _ cells: [Cell], _ rows: Rows, _ count: Int, to target: UnsafeMutablePointer<Cell>
  ) {
    switch rows {
    case .from(let start):
      cells.withUnsafeBufferPointer { cells in
        guard let first = cells.baseAddress, start + count <= cells.count else { return }
        target.update(from: first + start, count: count)
      }
    case .named(let rows):
      for lane in 0..<count { target[lane] = cells[rows[lane]] }
    }
  }

  @inline(__always)
  private func copy<Cell, Result>(
    _ cells: [Cell], _ rows: Rows, _ count: Int, to target: UnsafeMutablePointer<Result>,
    _ meaning: (Cell) -> Result
  ) {
    switch rows {
    case .from(let start):
      for lane in 0..<count { target[lane] = meaning(cells[start + lane]) }
    case .named(let rows):
      for lane in 0..<count { target[lane] = meaning(cells[rows[lane]]) }
    }
  }
}

extension ColumnFrame {
  fileprivate func operand(_ operand: ColumnOperation.IntegerOperand) -> Lanes.Integer {
    switch operand {
    case .lanes(let lanes): .each(integers(lanes))
    case .all(let integer): .all(integer)
    }
  }

  fileprivate func operand(_ operand: ColumnOperation.NumberOperand) -> Lanes.Decimal {
    switch operand {
    case .lanes(let lanes): .each(numbers(lanes))
    case .scaled(let lanes, let exponent): .scaled(integers(lanes), exponent: exponent)
    case .all(let number): .all(number)
    }
  }
}
