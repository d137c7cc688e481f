import TestSupport
import Testing
import Values

@testable import FEEL

/// A null out of a function says which function, and why.
@Suite(.timed) struct BuiltinReasonTests {
  private static func call(_ name: String, _ arguments: Value...) -> Value {
    let setting = Call.Setting { _, _ in .null }
    return Builtins.named(name)?.call(arguments, in: setting) ?? .string("no such function")
  }

  private func reason(_ value: Value) -> NullReason? {
    if case .null(let reason) = value { reason } else { nil }
  }

  private static let one = Value.number(.one)

  @Test(arguments: [
    (call("abs"), NullReason.Kind.wrongArgumentCount, "abs"),
    (call("abs", one, one), .wrongArgumentCount, "abs"),
    (call("abs", .string("1")), .wrongArgument, "abs"),
    (call("abs", .null), .wrongArgument, "abs"),
    (call("sum", .list(.values([]))), .emptyList, "sum"),
    (call("sum", .list(.values([one, .null]))), .wrongArgument, "sum"),
    (call("max", one, .string("a")), .notComparable, "max"),
    (call("modulo", one, .number(.zero)), .divisionByZero, "modulo"),
    (call("sqrt", .number(Number(-1))), .domainError, "sqrt"),
    (call("log", .number(.zero)), .domainError, "log"),
    (call("round up", one, .number(Number(7_000))), .domainError, "round up"),
    (call("exp", .number(Number(1_000_000))), .numberTooLarge, "exp"),
    (call("stddev", one), .tooFew, "stddev"),
    (call("abs", .null(NullReason(.nothingCollected, "SUM"))), .nothingCollected, "SUM"),
    (call("max", one, .null(NullReason(.emptyList, "sum"))), .emptyList, "sum"),
    (call("odd", .number(Number("1.5") ?? .zero)), .domainError, "odd"),
    (call("remove", .list(.values([one])), .number(Number(2))), .noSuchIndex, "remove"),
    (call("matches", .string("a"), .string("[")), .notAPattern, "matches"),
    (call("matches", .string("a"), .string("a"), .string("p")), .notAPattern, "matches"),
    (call("replace", .string("a"), .string("a"), .string("$")), .notAPattern, "replace"),
    (
      call("matches", .string(""), .string("(.{1000}){1000}")), .limitExceeded, "matches"
    ),
    (call("get value", .context(Context([])), .string("a")), .noSuchEntry, "a"),
    (call("before", one, .string("a")), .notComparable, "before"),
  ])
  func saysWhy(value: Value, kind: NullReason.Kind, subject: String) {
    #expect(reason(value) == NullReason(kind, subject))
  }

  @Test func survivesHugeTexts() {
    let long = String(repeating: "ab", count: 20_000)
    let call = Self.call("contains", .string(long), .string(String(long.dropFirst()) + "x"))
    #expect(call.isEqual(to: .boolean(false)))
    let blown = Self.call(
      "replace", .string(long), .string("."), .string(String(repeating: "x", count: 10_000)))
    #expect(reason(blown)?.kind == .limitExceeded)
  }

  @Test func survivesAnOrderThatContradictsItself() {
    let setting = Call.Setting { _, _ in .boolean(true) }
    let list = Value.list(.values((0..<100).map { .number(Number($0)) }))
    let precedes = Value.function(FunctionValue(parameterNames: ["x", "y"]))
    let sorted = Builtins.named("sort")?.call([list, precedes], in: setting)
    guard case .list(let members)? = sorted else {
      Issue.record("nothing was sorted")
      return
    }
    #expect(members.members.count == 100)
  }

  @Test func sortsLongListsStably() {
    let values = (0..<5_000).map { Value.number(Number(($0 * 7_919) % 1_000)) }
    guard case .list(let sorted) = Self.call("sort", .list(.values(values))) else {
      Issue.record("nothing was sorted")
      return
    }
    let numbers = sorted.members.compactMap { if case .number(let n) = $0 { n } else { nil } }
    #expect(numbers == numbers.sorted() && numbers.count == 5_000)
  }
}
