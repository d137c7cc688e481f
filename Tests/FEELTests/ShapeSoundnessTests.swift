import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

/// What the checker says about a value before it is there must be true of the value.
@Suite(.timed) struct ShapeSoundnessTests {
  @Test(arguments: CasesTests.files)
  func everyCaseHasTheShapeThatWasForetold(url: URL) throws {
    let file = try CaseFile(url)
    for one in file.cases {
      // Lenient mode promises nothing of what strict mode refuses.
      guard file.plan(one, in: .strict).plan != nil, let plan = file.plan(one).plan else {
        continue
      }
      check(plan, file.plan(one).slots, one.testDescription)
    }
  }

  @Test func everyExampleOfABuiltinHasTheShapeThatWasForetold() {
    for builtin in Builtins.all {
      for example in builtin.examples {
        var diagnostics = Diagnostics()
        guard
          let plan = Plan.expression(
            Passage(example.expression), in: Scope([]), mode: .strict, into: &diagnostics)
        else { continue }
        check(plan, [], example.expression)
      }
    }
  }

  private func check(_ plan: Plan, _ slots: [Value], _ name: String) {
    let value = plan.run(slots)
    if case .null(let reason) = value {
      // Beyond the numbers and other limits anything may end in null.
      let isLimit = [.numberTooLarge, .limitExceeded].contains(reason.kind)
      #expect(
        plan.shape.mayBeNull || plan.shape == .any || isLimit,
        "\(name) is null because \(reason.kind), and \(plan.shape) was foretold")
    } else {
      #expect(
        Shape(of: value).fits(plan.shape), "\(name) is \(Shape(of: value)), not \(plan.shape)")
    }
  }
}
