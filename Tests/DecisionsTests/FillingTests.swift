import TestSupport
import Testing
import Values

@testable import Decisions

/// Limits that are divided: to the step, to the last one, and within bounds as long as something is not known.
@Suite(.timed) struct FillingTests {
  private func parts(_ drawn: [(asks: Int, weight: Int)]) -> [Filling.Part] {
    drawn.map { Filling.Part(asks: Number($0.asks), weight: Number($0.weight)) }
  }

  private func shares(
    _ cut: ShareRule.Cut, _ drawn: [(asks: Int, weight: Int)], limit: Int
  ) -> [String]? {
    Filling(cut: cut, step: .one).shares(of: parts(drawn), limit: Number(limit))?
      .map(\.description)
  }

  @Test func whatFitsIsNotCut() {
    #expect(shares(.inProportion, [(100, 1), (200, 9)], limit: 300) == ["100", "200"])
    #expect(shares(.inOrder, [(0, 1), (200, 9)], limit: 200) == ["0", "200"])
  }

  @Test func theLastUnitsGoWhereMostWasRoundedOff() {
    #expect(shares(.equally, [(9, 0), (9, 0), (9, 0)], limit: 20) == ["7", "7", "6"])
    #expect(shares(.inProportion, [(100, 1), (100, 2)], limit: 100) == ["33", "67"])
    #expect(
      shares(.inProportion, [(100, 7), (100, 7), (100, 3)], limit: 100) == ["41", "41", "18"])
  }

  @Test func whatOneDoesNotNeedGoesToTheOthers() {
    #expect(
      shares(.inProportion, [(10, 5), (100, 5), (100, 5)], limit: 110) == ["10", "50", "50"])
    #expect(shares(.inProportion, [(50, 0), (40, 3)], limit: 60) == ["20", "40"])
    #expect(shares(.inProportion, [(50, 0), (50, 0)], limit: 60) == ["30", "30"])
  }

  @Test func theFirstAreServedFirst() {
    #expect(shares(.inOrder, [(80, 0), (80, 0), (80, 0)], limit: 100) == ["80", "20", "0"])
  }

  @Test func nothingIsCutWhereItIsOnlyTold() {
    #expect(shares(.notAtAll, [(80, 0), (80, 0)], limit: 100) == ["80", "80"])
  }

  @Test func aLimitBelowNothingGivesNothing() {
    #expect(shares(.equally, [(80, 0), (80, 0)], limit: -5) == ["0", "0"])
  }

  @Test func stepsOtherThanOneAddUpToo() {
    let hundreds = Filling(cut: .inProportion, step: Number(100))
    let shares = hundreds.shares(
      of: parts([(1000, 1), (1000, 1), (1000, 1)]), limit: Number(1050))
    #expect(shares?.map(\.description) == ["400", "300", "300"])
  }

  @Test func sharesNeverPassLimitOrAskAndLeaveNothingOver() throws {
    var random = SeededRandom(seed: 11)
    for cut in ShareRule.Cut.allCases where cut != .notAtAll {
      for _ in 0..<300 {
        let drawn = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          (Int.random(in: 0...50, using: &random), Int.random(in: 0...4, using: &random))
        }
        let limit = Int.random(in: 0...120, using: &random)
        let filling = Filling(cut: cut, step: .one)
        let shares = try #require(filling.shares(of: parts(drawn), limit: Number(limit)))
        let sum = try #require(Number.sum(shares))
        #expect(
          sum == Number(min(limit, drawn.reduce(0) { $0 + $1.0 })), "\(cut) \(drawn) \(limit)")
        for (share, part) in zip(shares, drawn) {
          #expect(share >= .zero && share <= Number(part.0) && share.isInteger)
        }
      }
    }
  }

  /// Completing what is not known only narrows: every completion lies inside the bounds.
  @Test func boundsHoldEveryCompletion() throws {
    var random = SeededRandom(seed: 5)
    for cut in ShareRule.Cut.allCases {
      let filling = Filling(cut: cut, step: .one)
      for _ in 0..<120 {
        let drawn = (0..<Int.random(in: 2...4, using: &random)).map { _ in
          (asks: range(30, &random), weight: range(4, &random))
        }
        let limit = range(50, &random)
        let askers = drawn.map {
          Filling.Asker(asked: asked($0.asks), weight: asked($0.weight))
        }
        let bounds = drawn.indices.map {
          filling.bounds(of: $0, among: askers, limit: asked(limit))
        }
        for _ in 0..<12 {
          let parts = drawn.map { one in
            Filling.Part(
              asks: Number(Int.random(in: one.asks, using: &random)),
              weight: Number(Int.random(in: one.weight, using: &random)))
          }
          let most = Number(Int.random(in: limit, using: &random))
          let shares = try #require(filling.shares(of: parts, limit: most))
          for (share, bound) in zip(shares, bounds) {
            #expect(
              share >= bound.low && share <= bound.high ?? share,
              "\(cut) \(parts) \(most): \(share) in \(bound)")
          }
        }
      }
    }
  }

  @Test func anUnknownWeightMayTakeEverythingOrNothing() {
    let filling = Filling(cut: .inProportion, step: .one)
    let known = Filling.Asker(asked: asked(100...100), weight: asked(1...1))
    let open = Filling.Asker(
      asked: asked(60...60), weight: Asked(low: .zero, high: nil))
    let bounds = filling.bounds(of: 0, among: [known, open], limit: asked(100...100))
    #expect(bounds.low == Number(40) && bounds.high == Number(100))
    let other = filling.bounds(of: 1, among: [known, open], limit: asked(100...100))
    #expect(other.low == .zero && other.high == Number(60))
  }

  private func range(_ most: Int, _ random: inout SeededRandom) -> ClosedRange<Int> {
    let low = Int.random(in: 0...most, using: &random)
    return low...(Bool.random(using: &random) ? low : Int.random(in: low...most, using: &random))
  }

  private func asked(_ range: ClosedRange<Int>) -> Asked {
    Asked(low: Number(range.lowerBound), high: Number(range.upperBound))
  }
}
