import Diagnostics
import FEEL
import Values

// How fast FEEL reads, evaluates and decides, on one core: Scripts/bench-feel.

/// Runs `body` for about two seconds and gives its times a second.
private func rate(_ batch: Int, _ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  var best = 0.0
  for _ in 0..<5 {
    var runs = 0
    let start = clock.now
    while clock.now - start < .milliseconds(400) {
      body()
      runs += batch
    }
    best = max(best, Double(runs) / ((clock.now - start) / .seconds(1)))
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
  let rows: [[Value]] = [
    [number("40"), .string("RN"), number("1.25")], [number("12.5"), .string("RN"), number("2")],
    [number("37"), .string("LPN"), number("3")],
  ]
  let speed = rate(3000) {
    for _ in 0..<1000 {
      for row in rows { if case .number = plan.run(row) { total &+= 1 } }
    }
  }
  print("evaluate \(text): \(Int(speed)) a second")
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
  let speed = rate(300) {
    for _ in 0..<100 {
      for row in rows { if case .number = plan.run(row).value { total &+= 1 } }
    }
  }
  print("decide on a table of 20 rows and 3 inputs: \(Int(speed)) a second")
}

private let long = Passage(
  (0..<40).map { "(if a >= \($0) and b = \"RN\" then a * c + \($0).5 else max(a, c, \($0)))" }
    .joined(separator: " + ")
)
private let bytes = long.text.utf8.count
private let speed = rate(bytes) {
  var found = Diagnostics()
  if Plan.expression(long, in: scope, mode: .strict, into: &found) != nil { total &+= 1 }
}
print("read and check: \(Int(speed / 100_000)) x 0.1 MB a second (\(bytes) bytes at a time)")
if diagnostics.hasErrors || total == 0 { print("nothing was measured") }
