import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

/// Examples and cases, run as an author would run them.
@Suite struct BuiltinCaseTests {
  struct Case: CustomTestStringConvertible {
    let place: String
    let expression: String
    let result: String
    /// Why the result is null.
    let reason: String?

    var testDescription: String { "\(place): \(expression)" }
  }

  static let examples = Builtins.all.flatMap { builtin in
    builtin.examples.map {
      Case(
        place: builtin.signature, expression: $0.expression, result: $0.result, reason: nil)
    }
  }

  @Test(arguments: examples)
  func examplesAreTrue(example: Case) throws {
    try check(example)
  }

  static let files = Places.files(
    in: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/Builtins"),
    extension: "cases")

  @Test(arguments: files)
  func casesHold(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let place = "\(file.lastPathComponent):\(index + 1)"
      try check(#require(Self.read(line, at: place), "\(place) is not a case"))
    }
  }

  /// Reads `expression  =>  result  ! reason`; two spaces stand before each mark.
  private static func read(_ line: Substring, at place: String) -> Case? {
    guard let arrow = line.range(of: "  =>  ") else { return nil }
    let reason = line.range(of: "  ! ", range: arrow.upperBound..<line.endIndex)
    return Case(
      place: place,
      expression: String(line[..<arrow.lowerBound]),
      result: String(line[arrow.upperBound..<(reason?.lowerBound ?? line.endIndex)])
        .trimmingCharacters(in: .whitespaces),
      reason: reason.map { String(line[$0.upperBound...]) })
  }

  private func check(_ one: Case) throws {
    let value = try run(one.expression, at: one.place)
    let expected = try run(one.result, at: one.place)
    #expect(
      Value.equal(value, expected).may == .isTrue,
      "\(one.place): \(one.expression) is \(value.spelling), not \(expected.spelling)")
    guard let reason = one.reason else { return }
    guard case .null(let found) = value else {
      Issue.record("\(one.place): \(one.expression) is not null")
      return
    }
    let told = "\(found.kind)" + (found.subject.map { " \($0)" } ?? "")
    #expect(told == reason, "\(one.place): \(one.expression)")
  }

  private func run(_ expression: String, at place: String) throws -> Value {
    var diagnostics = Diagnostics()
    let plan = Plan.expression(
      Passage(expression, path: place), in: Scope([]), mode: .lenient, into: &diagnostics)
    #expect(diagnostics.isEmpty, "\(place): \(expression)")
    let found = try #require(plan, "\(place): \(expression)")
    let value = found.run([])
    #expect(value.spelling == found.explain([]).value.spelling, "\(place): \(expression)")
    return value
  }
}
