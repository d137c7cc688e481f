import Diagnostics
import FEEL
import Foundation
import Values

// Reads, checks, plans and runs texts that are almost expressions. Property: no trap, no hang.
//
//     fuzzer COUNT SEED
//
// A trap ends the process; the text that did it is written to standard error before that.

nonisolated(unsafe) private var current: [UInt8] = []

private let words = ProcessInfo.processInfo.arguments
private let count = words.count > 1 ? Int(words[1]) ?? 100_000 : 100_000
private let seed = words.count > 2 ? UInt64(words[2]) ?? 1 : 1

for name in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE] {
  signal(name) { number in
    _ = current.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    _exit(number)
  }
}

/// Expressions of the cases and of the functions' own examples.
private func seeds() -> [String] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let folder = root.appending(path: "FEELTests/Cases")
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  var texts: [String] = []
  for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "cases" {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("let ") {
      if let end = line.range(of: "  =>  ") { texts.append(String(line[..<end.lowerBound])) }
    }
  }
  texts += Builtins.all.flatMap { builtin in builtin.examples.map(\.expression) }
  return texts.isEmpty ? ["1 + 1"] : texts
}

private let table = Table(
  name: "专职人员", file: "t.csv",
  columns: [
    Table.Column("持证", [.boolean(true), .boolean(false), .null]),
    Table.Column("年薪", [.number(Number(98_000)), .null, .number(.zero)]),
  ],
  rowCount: 3
)
private let unknown = Value.unknown(
  Unknown(
    Bounds(.number(low: .zero, high: Number(9), isWhole: true)), missing: [Missing("人数", .absent)]
  )
)
private let row: Shape = .context([
  Shape.Field("持证", .optional(.boolean)), Shape.Field("年薪", .optional(.number)),
])
private let scope = Scope([
  Scope.Entry("专职人员", .list(row), slot: 0), Scope.Entry("人数", .number, slot: 1),
  Scope.Entry("日期", .date, slot: 2), Scope.Entry("?", .number, slot: 3),
])
private let slots: [Value] = [
  .list(.rows(Selection(table))), unknown,
  CalendarDate(year: 2024, month: 2, day: 29).map(Value.date) ?? .null, .number(.one),
]
private let surroundings = Surroundings(maximumSteps: 5_000)

private var mutator = Mutator(seed: seed, seeds: seeds())
private var planned = 0
for _ in 0..<count {
  let text = mutator.next()
  current = Array(text.utf8)
  let passage = Passage(text)
  for mode in [Mode.lenient, .strict] {
    var diagnostics = Diagnostics()
    let scope = mode == .strict ? scope : Scope([])
    guard let plan = Plan.expression(passage, in: scope, mode: mode, into: &diagnostics) else {
      continue
    }
    planned += 1
    _ = plan.run(mode == .strict ? slots : [], in: surroundings)
  }
  var diagnostics = Diagnostics()
  if let plan = Plan.unaryTests(
    passage, over: .number, in: scope, mode: .strict, into: &diagnostics)
  {
    planned += 1
    _ = plan.run(slots, in: surroundings)
  }
}
print("\(count) texts read three ways, \(planned) plans run, seed \(seed)")
