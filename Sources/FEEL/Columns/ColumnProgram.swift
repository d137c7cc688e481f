import Values

/// Instructions that run over blocks of rows, one after the other, without a jump.
///
/// Blocks are small enough that all that is computed of them stays near the core.
package struct ColumnProgram: Sendable {
  /// Rows in a block.
  package static let laneCount = 1024

  struct Instruction: Sendable {
    let operation: ColumnOperation
    /// The buffer that takes the result, among those of its kind.
    let buffer: Int32
    let kind: ColumnOperation.Kind
    /// Who asked for it first; -1 for nobody.
    let owner: Int
  }

  let instructions: [Instruction]
  /// By block: its buffer.
  let buffers: [Int32]
  /// How many buffers there are of each kind.
  let bufferCounts: [ColumnOperation.Kind: Int]
  let inputs: [Column]
  let translations: [[Int64]]
  let termLists: [[ColumnOperation.NumberOperand]]
  let fallen: [LaneID]
  let texts: [String]
  package let rowCount: Int
  /// Whether it leaves lanes open that a program of numbers would not.
  package let usesEnclosures: Bool

  /// The program that gives `outputs`; what nothing rests on is left out.
  package init(_ assembler: ColumnAssembler, outputs: [LaneValue], rowCount: Int) {
    inputs = assembler.inputs
    translations = assembler.translations
    termLists = assembler.termLists
    fallen = assembler.fallen
    self.rowCount = rowCount
    var texts = [String](repeating: "", count: assembler.textCodes.count)
    for (bytes, code) in assembler.textCodes {
      texts[Int(code)] = String(decoding: bytes, as: UTF8.self)
    }
    self.texts = texts
    let operations = assembler.operations
    var lastUse = [Int](repeating: -1, count: operations.count)
    let roots = outputs.flatMap(\.lanes) + assembler.fallen
    for root in roots { lastUse[Int(root.index)] = operations.count }
    for index in operations.indices.reversed() where lastUse[index] >= 0 {
      for operand in operations[index].operands(termLists) {
        lastUse[Int(operand.index)] = max(lastUse[Int(operand.index)], index)
      }
    }
    var pool = BufferPool()
    var instructions: [Instruction] = []
    var buffers = [Int32](repeating: -1, count: operations.count)
    for index in operations.indices where lastUse[index] >= 0 {
      let kind = assembler.kinds[index]
      let buffer = pool.take(kind)
      buffers[index] = buffer
      instructions.append(
        Instruction(
          operation: operations[index], buffer: buffer, kind: kind, owner: assembler.owners[index]))
      for operand in Set(operations[index].operands(termLists))
      where lastUse[Int(operand.index)] == index {
        pool.give(buffers[Int(operand.index)], assembler.kinds[Int(operand.index)])
      }
    }
    self.instructions = instructions
    usesEnclosures = instructions.contains { $0.operation.isOfEnclosure }
    self.buffers = buffers
    bufferCounts = pool.counts
  }

  /// Buffers that are free again serve the next instruction.
  private struct BufferPool {
    private(set) var counts: [ColumnOperation.Kind: Int] = [:]
    private var free: [ColumnOperation.Kind: [Int32]] = [:]

    mutating func take(_ kind: ColumnOperation.Kind) -> Int32 {
      if let buffer = free[kind]?.popLast() { return buffer }
      let next = counts[kind, default: 0]
      counts[kind] = next + 1
      return Int32(next)
    }

    mutating func give(_ buffer: Int32, _ kind: ColumnOperation.Kind) {
      free[kind, default: []].append(buffer)
    }
  }
}

extension LaneValue {
  /// The blocks that hold it.
  var lanes: [LaneID] {
    let own: LaneID? =
      switch form {
      case .constant: nil
      case .truth(let lanes), .text(let lanes), .day(let lanes): lanes
      case .scaled(let lanes, _, _): lanes
      case .number(let lanes, _, _): lanes
      }
    return [own, nulls].compactMap(\.self)
  }
}
