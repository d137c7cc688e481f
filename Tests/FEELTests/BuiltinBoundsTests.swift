import TestSupport
import Testing
import Values

@testable import FEEL

/// What functions say of arguments that are not known must hold for every way of completing them.
@Suite(.timed) struct BuiltinBoundsTests {
  /// A list with gaps, and one of the lists that it may turn out to be.
  private struct Trial {
    var gaps: [Candidate] = []
    var completed: [Value] = []
  }

  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let missing = [Missing("hours", .absent)]

  private static func unknown(_ kind: Bounds.Kind, mayBeNull: Bool = false) -> Value {
    .unknown(Unknown(Bounds(kind, mayBeNull: mayBeNull), missing: missing))
  }

  private static func gap(for value: Value, _ dice: inout Dice) -> Value {
    let mayBeNull = if case .null = value { true } else { Int.random(in: 0..<6, using: &dice) == 0 }
    switch value {
    case .boolean: return unknown(.boolean, mayBeNull: mayBeNull)
    case .number(let number) where Bool.random(using: &dice):
      let below = Number(Int.random(in: 0...3, using: &dice))
      let above = Number(Int.random(in: 0...3, using: &dice))
      return unknown(
        .number(
          low: Bool.random(using: &dice) ? number.subtracting(below) : nil,
          high: Bool.random(using: &dice) ? number.adding(above) : nil,
          isWhole: number.isInteger), mayBeNull: mayBeNull)
    case .number:
      return unknown(.oneOf([.number(Number(2)), value]), mayBeNull: mayBeNull)
    default: return unknown(.any, mayBeNull: true)
    }
  }

  private static func trial(_ seed: UInt64, of values: [Value]) -> Trial {
    var dice = Dice(state: seed)
    var trial = Trial()
    for _ in 0..<Int.random(in: 0...6, using: &dice) {
      guard let value = values.randomElement(using: &dice) else { continue }
      let isOpen = Int.random(in: 0..<3, using: &dice) == 0
      let isKnown = Bool.random(using: &dice)
      trial.gaps.append(Candidate(value: isKnown ? value : gap(for: value, &dice), isOpen: isOpen))
      if !isOpen || Bool.random(using: &dice) { trial.completed.append(value) }
    }
    return trial
  }

  private static let numbers: [Value] =
    [-3, -1, 0, 1, 2, 2, 5].map { .number(Number($0)) } + [
      .number(Number("0.5") ?? .zero)
    ]

  private static func call(_ name: String, _ arguments: Value...) -> Value {
    let setting = Call.Setting { _, _ in .null }
    return Builtins.named(name)?.call(arguments, in: setting) ?? .null
  }

  private func expect(
    _ answer: Value, holds truth: Value, _ comment: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if case .null = answer, case .null = truth { return }
    #expect(
      answer.admits(truth), "\(comment): \(answer) does not hold \(truth)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "count", "sum", "min", "max", "mean", "median", "product", "stddev",
  ])
  func figuresHoldForEveryCompletion(name: String) {
    for seed in 1...600 {
      let values = Self.numbers + (seed.isMultiple(of: 5) ? [.null] : [])
      let trial = Self.trial(UInt64(seed), of: values)
      expect(
        Self.call(name, .list(trial.gaps, missing: Self.missing)),
        holds: Self.call(name, .list(.values(trial.completed))), "\(name) \(seed)")
    }
  }

  @Test func countsOfDistinctValuesHold() {
    for seed in 1...600 {
      let trial = Self.trial(UInt64(seed), of: Self.numbers + [.null])
      expect(
        Self.call("count", Self.call("distinct values", .list(trial.gaps, missing: Self.missing))),
        holds: Self.call("count", Self.call("distinct values", .list(.values(trial.completed)))),
        "seed \(seed)")
    }
  }

  @Test(arguments: ["all", "any"])
  func truthValuesHold(name: String) {
    for seed in 1...400 {
      let values: [Value] = [.boolean(true), .boolean(seed.isMultiple(of: 2)), .null]
      let trial = Self.trial(UInt64(seed), of: values)
      expect(
        Self.call(name, .list(trial.gaps, missing: Self.missing)),
        holds: Self.call(name, .list(.values(trial.completed))), "\(name) \(seed)")
    }
  }

  @Test func containingHolds() {
    for seed in 1...400 {
      let trial = Self.trial(UInt64(seed), of: Self.numbers)
      expect(
        Self.call("list contains", .list(trial.gaps, missing: Self.missing), .number(Number(2))),
        holds: Self.call("list contains", .list(.values(trial.completed)), .number(Number(2))),
        "seed \(seed)")
    }
  }

  @Test(arguments: [
    "decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down",
    "abs",
  ])
  func roundingsHold(name: String) {
    var dice = Dice(state: 7)
    let values =
      Self.numbers
      + ["-2.55", "0.05", "1.45", "99.995"].compactMap {
        Number($0).map { .number($0) }
      }
    for value in values {
      for _ in 0..<50 {
        let gap = Self.gap(for: value, &dice)
        if name == "abs" {
          expect(Self.call(name, gap), holds: Self.call(name, value), "abs")
        } else {
          let scale = Value.number(Number(Int.random(in: -1...2, using: &dice)))
          expect(Self.call(name, gap, scale), holds: Self.call(name, value, scale), name)
        }
      }
    }
  }

  @Test func boundsThatMeetAreKnown() {
    let one = Value.number(.one)
    let open = Value.list(
      [Candidate(value: one, isOpen: false), Candidate(value: .number(.zero), isOpen: true)],
      missing: Self.missing)
    #expect(Self.call("sum", open).isEqual(to: one))
    #expect(Self.call("max", open).isEqual(to: one))
    let gap = Self.unknown(.number(low: Number("1.2"), high: Number("1.9"), isWhole: false))
    #expect(Self.call("floor", gap).isEqual(to: one))
  }

  @Test func countsAnOpenRowBothWays() throws {
    let open = Value.list(
      [true, false, true].map { Candidate(value: .number(.one), isOpen: $0) },
      missing: Self.missing)
    guard case .unknown(let unknown) = Self.call("count", open),
      case .number(let low, let high, let isWhole) = unknown.bounds.kind
    else {
      Issue.record("the count is not open")
      return
    }
    #expect(low == 1 && high == 3 && isWhole && !unknown.bounds.mayBeNull)
    #expect(unknown.missing == Self.missing)
  }

  @Test func functionsOverListedValuesTryThemAll() {
    let word = Self.unknown(.oneOf([.string("社区"), .string("社工站")]))
    #expect(Self.call("starts with", word, .string("社")).isEqual(to: .boolean(true)))
    guard case .unknown(let unknown) = Self.call("string length", word),
      case .number(let low, let high, let isWhole) = unknown.bounds.kind
    else {
      Issue.record("the length is not one of two")
      return
    }
    #expect(low == 2 && high == 3 && isWhole)
  }

  @Test func functionsWithoutARuleGiveTheirTypeAndSayWhatIsMissing() {
    let gap = Self.unknown(.number(low: .zero, high: .one, isWhole: false))
    guard case .unknown(let unknown) = Self.call("sqrt", gap),
      case .number(nil, nil, false) = unknown.bounds.kind
    else {
      Issue.record("the root is known")
      return
    }
    #expect(unknown.bounds.mayBeNull)
    #expect(unknown.missing == Self.missing)
  }
}
