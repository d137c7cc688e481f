import TestSupport
import Testing

@testable import Archives

/// A stream that is read ahead gives what the stream itself gives, in whatever pieces.
@Suite(.timed) struct ReadAheadStreamTests {
  /// Gives `count` bytes in pieces, and then ends or fails.
  private final class Bytes: ByteStream {
    let count: Int
    let piece: Int
    let failure: ByteStreamFailure?
    var done = 0

    init(_ count: Int, piece: Int, failure: ByteStreamFailure? = nil) {
      (self.count, self.piece, self.failure) = (count, piece, failure)
    }

    var progress: (done: Int, total: Int?) { (done, count) }

    func read(into room: UnsafeMutableRawBufferPointer) throws(ByteStreamFailure) -> Int {
      let given = min(piece, room.count, count - done)
      if given == 0, let failure { throw failure }
      for place in 0..<given { room[place] = ReadAheadStreamTests.byte(done + place) }
      done += given
      return given
    }

    func checkUnchanged() {}
  }

  private static func byte(_ place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (place &* 2_654_435_761) >> 7)
  }

  private static func read(
    _ stream: any ByteStream, by size: Int
  ) -> (bytes: [UInt8], failure: ByteStreamFailure?) {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: size)
    var failure: ByteStreamFailure?
    while failure == nil {
      var count = 0
      room.withUnsafeMutableBytes { room in
        do throws(ByteStreamFailure) {
          count = try stream.read(into: room)
        } catch {
          failure = error
        }
      }
      if count == 0 { break }
      bytes += room[..<count]
    }
    return (bytes, failure)
  }

  @Test(arguments: [0, 1, 999, 1 << 20, 1 << 20 | 1, 3 << 20, 5_000_003], [65_536, 1 << 20, 4096])
  func theSameBytesComeOut(count: Int, piece: Int) {
    let wanted = (0..<count).map(Self.byte)
    for size in [piece, 100_003] {
      let ahead = ReadAheadStream(Bytes(count, piece: piece))
      let (bytes, failure) = Self.read(ahead, by: size)
      #expect(bytes == wanted)
      #expect(failure == nil)
      #expect(ahead.progress.done == count)
      // Behind the end stands nothing, however often it is asked for.
      #expect(Self.read(ahead, by: size).bytes.isEmpty)
    }
  }

  @Test(arguments: [0, 5, 1 << 20, 2_500_000])
  func aFailureComesBehindTheBytesBeforeIt(count: Int) {
    let ahead = ReadAheadStream(Bytes(count, piece: 70_000, failure: .damaged("broken")))
    let (bytes, failure) = Self.read(ahead, by: 65_536)
    #expect(bytes == (0..<count).map(Self.byte))
    #expect(failure == .damaged("broken"))
    #expect(Self.read(ahead, by: 10).failure == .damaged("broken"))
  }

  @Test func whoStopsEarlyLeavesNothingWaiting() {
    for _ in 0..<50 {
      let ahead = ReadAheadStream(Bytes(50 << 20, piece: 1 << 16))
      var room = [UInt8](repeating: 0, count: 100)
      let count = room.withUnsafeMutableBytes { try? ahead.read(into: $0) }
      #expect(count == 100)
    }
    // Never begun.
    _ = ReadAheadStream(Bytes(10, piece: 1))
  }
}
