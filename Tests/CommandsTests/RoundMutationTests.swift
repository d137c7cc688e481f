import Foundation
import TestSupport
import Testing

/// Whatever happens to the files of a round, a run ends, and leaves reports or nothing.
@Suite(.timed) struct RoundMutationTests {
  private static let files = [
    "round.yaml", "first-steps.yaml", "bundles/station/bundle.yaml",
    "bundles/station/tables/专职人员.csv",
  ]

  @Test(arguments: UInt64(1)...8)
  func noMutilatedFileStopsARun(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let originals = try Self.files.map {
      Array(try Data(contentsOf: HostileRound.samples.appending(path: $0)))
    }
    let scratch = try Scratch()
    let out = scratch.folder.appending(path: "out")
    for _ in 0..<40 {
      let victim = Int.random(in: 0..<originals.count, using: &random)
      for (index, original) in originals.enumerated() {
        var bytes = original
        if index == victim {
          for _ in 0..<Int.random(in: 1...3, using: &random) { mutilate(&bytes, &random) }
        }
        try scratch.write(Self.files[index], bytes)
      }
      try? FileManager.default.removeItem(at: out)
      let screen = Session.screen(of: [
        "run", scratch.folder.appending(path: "round.yaml").path, "--out", out.path,
      ])
      #expect(!screen.isEmpty)
      if FileManager.default.fileExists(atPath: out.path) {
        let mark = out.appending(path: "hengxing.json").path
        #expect(FileManager.default.fileExists(atPath: mark))
      }
    }
  }

  private static let splinters: [[UInt8]] =
    [
      "\"", "'", "[", "{", "]", "}", ": ", "- ", "#", "&x ", "*x", "!t ", "|\n", ">", "%", "\t",
      ",",
      "\n", "\r", "\u{0}", "（", "99999999999999999999999999999999999999", "-1", "1e6144", "not(",
      "../", "every x in ", "[1..", "null", "2024-02-30", "\u{FEFF}", "专职人员",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xFE, 0xFF]]

  private func mutilate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let at = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.removeSubrange(at..<end)
    case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 2: bytes.removeSubrange(at...)
    case 3: bytes[at] = UInt8.random(in: 0...255, using: &random)
    default:
      bytes.insert(contentsOf: Self.splinters.randomElement(using: &random) ?? [], at: at)
    }
  }
}
