import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

/// Everything that the limits of depth let through fits a thread with half a megabyte of stack.
@Suite(.timed) struct SmallStackTests {
  /// What a thread has that is not the first, on most systems.
  private static let stackSize = 512 << 10

  private func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = Self.stackSize
    thread.start()
    done.wait()
  }

  /// Something that holds itself any number of times: what stands before, inside and behind.
  struct Nest: CustomTestStringConvertible, Sendable {
    let before: String
    let inside: String
    let behind: String

    var testDescription: String { "\(before)…\(behind)" }

    init(_ before: String, _ inside: String, _ behind: String = "") {
      (self.before, self.inside, self.behind) = (before, inside, behind)
    }

    func text(_ depth: Int) -> String {
      String(repeating: before, count: depth) + inside + String(repeating: behind, count: depth)
    }

    /// As deep as it is accepted.
    func deepest(_ mode: Mode) -> Plan? {
      var plan: Plan?
      for depth in [1, 25, 50, 75, 100, 125, 150, 175, 190, 195, 196, 197, 198, 199, 200] {
        var diagnostics = Diagnostics()
        let deeper = Plan.expression(
          Passage(text(depth)), in: Scope([]), mode: mode, into: &diagnostics)
        plan = deeper ?? plan
      }
      return plan
    }
  }

  static let nests = [
    Nest("(", "1", ")"), Nest("[", "1", "]"), Nest("{a: ", "1", "}"), Nest("- ", "1"),
    Nest("1 + ", "1"), Nest("1 + (", "1", ")"), Nest("2 ** ", "1"), Nest("1 = (", "1", ")"),
    Nest("if true then ", "1", " else 0"), Nest("if ", "true", " then true else false"),
    Nest("for i in [1] return ", "i"), Nest("for i in 1..2, j in 1..", "1", " return 1"),
    Nest("some i in [1] satisfies ", "true"), Nest("every i in [1] satisfies ", "true"),
    Nest("max(", "1", ", 2)"), Nest("not(", "true", ")"), Nest("count([", "1", "])"),
    Nest("[true][", "item", "]"), Nest("[1, 2][item > 1 and ", "true", "]"),
    Nest("function(a) ", "1"), Nest("(function(a) ", "a", ")(1)"), Nest("1 in (", "1", ")"),
    Nest("1 in (1, < (", "1", "))"), Nest("true and (", "true", ")"),
    Nest("true and (false or ", "true", ")"), Nest("1 between 0 and (", "1", ")"),
    Nest("[1..(", "2", ")].end"), Nest("{a: ", "1", "}.a"), Nest("[{a: ", "1", "}].a[1]"),
    Nest("(", "1", ") instance of number"), Nest("string(", "1", ")"),
    Nest("sort([2, 1], function(a, b) ", "true", ")"), Nest("get value({a: ", "1", "}, \"a\")"),
    Nest("1 instance of list<", "number", ">"), Nest("if 1 = 1 then 1 else ", "2"),
  ]

  @Test(arguments: nests)
  func holdsTheDeepestExpression(nest: Nest) {
    onSmallStack {
      for mode in [Mode.strict, .lenient] {
        guard let plan = nest.deepest(mode) else { continue }
        _ = plan.run([])
        _ = plan.explain([])
      }
    }
  }

  /// Functions that call themselves until the evaluator ends it.
  static let bodies = [
    "1 + f(n)", "f(n) * 2", "-f(n)", "f(n) > 1", "f(n) and true", "true and f(n)", "false or f(n)",
    "if f(n) then 1 else 2", "if true then f(n) else 1", "for i in [n] return f(i)",
    "for i in 1..2 return f(n)", "for i in [1], j in [2], k in [3] return f(n)",
    "some i in [n] satisfies f(i)", "every i in [n] satisfies f(i)", "[n][f(item)]", "[f(n)]",
    "{a: f(n)}.a", "{a: 1, b: f(n)}", "max(f(n), 1)", "count([f(n)])", "string(f(n))", "not(f(n))",
    "n in (f(n))", "n in (5, > f(n))", "n between f(n) and 2", "[1..f(n)]", "f(n)[1]",
    "f(n)[item > 1]", "f(n).a", "f(n) instance of number", "sort([2, 1], function(a, b) f(a))",
    "{g: function(x) f(x), r: g(n)}.r", "(function(x) f(x))(n)", "f(n: n)",
    "list replace([1], function(item, newItem) f(1), 2)", "f(f(n))",
  ]

  @Test(arguments: bodies)
  func holdsTheDeepestRecursion(body: String) {
    onSmallStack {
      for mode in [Mode.lenient, .strict] {
        var diagnostics = Diagnostics()
        let text = "{f: function(n) \(body), r: f(1)}.r"
        guard
          let plan = Plan.expression(
            Passage(text), in: Scope([]), mode: mode, into: &diagnostics)
        else {
          if mode == .lenient { Issue.record("\(text) is refused") }
          continue
        }
        let surroundings = Surroundings(maximumSteps: 100_000)
        for value in [plan.run([], in: surroundings), plan.explain([], in: surroundings).value] {
          #expect(told(value) == "null(limitExceeded)", "\(text)")
        }
      }
    }
  }
}
