import Diagnostics
import FEEL
import Formats
import Foundation
import TestSupport
import Testing
import Values

@testable import Commands

/// The public conformance kit of DMN, as far as its files are at hand (`feel-tck/README.md`).
///
/// Compared as the kit's own runners do: numbers within 1e-8, an expected null met by null or an error.
@Suite(.timed) struct ConformanceTests {
  static let folder = Places.shared?.appending(path: "feel-tck")

  /// All but the records of `external-java`, which need a Java machine.
  static let files = [
    (name: "expressions.given.jsonl", passing: 2_033), (name: "tables.given.jsonl", passing: 74),
  ]

  @Test(.enabled(if: folder != nil, "the conformance kit is not at hand"), arguments: files)
  func answersTheConformanceKit(name: String, passing: Int) throws {
    let folder = try #require(Self.folder)
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let surroundings = Surroundings.ofThisMachine()
    var passed = 0
    for line in text.split(separator: "\n") {
      let record = try read(line)
      let answer = try read(EvalLines.answer(to: String(line), in: surroundings)[...])
      let expected = try #require(record["expected"])
      if agree(expected, answer["got"] ?? ["t": "null"], surroundings.zones) { passed += 1 }
    }
    #expect(passed >= passing)
  }

  private func read(_ line: Substring) throws -> JSON {
    var diagnostics = Diagnostics()
    return try #require(
      JSONReader.read(SourceText(String(line), path: "record"), into: &diagnostics))
  }

  private func agree(_ expected: JSON, _ got: JSON, _ zones: ZoneRules) -> Bool {
    guard let expected = TaggedValue.value(of: expected, zones: zones),
      let got = TaggedValue.value(of: got, zones: zones)
    else { return false }
    return agree(expected, got)
  }

  private func agree(_ expected: Value, _ got: Value) -> Bool {
    switch (expected, got) {
    case (.number(let expected), .number(let got)):
      guard let distance = expected.subtracting(got)?.magnitude,
        let tolerance = Number("1e-8")?.multiplied(by: max(.one, expected.magnitude))
      else { return false }
      return distance < tolerance
    case (.list(let expected), .list(let got)):
      let expected = ListCursor(expected)
      let got = ListCursor(got)
      return expected.count == got.count
        && (0..<expected.count).allSatisfy { agree(expected[$0], got[$0]) }
    case (.context(let expected), .context(let got)):
      return expected.count == got.count
        && expected.entries.allSatisfy { entry in
          got[entry.name].map { agree(entry.value, $0) } ?? false
        }
    case (.dayTimeDuration, _), (.yearMonthDuration, _):
      // A zero may be of either kind.
      return expected.spelling == got.spelling || isZero(expected) && isZero(got)
    default: return expected.spelling == got.spelling || sameMoment(expected, got)
    }
  }

  private func isZero(_ value: Value) -> Bool {
    switch value {
    case .dayTimeDuration(let span): span == DayTimeDuration(seconds: 0)
    case .yearMonthDuration(let span): span == YearMonthDuration(months: 0)
    default: false
    }
  }

  /// The same point of time in two offsets.
  private func sameMoment(_ expected: Value, _ got: Value) -> Bool {
    var diagnostics = Diagnostics()
    let scope = Scope([
      Scope.Entry("a", Shape(of: expected), slot: 0), Scope.Entry("b", Shape(of: got), slot: 1),
    ])
    let plan = Plan.expression(Passage("a = b"), in: scope, mode: .lenient, into: &diagnostics)
    if case .boolean(true)? = plan?.run([expected, got]) { return true }
    return false
  }
}
