import TestSupport
import Testing
import Values

@testable import Rubrics
@testable import WorkingPapers

/// Formulas over whole numbers come to what decimal numbers come to.
@Suite(.timed) struct LiveRatioTests {
  @Test func numbersAreWholeOverAPowerOfTen() throws {
    let ratio = try LiveRatio(try #require(Number("16.670")))
    #expect(ratio.above.text == "1667" && ratio.below.text == "100")
    #expect(throws: NoFormula.self) {
      try LiveRatio(try #require(Number.one.divided(by: Number(3))))
    }
  }

  @Test func roundsAsNumbersDo() throws {
    for mode in RoundingMode.allCases {
      for step in ["1", "0.5", "0.01", "5"] {
        for text in [
          "0", "2.5", "-2.5", "3.5", "0.125", "-0.125", "7.004", "12.75", "-0.5", "1.005",
        ] {
          let (number, step) = (try #require(Number(text)), try #require(Number(step)))
          let rounding = Rounding(step: step, mode: mode)
          let expected = try #require(rounding.apply(to: number))
          let ratio = try LiveRatio(number).rounded(rounding)
          #expect(ratio.agrees(with: expected), "\(text) to \(step), \(mode)")
        }
      }
    }
  }

  @Test func whatGrowsTooLongIsNoFormula() throws {
    var ratio = try LiveRatio(try #require(Number("99999999.99")))
    #expect(throws: NoFormula.self) {
      for _ in 0..<3 { ratio = try ratio.times(ratio) }
    }
  }

  @Test func textsAreQuoted() throws {
    #expect(try LiveCells.quoted("a\"b") == "\"a\"\"b\"")
    #expect(throws: NoFormula.self) { try LiveCells.quoted(String(repeating: "长", count: 300)) }
  }
}
