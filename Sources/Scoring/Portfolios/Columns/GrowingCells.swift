import Foundation

/// Cells of one column as they come, one behind the other.
///
/// Plain memory that the system makes longer in place: an array would be copied whenever it grows, and a
/// nation of stations has ten million cells (Scripts/bench, job wide).
final class GrowingCells<Cell: BitwiseCopyable>: @unchecked Sendable {
  private(set) var cells: UnsafeMutablePointer<Cell>
  private(set) var count = 0
  private var capacity = 1024

  init() {
    guard let room = malloc(capacity * MemoryLayout<Cell>.stride) else {
      preconditionFailure("no memory for a thousand cells")
    }
    cells = room.assumingMemoryBound(to: Cell.self)
  }

  deinit {
    free(cells)
  }

  /// Room for so many more cells, which the caller fills.
  func extend(by more: Int) -> UnsafeMutablePointer<Cell> {
    if count + more > capacity { resize(to: max(count + more, capacity * 2)) }
    let end = cells + count
    count += more
    return end
  }

  /// No cells, and hardly any memory.
  func empty() {
    count = 0
    resize(to: 1)
  }

  private func resize(to capacity: Int) {
    let byteCount = capacity * MemoryLayout<Cell>.stride
    guard let room = realloc(cells, byteCount) else {
      preconditionFailure("no memory for \(capacity) cells")
    }
    self.capacity = capacity
    cells = room.assumingMemoryBound(to: Cell.self)
  }

  func append(_ cell: Cell) { extend(by: 1).pointee = cell }

  subscript(index: Int) -> Cell { cells[index] }
}
