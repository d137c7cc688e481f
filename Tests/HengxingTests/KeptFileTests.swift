import Diagnostics
import Scoring
import TestSupport
import Testing
import Values

@testable import Hengxing

@Suite(.timed) struct KeptFileTests {
  private static let file: KeptFile = {
    let column = ColumnBuilder((0..<50).map { .number(Number($0 * 37 % 11)) }).column
    let portfolio = KeptPortfolio(
      subjects: (0..<50).map { .init(id: "S\($0)", isRejected: false) },
      facts: [.init(name: "rooms", identity: "rooms", column: column)],
      aggregates: [.init(name: "count(staff)", identity: "count(staff)", column: column)])
    return KeptFile(
      header: .init(
        engine: "0", rubric: "small", edition: "1", rubricDigest: "d", key: "id",
        files: [.init(name: nil, path: "facts.csv", bytes: 3, modified: 5)]),
      portfolio: portfolio)
  }()

  private func read(_ bytes: [UInt8]) -> (KeptFile?, [String]) {
    var diagnostics = Diagnostics()
    let file = KeptFile(bytes, path: "kept.hxk", into: &diagnostics)
    return (file, diagnostics.all.map(\.code))
  }

  @Test func isReadAsItWasWritten() throws {
    let bytes = Self.file.bytes
    let (file, codes) = read(bytes)
    #expect(codes.isEmpty)
    #expect(try #require(file).header == Self.file.header)
    #expect(file?.bytes == bytes)
  }

  @Test func everyTruncationIsTold() {
    let bytes = Self.file.bytes
    for end in 8..<bytes.count {
      let (file, codes) = read(Array(bytes[..<end]))
      #expect(file == nil)
      #expect(codes == ["kept-not-whole"])
    }
    #expect(read([]).1 == ["not-kept"])
    #expect(read(Array("subject,score\n".utf8)).1 == ["not-kept"])
  }

  @Test func everyMutationIsTold() {
    var random = SeededRandom(seed: 3)
    let bytes = Self.file.bytes
    for _ in 0..<600 {
      var mutated = bytes
      let place = Int.random(in: mutated.indices, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: mutated[place] ^= UInt8.random(in: 1...255, using: &random)
      case 1: mutated.remove(at: place)
      default: mutated.insert(UInt8.random(in: 0...255, using: &random), at: place)
      }
      guard mutated != bytes else { continue }
      let (file, codes) = read(mutated)
      #expect(file == nil)
      #expect(codes.count == 1)
      #expect(["not-kept", "kept-by-another", "kept-not-whole"].contains(codes.first ?? ""))
    }
  }

  @Test func aNewerVersionIsTold() {
    var bytes = Self.file.bytes
    bytes[8] = 3
    #expect(read(bytes).1 == ["kept-by-another"])
  }
}
