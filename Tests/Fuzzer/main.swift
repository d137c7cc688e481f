import Diagnostics
import FEEL
import Foundation
import Values

// Reads, checks, plans and runs texts that are almost expressions. Properties: no trap, no hang; half a
// megabyte of stack is enough; what is explained is what is run.
//
//     fuzzer COUNT SEED
//
// A trap ends the process; the text that did it is written to standard error before that.

nonisolated(unsafe) private var current: [UInt8] = []

private let stackSize = 512 << 10
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

/// Texts that nest one construct as deep as is let through, and deeper.
private func deepTexts() -> [String] {
  let nests = [
    ("(", "1", ")"), ("[", "1", "]"), ("{a: ", "1", "}"), ("- ", "1", ""), ("1 + (", "1", ")"),
    ("if true then ", "1", " else 0"), ("for i in [1] return ", "i", ""), ("max(", "1", ", 2)"),
    ("some i in [1] satisfies ", "true", ""), ("[true][", "item", "]"), ("1 in (", "1", ")"),
    ("(function(a) ", "a", ")(1)"), ("true and (", "true", ")"), ("[1..(", "2", ")].end"),
    ("sort([2, 1], function(a, b) ", "true", ")"), ("1 between 0 and (", "1", ")"),
    ("get value({a: ", "1", "}, \"a\")"), ("1 in (1, < (", "1", "))"), ("2 ** ", "1", ""),
  ]
  let bodies = [
    "1 + f(n)", "f(n) > 1", "true and f(n)", "if f(n) then 1 else 2", "[n][f(item)]", "[f(n)]",
    "for i in [1], j in [2] return f(n)", "some i in [n] satisfies f(i)", "{a: f(n)}.a",
    "max(f(n), 1)", "n in (5, > f(n))", "sort([2, 1], function(a, b) f(a))", "f(n: n)", "f(f(n))",
  ]
  let deep = nests.flatMap { before, inside, behind in
    (10...210).map { depth in
      String(repeating: before, count: depth) + inside + String(repeating: behind, count: depth)
    }
  }
  return deep + bodies.map { "{f: function(n) \($0), r: f(1)}.r" }
}

private func fuzz(_ count: Int, seed: UInt64) {
  var mutator = Mutator(seed: seed, seeds: seeds())
  var planned = 0
  for text in deepTexts() { planned += plansRun(text, isExplained: false) }
  for index in 0..<count { planned += plansRun(mutator.next(), isExplained: index % 8 == 0) }
  print("\(count) texts read three ways, \(planned) plans run, seed \(seed)")
}

/// Reads a text in three ways, and runs what could be planned.
private func plansRun(_ text: String, isExplained: Bool) -> Int {
  current = Array(text.utf8)
  var planned = 0
  func run(_ plan: Plan?, _ slots: [Value]) {
    guard let plan else { return }
    planned += 1
    let value = plan.run(slots, in: surroundings)
    guard isExplained else { return }
    let explained = plan.explain(slots, in: surroundings).value
    guard value.spelling != explained.spelling else { return }
    print("run: \(value.spelling), explained: \(explained.spelling), text: \(text)")
    exit(1)
  }
  let passage = Passage(text)
  var found = Diagnostics()
  run(Plan.expression(passage, in: Scope([]), mode: .lenient, into: &found), [])
  run(Plan.expression(passage, in: scope, mode: .strict, into: &found), slots)
  run(Plan.unaryTests(passage, over: .number, in: scope, mode: .strict, into: &found), slots)
  return planned
}

private let done = DispatchSemaphore(value: 0)
private let thread = Thread {
  fuzz(count, seed: seed)
  done.signal()
}
thread.stackSize = stackSize
thread.start()
done.wait()
