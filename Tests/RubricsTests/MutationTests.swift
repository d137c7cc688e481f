import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Rubrics

/// Whatever is written, the checker says something and goes on.
@Suite(.timed) struct MutationTests {
  @Test(arguments: 0..<8)
  func noMutilatedRubricStopsTheChecker(seed: Int) {
    var random = SplitMix(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
    let lines = CheckerTests.base.components(separatedBy: "\n")
    for _ in 0..<60 {
      var mutant = lines
      for _ in 0...(random.next() % 3) { mutate(&mutant, &random) }
      let (rubric, diagnostics) = CheckerTests.check(mutant.joined(separator: "\n"))
      #expect((rubric == nil) == diagnostics.hasErrors)
    }
  }

  private static let splinters = [
    "0", "-1", "1e6144", "9".padding(toLength: 60, withPad: "9", startingAt: 0), "\"", "'", "[",
    "{",
    "]", "}", ": ", "- ", "#", "&x", "*x", "!t", "null", "~", "：", "（", "|", ">", "%", "\t", "@",
    "`",
    "every x in staff satisfies x", "staff", "[1..5]", "> 5", "not(", "1/0", "\u{0}", "{a: 1}.a",
    "total", "?", "(((((((((((((((((((((((((((((((", "if true then", "0.1%", "-0",
  ]

  private func mutate(_ lines: inout [String], _ random: inout SplitMix) {
    let at = Int(random.next() % UInt64(lines.count))
    let other = Int(random.next() % UInt64(lines.count))
    switch random.next() % 7 {
    case 0: lines.remove(at: at)
    case 1: lines.insert(lines[other], at: at)
    case 2: lines.swapAt(at, other)
    case 3: lines[at] = "  " + lines[at]
    case 4:
      // The value of one key behind another.
      if let colon = lines[at].range(of: ": "), let source = lines[other].range(of: ": ") {
        lines[at] = String(lines[at][..<colon.upperBound] + lines[other][source.upperBound...])
      }
    case 5:
      if let colon = lines[at].range(of: ": ") {
        let splinter = Self.splinters[Int(random.next() % UInt64(Self.splinters.count))]
        lines[at] = String(lines[at][..<colon.upperBound]) + splinter
      }
    default:
      var characters = Array(lines[at])
      guard !characters.isEmpty else { return }
      let position = Int(random.next() % UInt64(characters.count))
      let splinter = Self.splinters[Int(random.next() % UInt64(Self.splinters.count))]
      characters.replaceSubrange(position..<position + 1, with: splinter)
      lines[at] = String(characters)
    }
    if lines.isEmpty { lines = [""] }
  }
}

private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
