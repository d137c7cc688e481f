import Rubrics
import Synchronization
import TestSupport
import Testing

@testable import Scoring

/// What items cost, on a clock that goes on by one at every look.
@Suite(.timed) struct PartTimeTests {
  private final class Clock: Sendable {
    private let ticks = Mutex(0)

    func now() -> Int {
      ticks.withLock { ticks in
        ticks += 1
        return ticks
      }
    }
  }

  private func outcome(_ text: String, fuses: Bool, isTimed: Bool) throws -> Portfolio.Outcome {
    let pair = try PortfolioPair(text, "timed.yaml", count: 600, blanks: 2, seed: 4)
    var options = Portfolio.Options()
    options.fuses = fuses
    let clock = Clock()
    if isTimed { options.clock = { clock.now() } }
    return (fuses ? pair.fused : pair.plain).score(options)
  }

  @Test func everyItemIsTimedWhereItWasComputed() throws {
    let outcome = try outcome(PartialProgramTests.mixed, fuses: true, isTimed: true)
    var items: [String: PartTime] = [:]
    for time in outcome.times {
      if case .item(let item) = time.part { items[item.id] = time }
    }
    #expect(items.count == 12)
    // In columns, but for the few subjects that fell out.
    let plain = try #require(items["plain"])
    #expect(plain.columns > 0)
    #expect(plain.rowCount < 200)
    // By the row evaluator alone.
    let judged = try #require(items["judged"])
    #expect(judged.columns == 0)
    #expect(judged.rowCount >= 600)
    #expect(judged.rows > 0)
    #expect(outcome.times.map(\.total) == outcome.times.map(\.total).sorted(by: >))
  }

  @Test func theRowEvaluatorAloneIsTimedToo() throws {
    let outcome = try outcome(PartialProgramTests.mixed, fuses: false, isTimed: true)
    #expect(outcome.times.allSatisfy { $0.columns == 0 })
    #expect(outcome.times.contains { $0.rowCount > 400 })
  }

  @Test func measuringChangesNoResult() throws {
    for text in [PartialProgramTests.mixed, PartialProgramTests.compared] {
      let timed = try outcome(text, fuses: true, isTimed: true)
      let untimed = try outcome(text, fuses: true, isTimed: false)
      #expect(timed.text == untimed.text)
      #expect(untimed.times.isEmpty)
    }
  }
}
