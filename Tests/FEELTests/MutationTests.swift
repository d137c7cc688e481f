import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

/// Expressions that somebody is still typing: pieces of good ones, missing, doubled and swapped.
@Suite(.timed) struct MutationTests {
  /// The same sequence on every machine.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 31
    }
  }

  @Test(arguments: CasesTests.files)
  func noMutantTraps(url: URL) throws {
    let file = try CaseFile(url)
    let pieces = file.cases.map { Self.pieces(of: $0.expression) }
    let all = pieces.flatMap { $0 }
    var dice = Dice(state: 7)
    for _ in 0..<Volume.count(400, long: 1_500) {
      var mutant = pieces.randomElement(using: &dice) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0...mutant.count, using: &dice)
        switch Int.random(in: 0...2, using: &dice) {
        case 0 where place < mutant.count: mutant.remove(at: place)
        case 1: mutant.insert(contentsOf: mutant.prefix(6), at: place)
        default: mutant.insert(all.randomElement(using: &dice) ?? "", at: place)
        }
      }
      run(mutant.joined(), in: file)
    }
  }

  private func run(_ text: String, in file: CaseFile) {
    for mode in [Mode.strict, .lenient] {
      var diagnostics = Diagnostics()
      let plan = Plan.expression(Passage(text), in: file.scope, mode: mode, into: &diagnostics)
      #expect((plan == nil) == diagnostics.hasErrors, "\(text)")
      for diagnostic in diagnostics.all {
        _ = DiagnosticRenderer(language: .zh).render(diagnostic)
      }
      let value = plan?.run(file.slots)
      #expect(plan?.explain(file.slots).value.spelling == value?.spelling, "\(text)")
      let tests = Plan.unaryTests(
        Passage(text), over: .number, in: file.scope, mode: mode, into: &diagnostics)
      _ = tests?.run(file.slots + [.number(5)])
    }
  }

  /// Words, numbers, strings, spaces and single marks.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      let isWord = character.isLetter || character.isNumber
      if isWord, let last = pieces.last, last.last?.isLetter == true || last.last?.isNumber == true
      {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }
}
