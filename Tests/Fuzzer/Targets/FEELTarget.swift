import Diagnostics
import FEEL
import Foundation
import Values

extension FuzzTarget {
  /// Expressions are read, checked, planned and run; what is explained is what is run.
  static let feel = FuzzTarget(
    name: "feel",
    pieces: [
      "(", ")", "[", "]", "{", "}", ",", ":", "..", "**", "-", "+", "*", "/", "<=", ">=", "!=", "=",
      "<", ">", "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every",
      "satisfies", "between", "instance of", "function", "null", "true", "false", "item", "partial",
      "@\"2024-02-29\"", "@\"P1Y\"", "@\"PT1H\"", "@\"12:00:00@Europe/Paris\"", "\"", "\\u", "1e",
      "0.1", "999999999999999999999999999999999999", "持证", "专职人员", "年薪", "人数", ".", "?", " ",
      "date", "sum", "count", "sort", "replace", "split", "string", "range", "//", "/*", "*/", "（",
      "_", "\u{10FFFF}", "e\u{301}", "list<", "context<", "->", "get value", "substring",
    ],
    longest: 2000, seeds: { expressions().map { Array($0.utf8) } },
    deep: { deepTexts().map { Array($0.utf8) } },
    feed: { bytes, isThorough in
      disagreement(in: String(decoding: bytes, as: UTF8.self), isExplained: isThorough)
    })
}

/// Expressions of the cases and of the functions' own examples.
private func expressions() -> [String] {
  let folder = Corpus.root.deletingLastPathComponent().appending(path: "FEELTests/Cases")
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  let cases = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "cases" }
  var texts: [String] = []
  for file in cases.sorted(by: { $0.path < $1.path }) {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("let ") {
      if let end = line.range(of: "  =>  ") { texts.append(String(line[..<end.lowerBound])) }
    }
  }
  return texts + Builtins.all.flatMap { builtin in builtin.examples.map(\.expression) }
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

/// Reads a text in three ways, and runs what could be planned.
private func disagreement(in text: String, isExplained: Bool) -> String? {
  func fault(_ plan: Plan?, _ slots: [Value]) -> String? {
    guard let plan else { return nil }
    let value = plan.run(slots, in: surroundings)
    guard isExplained else { return nil }
    let explained = plan.explain(slots, in: surroundings).value
    return value.spelling == explained.spelling
      ? nil : "run: \(value.spelling), explained: \(explained.spelling), text: \(text)"
  }
  let passage = Passage(text)
  var found = Diagnostics()
  return fault(Plan.expression(passage, in: Scope([]), mode: .lenient, into: &found), [])
    ?? fault(Plan.expression(passage, in: scope, mode: .strict, into: &found), slots)
    ?? fault(Plan.unaryTests(passage, over: .number, in: scope, mode: .strict, into: &found), slots)
}
