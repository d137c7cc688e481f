import Archives
import Synchronization

/// Hands out the bytes of a table in blocks of whole records, to whoever asks next.
///
///     file     |header␊a,b␊c,"d␊|e",f␊g,h␊|        as it is read
///     blocks   |a,b␊|c,"d␊e",f␊g,h␊|              as they are handed out
///
/// Only one thread reads and looks for borders at a time: both go at the speed of memory, and the cells
/// take twenty times as long.
final class BlockSource: Sendable {
  struct Form: Sendable {
    var separator: UInt8
    var limits: CSVReader.Limits
    var blockSize: Int
  }

  // A stream is not for several threads; the lock sees to that.
  private struct State: @unchecked Sendable {
    let stream: any ByteStream
    /// The beginning of a record that the last block has left.
    var carry: [UInt8]
    var count = 0
    var isAtEnd = false
    var failure: ByteStreamFailure?
  }

  private let form: Form
  private let state: Mutex<State>
  let bytesRead = Atomic<Int>(0)
  /// Bytes on the disk; `nil` where nobody knows.
  let totalBytes: Int?

  /// `start` are bytes that were read already, behind the header.
  init(_ stream: sending any ByteStream, start: [UInt8], form: Form) {
    self.form = form
    totalBytes = stream.progress.total
    state = Mutex(State(stream: stream, carry: start))
  }

  /// Why there is no further block, if it is not the end.
  var failure: ByteStreamFailure? { state.withLock { $0.failure } }

  /// No further block.
  func stop() { state.withLock { $0.isAtEnd = true } }

  /// Fills `block` with the next records.
  ///
  /// - Returns: `false` at the end, and where the stream fails.
  func next(into block: Block) -> Bool {
    state.withLock { state in
      guard !state.isAtEnd, state.failure == nil else { return false }
      do throws(ByteStreamFailure) {
        return try fill(block, from: &state)
      } catch {
        state.failure = error
        return false
      }
    }
  }

  private func fill(_ block: Block, from state: inout State) throws(ByteStreamFailure) -> Bool {
    block.grow(to: state.carry.count + form.blockSize)
    block.count = state.carry.count
    state.carry.withUnsafeBufferPointer { carry in
      if let base = carry.baseAddress { block.base.update(from: base, count: carry.count) }
    }
    state.carry.removeAll(keepingCapacity: true)
    while true {
      let wasAt = block.count
      try read(into: block, from: &state)
      bytesRead.store(state.stream.progress.done, ordering: .relaxed)
      if state.isAtEnd { try state.stream.checkUnchanged() }
      let end = RecordBorder.last(
        in: block.bytes, separator: form.separator, isEnd: state.isAtEnd)
      if end > 0 || state.isAtEnd {
        keep(block, from: end, in: &state)
        break
      }
      // A record as long as no record may be is handed out as it is: its reader says what is the matter.
      guard block.count <= form.limits.line + form.limits.cell else {
        state.isAtEnd = true
        block.isCut = true
        break
      }
      block.grow(to: max(block.capacity, wasAt + form.blockSize) * 2)
    }
    guard block.count > 0 else { return false }
    block.ordinal = state.count
    state.count += 1
    return true
  }

  private func read(into block: Block, from state: inout State) throws(ByteStreamFailure) {
    while block.count < block.capacity {
      let room = UnsafeMutableRawBufferPointer(
        start: block.base + block.count, count: block.capacity - block.count)
      let count = try state.stream.read(into: room)
      if count == 0 {
        state.isAtEnd = true
        return
      }
      block.count += count
    }
  }

  private func keep(_ block: Block, from end: Int, in state: inout State) {
    state.carry.append(
      contentsOf: UnsafeBufferPointer(start: block.base + end, count: block.count - end))
    block.count = end
  }
}
