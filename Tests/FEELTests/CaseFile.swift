import Diagnostics
import Foundation
import Testing
import Values

@testable import FEEL

/// A file of cases: one line a case, after the names that its expressions may use.
///
///     # what the next cases are about
///     mode strict
///     let 人数: number [people] = 5       a name, its type, perhaps a unit, its value
///     let 评分: number? = null            a value that may be null
///     expect number                      what the next lines have to give
///     over 人数                           the next lines are unary tests over that name
///     人数 + 1  =>  6
///     人数 + "a"  =>  ! cannot-calculate at 0-12
///     1 / 0  =>  null because divisionByZero
///     table FIRST                        the next lines are inputs of a decision table (`CaseTable`)
struct CaseFile {
  struct Case: CustomTestStringConvertible {
    let file: String
    let line: Int
    let expression: String
    /// The value as an expression; `nil` where the expression is refused.
    let value: String?
    let reason: String?
    /// `code at start-end`, in the order of reporting.
    let mistakes: [String]
    let expected: Shape?
    /// The name of the value tested; `nil` for an expression.
    let tested: String?
    /// The table that the expression is the input of; `nil` for an expression by itself.
    let table: CaseTable?
    /// The comment above, without its mark.
    let section: String

    var testDescription: String { "\(file):\(line) \(expression)" }
  }

  let mode: Mode
  let scope: Scope
  let slots: [Value]
  let cases: [Case]

  init(_ url: URL) throws {
    var mode = Mode.lenient
    var entries: [Scope.Entry] = []
    var slots: [Value] = []
    var cases: [Case] = []
    var expected: Shape?
    var tested: String?
    var table: CaseTable?
    var section = ""
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    for (index, line) in lines.enumerated() {
      if line.isEmpty || table?.take(line) == true { continue }
      if line.hasPrefix("# ") {
        section = String(line.dropFirst(2))
      } else if line.hasPrefix("mode ") {
        mode = line == "mode strict" ? .strict : .lenient
      } else if line.hasPrefix("let ") {
        let (name, shape, value) = try Self.readLet(line)
        entries.append(Scope.Entry(name, shape, slot: slots.count))
        slots.append(value)
      } else if line.hasPrefix("expect ") {
        expected = try Self.readShape(String(line.dropFirst(7)))
        (tested, table) = (nil, nil)
      } else if line.hasPrefix("over ") {
        (tested, table) = (String(line.dropFirst(5)), nil)
      } else if line.hasPrefix("table ") {
        (tested, table) = (nil, try CaseTable(String(line.dropFirst(6))))
      } else {
        let place = (file: url.lastPathComponent, line: index + 1)
        cases.append(
          try Self.readCase(line, at: place, expected, over: tested, table, under: section))
      }
    }
    self.mode = mode
    self.scope = Scope(entries)
    self.slots = slots
    self.cases = cases
  }

  private static func readCase(
    _ line: String, at place: (file: String, line: Int), _ expected: Shape?, over tested: String?,
    _ table: CaseTable?, under section: String
  ) throws -> Case {
    let parts = line.components(separatedBy: "  =>  ")
    try #require(parts.count == 2, "\(place.file):\(place.line) needs one arrow")
    var answer = parts[1].components(separatedBy: "! ")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let first = answer.removeFirst()
    let value = first.components(separatedBy: " because ")
    return Case(
      file: place.file, line: place.line,
      expression: parts[0].trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "⏎", with: "\n"),
      value: first.isEmpty ? nil : value[0], reason: value.count > 1 ? value[1] : nil,
      mistakes: answer, expected: expected, tested: tested, table: table, section: section)
  }

  private static func readLet(_ line: String) throws -> (String, Shape, Value) {
    let sides = line.dropFirst(4).components(separatedBy: " = ")
    let colon = try #require(sides[0].range(of: ": "))
    let name = String(sides[0][..<colon.lowerBound])
    var type = String(sides[0][colon.upperBound...])
    var unit: String?
    if type.hasSuffix("]"), let opening = type.range(of: " [") {
      unit = String(type[opening.upperBound...].dropLast())
      type = String(type[..<opening.lowerBound])
    }
    let isOptional = type.hasSuffix("?")
    if isOptional { type.removeLast() }
    var diagnostics = Diagnostics()
    var shape = try readShape(type)
    if let unit { shape = .number(unit: unit) }
    let text = sides.dropFirst().joined(separator: " = ")
    let plan = try #require(
      Plan.expression(Passage(text), in: Scope([]), mode: .lenient, into: &diagnostics))
    return (name, isOptional ? .optional(shape) : shape, plan.run([]))
  }

  private static func readShape(_ type: String) throws -> Shape {
    var planner = Planner(Passage(type), in: Scope([]), mode: .strict, zones: .none)
    let shape = planner.readType(Passage(type))
    try #require(planner.diagnostics.isEmpty, "\(type) is no type")
    return shape
  }

  /// The plan of a case, its slots, and what was reported.
  ///
  /// `other` is a mode in which to try it instead of the file's.
  func plan(
    _ one: Case, in other: Mode? = nil
  ) -> (plan: Plan?, slots: [Value], diagnostics: Diagnostics) {
    let mode = other ?? mode
    var diagnostics = Diagnostics()
    let passage = Passage(one.expression)
    if let table = one.table {
      let boxed = Boxed.table(table.decisionTable(of: passage))
      return (Plan.boxed(boxed, in: scope, mode: mode, into: &diagnostics), slots, diagnostics)
    }
    guard let tested = one.tested, let entry = scope[tested] else {
      let plan = Plan.expression(
        passage, in: scope, mode: mode, expecting: one.expected, into: &diagnostics)
      return (plan, slots, diagnostics)
    }
    let plan = Plan.unaryTests(
      passage, over: entry.shape, in: scope, mode: mode, into: &diagnostics)
    return (plan, slots + [slots[entry.slot]], diagnostics)
  }
}
