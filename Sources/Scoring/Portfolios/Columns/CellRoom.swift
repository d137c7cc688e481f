import Dispatch
import Platform

/// Memory for the cells that one thread keeps of a file, given back all at once.
///
/// Cells come batch by batch and are never moved: an array would be copied whenever it grows. Large pages are asked
/// for, because a nation of stations has ten million cells and each small page costs a microsecond (Scripts/bench,
/// job wide).
final class CellRoom: @unchecked Sendable {
  private static let blockSize = 1 << 21

  private var blocks: [UnsafeMutableRawPointer] = []
  private var end: UnsafeMutableRawPointer?
  private var left = 0
  private(set) var byteCount = 0

  deinit {
    // Nobody needs to wait while the system takes a hundred megabytes back.
    let blocks = blocks.map { UInt(bitPattern: $0) }
    DispatchQueue.global().async {
      for block in blocks { free(UnsafeMutableRawPointer(bitPattern: block)) }
    }
  }

  /// Room for so many cells, which the caller fills.
  func cells<Cell: BitwiseCopyable>(_ count: Int, of type: Cell.Type) -> UnsafeMutablePointer<Cell>
  {
    // Every kind of cell may stand at a multiple of sixteen.
    let byteCount = (count * MemoryLayout<Cell>.stride + 15) & ~15
    if byteCount > left || end == nil { add(atLeast: byteCount) }
    guard let start = end else { preconditionFailure("a block was just added") }
    end = start + byteCount
    left -= byteCount
    return start.bindMemory(to: Cell.self, capacity: count)
  }

  private func add(atLeast byteCount: Int) {
    let size = max(Self.blockSize, byteCount)
    var block: UnsafeMutableRawPointer?
    guard posix_memalign(&block, Self.blockSize, size) == 0, let block else {
      preconditionFailure("no memory for \(size) bytes of cells")
    }
    #if os(Linux)
      madvise(block, size, MADV_HUGEPAGE)
    #endif
    blocks.append(block)
    self.byteCount += size
    (end, left) = (block, size)
  }
}
