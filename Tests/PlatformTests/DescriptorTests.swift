import Foundation
import Platform
import TestSupport
import Testing

@Suite(.timed) struct DescriptorTests {
  @Test func aFileIsReadInPiecesAndWhole() throws {
    let scratch = try Scratch()
    let path = scratch.folder.path + "/file"
    let text = String(repeating: "重庆 0123456789\n", count: 60_000)
    try Descriptor.making(path).write(text)
    #expect(try Descriptor.reading(path).read(upTo: .max) == Array(text.utf8))
    let file = try Descriptor.reading(path)
    #expect(file.byteCount == text.utf8.count)
    var pieces: [UInt8] = []
    while case let piece = try file.read(upTo: 100_001), !piece.isEmpty { pieces += piece }
    #expect(pieces == Array(text.utf8))
    try file.seek(to: 7)
    #expect(try file.read(upTo: 10) == Array("0123456789".utf8))
  }

  @Test func aPipeIsReadToItsEnd() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let reading = Descriptor(ends[0])
    let writing = ends[1]
    BackgroundThread.start {
      let end = Descriptor(writing)
      for _ in 0..<1000 { try? end.write(String(repeating: "x", count: 1000)) }
    }
    #expect(try reading.read(upTo: .max).count == 1_000_000)
  }

  @Test func whatCannotBeReadSaysWhy() {
    #expect(throws: SystemFailure.self) { _ = try Descriptor.reading("/nowhere") }
    #expect(throws: SystemFailure.self) { try Descriptor.reading("/").read(upTo: 1) }
    #expect(SystemFailure(code: ENOSPC).words == "No space left on device")
  }
}
