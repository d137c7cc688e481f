import CAllocations
import Diagnostics
import FEEL
import Foundation
import Values

// How fast FEEL reads, evaluates and decides, on one core, and how often it asks for memory meanwhile:
// Scripts/bench-feel.

private struct Measured: CustomStringConvertible {
  let aSecond: Double
  let allocations: Double

  var description: String {
    let count = allocations < 0 ? "not counted" : String(format: "%.3f", allocations)
    return "\(Int(aSecond)) a second, \(count) allocations each"
  }
}

/// Time that this thread has run: other processes on a busy machine do not count.
private func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs `body` for about two seconds; the best of five rounds counts.
private func measure(_ batch: Int, _ body: () -> Void) -> Measured {
  body()
  var best = Measured(aSecond: 0, allocations: 0)
  for _ in 0..<5 {
    var runs = 0
    let start = seconds()
    let allocated = allocations_so_far()
    while seconds() - start < 0.4 {
      body()
      runs += batch
    }
    let rate = Double(runs) / (seconds() - start)
    let allocations = allocated < 0 ? -1 : Double(allocations_so_far() - allocated) / Double(runs)
    if rate > best.aSecond { best = Measured(aSecond: rate, allocations: allocations) }
  }
  return best
}

private func number(_ text: String) -> Value { Number(text).map(Value.number) ?? .null }

private let scope = Scope([
  Scope.Entry("a", .number, slot: 0), Scope.Entry("b", .string, slot: 1),
  Scope.Entry("c", .number, slot: 2),
])
private let text = #"if a >= 35 and b = "RN" then a * c else 0"#
private var diagnostics = Diagnostics()
private var total = 0

if let plan = Plan.expression(Passage(text), in: scope, mode: .strict, into: &diagnostics) {
  let nurse = [number("40"), .string("RN"), number("1.25")]
  let partTime = [number("12.5"), .string("RN"), number("2")]
  let assistant = [number("37"), .string("LPN"), number("3")]
  let speed = measure(3000) {
    for _ in 0..<1000 {
      if case .number = plan.run(nurse) { total &+= 1 }
      if case .number = plan.run(partTime) { total &+= 1 }
      if case .number = plan.run(assistant) { total &+= 1 }
    }
  }
  print("evaluate \(text): \(speed)")
}

private let table = DecisionTable(
  .first,
  inputs: ["a", "b", "c"].map { DecisionTable.Input(Passage($0)) },
  outputs: [DecisionTable.Output()],
  rules: (0..<20).map { index in
    DecisionTable.Rule(
      tests: ["< \(5 * index + 5)", index % 2 == 0 ? #""RN""# : "-", "[0..\(index + 1)]"].map {
        Passage($0)
      },
      outputs: [Passage("\(index)")]
    )
  }
)
if let plan = table.plan(in: scope, mode: .strict, into: &diagnostics) {
  let rows: [[Value]] = [
    [number("47"), .string("RN"), number("3")], [number("3"), .string("RN"), number("0.5")],
    [number("93"), .string("LPN"), number("7")],
  ]
  let speed = measure(300) {
    for _ in 0..<100 {
      for row in rows { if case .number = plan.value(of: row) { total &+= 1 } }
    }
  }
  print("decide on a table of 20 rows and 3 inputs: \(speed)")
}

private let long = Passage(
  (0..<40).map { "(if a >= \($0) and b = \"RN\" then a * c + \($0).5 else max(a, c, \($0)))" }
    .joined(separator: " + ")
)
private let bytes = long.text.utf8.count
private let speed = measure(bytes) {
  var found = Diagnostics()
  if Plan.expression(long, in: scope, mode: .strict, into: &found) != nil { total &+= 1 }
}
print(
  "read and check: \(Int(speed.aSecond / 100_000)) x 0.1 MB a second (\(bytes) bytes at a time)")
if diagnostics.hasErrors || total == 0 { print("nothing was measured") }
