import Dispatch
import Platform
import Synchronization

/// The bytes of another stream, which a thread of its own reads on while the last ones are looked at.
///
/// For what takes long to make, as inflating does. The other stream belongs to that thread from the first byte on.
package final class ReadAheadStream: ByteStream {
  /// What both threads have: rooms that are filled by one and emptied by the other, in turn.
  private final class Rooms: @unchecked Sendable {
    /// How many bytes are read in one go.
    static let byteCount = 1 << 20
    static let count = 2

    let stream: any ByteStream
    let rooms: [UnsafeMutableRawBufferPointer]
    /// Of each room: what it was filled with last, 0 at the end, or why nothing came.
    var filled = [Result<Int, ByteStreamFailure>](repeating: .success(0), count: count)
    // Begun at zero: one that is given up below what it began with ends the process.
    let full = DispatchSemaphore(value: 0)
    let empty = DispatchSemaphore(value: 0)
    let isUnwanted = Atomic<Bool>(false)
    /// Came behind bytes that have to be given first.
    private var failure: ByteStreamFailure?

    init(_ stream: any ByteStream) {
      self.stream = stream
      rooms = (0..<Self.count).map { _ in .allocate(byteCount: Self.byteCount, alignment: 16) }
      for _ in rooms { empty.signal() }
    }

    deinit {
      for room in rooms { room.deallocate() }
    }

    /// Fills one room after the other, until the end, a failure, or nobody wants more.
    func fill() {
      var number = 0
      while true {
        empty.wait()
        if isUnwanted.load(ordering: .acquiring) { return }
        let result = read(into: rooms[number])
        filled[number] = result
        full.signal()
        guard case .success(1...) = result else { return }
        number = (number + 1) % Self.count
      }
    }

    private func read(
      into room: UnsafeMutableRawBufferPointer
    ) -> Result<Int, ByteStreamFailure> {
      if let failure { return .failure(failure) }
      var count = 0
      do throws(ByteStreamFailure) {
        while count < room.count {
          let read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
          if read == 0 { break }
          count += read
        }
      } catch let error {
        if count == 0 { return .failure(error) }
        failure = error
      }
      return .success(count)
    }
  }

  private let stream: any ByteStream
  private let total: Int?
  private var hasStarted = false
  private var rooms: Rooms?
  private var number = 0
  private var offset = 0
  /// Of the room that is emptied; `nil` before it is full.
  private var count: Int?
  private var done = 0
  private var failure: ByteStreamFailure?

  package init(_ stream: any ByteStream) {
    self.stream = stream
    total = stream.progress.total
  }

  deinit {
    rooms?.isUnwanted.store(true, ordering: .releasing)
    rooms?.empty.signal()
  }

  package var progress: (done: Int, total: Int?) { (done, total) }

  package func read(
    into room: UnsafeMutableRawBufferPointer
  ) throws(ByteStreamFailure) -> Int {
    guard let rooms = started() else {
      let count = try stream.read(into: room)
      done += count
      return count
    }
    if let failure { throw failure }
    if count == nil {
      rooms.full.wait()
      do throws(ByteStreamFailure) {
        count = try rooms.filled[number].get()
      } catch let error {
        failure = error
        throw error
      }
      offset = 0
    }
    guard let count, count > 0 else { return 0 }
    let given = min(room.count, count - offset)
    room.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: rooms.rooms[number][offset..<offset + given]))
    offset += given
    done += given
    if offset == count {
      self.count = nil
      number = (number + 1) % Rooms.count
      rooms.empty.signal()
    }
    return given
  }

  package func checkUnchanged() {}

  /// - Returns: `nil` where the system gives no thread: then the bytes are read when they are asked for.
  private func started() -> Rooms? {
    guard !hasStarted else { return rooms }
    hasStarted = true
    let new = Rooms(stream)
    if BackgroundThread.start({ new.fill() }) { rooms = new }
    return rooms
  }
}
