import Diagnostics
import Formats
import TestSupport
import Testing
import Values

@testable import Scoring

@Suite(.timed) struct KeptPortfolioTests {
  /// A portfolio with every kind of column, and rows that are null, unknown and of other reasons.
  private func portfolio(_ count: Int, _ random: inout SeededRandom) -> KeptPortfolio {
    func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &random)] }
    let unknowns: [Value] = [
      .null, .null(NullReason(.divisionByZero, "a / b")),
      .unknown(
        Unknown(
          Bounds(.number(low: Number("0.5"), high: nil, isWhole: false), mayBeNull: true),
          missing: [Missing("工时", .unreadable, place: "s.csv:3 (工时)")])),
      .unknown(Unknown(Bounds(.boolean), missing: [])),
      .unknown(
        Unknown(
          Bounds(.oneOf([.string("个案"), .number(.one)])), missing: [Missing("x", .absent)])),
      .unknown(Unknown(Bounds(.shaped(.string)), missing: [Missing("y", .noTable)])),
    ]
    let kinds: [[Value]] = [
      [1, 20, 300].map { .number(Number($0)) },
      ["0.25", "-7.5", "1E30"].compactMap { Number($0).map(Value.number) },
      ["0.333333333333333333333333333333333", "12"].compactMap { Number($0).map(Value.number) },
      [.boolean(true), .boolean(false)],
      ["海宁", "", "a,\"b\""].map(Value.string),
      [CalendarDate(year: 1960, month: 12, day: 31)].compactMap { $0.map(Value.date) },
      [.boolean(true), .string("mixed"), .number(.one)],
    ]
    func column(_ known: [Value]) -> Column {
      ColumnBuilder((0..<count).map { _ in pick(known + known + known + unknowns) }).column
    }
    func part(_ index: Int) -> KeptPortfolio.Part {
      .init(name: "p\(index)", identity: "i\(index)", column: column(kinds[index % kinds.count]))
    }
    return KeptPortfolio(
      subjects: (0..<count).map { .init(id: "站\($0)", isRejected: pick([false, false, true])) },
      facts: (0..<7).map(part), aggregates: (7..<16).map(part))
  }

  private func spelled(_ portfolio: KeptPortfolio) -> [String] {
    let parts = (portfolio.facts + portfolio.aggregates).flatMap { part in
      ["\(part.name) \(part.identity)"]
        + (0..<part.column.count).map { spelled(part.column[$0]) }
    }
    return portfolio.subjects.map { "\($0.id) \($0.isRejected)" } + parts
  }

  /// Words and not reflection, because an unknown is an object.
  private func spelled(_ value: Value) -> String {
    guard case .unknown(let unknown) = value else { return "\(value)" }
    return "unknown \(unknown.bounds) \(unknown.missing)"
  }

  @Test(arguments: [0, 1, 2, 65, 300])
  func whatIsReadIsWhatWasWritten(count: Int) throws {
    var random = SeededRandom(seed: UInt64(count) + 5)
    let written = portfolio(count, &random)
    let bytes = written.bytes
    let read = try KeptPortfolio(bytes[...])
    #expect(spelled(read) == spelled(written))
    #expect(read.bytes == bytes)
  }

  @Test func leavesOutWhatCannotBeKept() throws {
    let list = Column(.values([.list(.values([]))]))
    let kept = KeptPortfolio(
      subjects: [.init(id: "a", isRejected: false)],
      facts: [.init(name: "list", identity: "", column: list)], aggregates: [])
    #expect(try KeptPortfolio(kept.bytes[...]).facts.isEmpty)
  }

  @Test func everyTruncationIsAFault() throws {
    var random = SeededRandom(seed: 1)
    let bytes = portfolio(9, &random).bytes
    for end in 0..<bytes.count {
      #expect(throws: ByteReader.Fault.self) { try KeptPortfolio(bytes[..<end]) }
    }
  }

  /// The digest keeps such bytes away; whoever makes one that fits them shall not end the process either.
  @Test func noMutationTraps() throws {
    var random = SeededRandom(seed: 2)
    let bytes = portfolio(40, &random).bytes
    var faults = 0
    for _ in 0..<2000 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: mutated.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: mutated[place] = UInt8.random(in: 0...255, using: &random)
        case 1: mutated[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: mutated.remove(at: place)
        default: mutated.insert(UInt8.random(in: 0...255, using: &random), at: place)
        }
      }
      do throws(ByteReader.Fault) {
        let read = try KeptPortfolio(mutated[...])
        // Whatever passed is a portfolio: every cell of it can be looked at.
        #expect(!spelled(read).isEmpty)
      } catch {
        faults += 1
      }
    }
    #expect(faults > 1000)
  }
}
