import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// The examples of the page, run as an author would run them.
@Suite(.timed) struct BuiltinExampleTests {
  struct Example: CustomTestStringConvertible {
    let signature: String
    let expression: String
    let result: String

    var testDescription: String { "\(signature): \(expression)" }
  }

  static let examples = Builtins.all.flatMap { builtin in
    builtin.examples.map {
      Example(signature: builtin.signature, expression: $0.expression, result: $0.result)
    }
  }

  @Test(arguments: examples)
  func isTrue(example: Example) throws {
    let value = try run(example.expression)
    let expected = try run(example.result)
    #expect(
      Value.equal(value, expected).may == .isTrue,
      "\(example.expression) is \(value.spelling), not \(expected.spelling)")
  }

  private func run(_ expression: String) throws -> Value {
    var diagnostics = Diagnostics()
    let plan = Plan.expression(
      Passage(expression), in: Scope([]), mode: .lenient, into: &diagnostics)
    #expect(diagnostics.isEmpty, "\(expression)")
    let found = try #require(plan, "\(expression)")
    let value = found.run([])
    #expect(value.spelling == found.explain([]).value.spelling, "\(expression)")
    return value
  }
}
