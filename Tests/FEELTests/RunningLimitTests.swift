import TestSupport
import Testing
import Values

@testable import FEEL

@Suite(.timed) struct RunningLimitTests {
  let inputs = Inputs(("text", .string, .string(String(repeating: "x", count: 1 << 20))))

  @Test(arguments: [
    "{f: function(n) if n = 0 then 0 else 1 + f(n - 1), r: f(100000)}.r",
    "{f: function(n) f(n), r: f(1)}.r",
    "{f: function(n) f(n) + f(n), r: f(1)}.r",
    "count(for a in 1..1000, b in 1..1000, c in 1..1000 return 1)",
    "for i in 1..9999999999 return i",
    "some a in 1..1000, b in 1..1000, c in 1..1000, d in 1..1000 satisfies a + b + c + d < 0",
    "count(for i in 1..100 return for j in 1..10000 return text + text)",
    "{f: function(t, n) if n = 0 then t else f(t + t, n - 1), r: f(\"ab\", 60)}.r",
    "for i in 1..100000 return [partial[-1]]",
    "{a: [1, 1], b: [a, a], c: [b, b], d: [c, c, c, c, c, c, c, c], e: [d, d, d, d, d, d, d, d],"
      + " f: [e, e, e, e, e, e, e, e], g: [f, f, f, f, f, f, f, f], h: [g, g, g, g, g, g, g, g],"
      + " i: [h, h, h, h, h, h, h, h], j: [i, i, i, i, i, i, i, i], k: [j, j, j, j, j, j, j, j],"
      + " l: [k, k, k, k, k, k, k, k], m: [l, l, l, l, l, l, l, l] = [l]}.m",
    "count(for i in 1..1000 return string length(string join(for j in 1..1000 return text)))",
    "sort([3, 1, 2], function(a, b) {g: function(n) g(n + 1), r: g(1)}.r)",
  ])
  func endsWithNullInsteadOfNeverEnding(text: String) throws {
    let surroundings = Surroundings(maximumSteps: 100_000)
    let plan = try inputs.plan(text, mode: .lenient)
    #expect(told(plan.run(inputs.slots, in: surroundings)) == "null(limitExceeded)")
    #expect(told(plan.explain(inputs.slots, in: surroundings).value) == "null(limitExceeded)")
  }

  @Test func recursionOfOrdinaryDepthIsFine() throws {
    let text = "{f: function(n) if n = 0 then 0 else 1 + f(n - 1), r: f(100)}.r"
    #expect(try inputs.run(text, mode: .lenient) == "100")
  }
}
