import Diagnostics
import Values

extension Builtins {
  static let extremes: [Builtin] = [min, max].flatMap { $0 }

  private static let min = extreme(
    "min", picks: -1,
    summary: Wording(
      en: "The least of things that can be compared; null of nothing.", zh: "可比较之物中最小的；没有则为空值。"),
    examples: [
      ("min([3, 1, 2])", "1"), ("min(\"b\", \"a\")", "\"a\""), ("min([])", "null"),
      ("min([1, null])", "null"),
    ])

  private static let max = extreme(
    "max", picks: 1,
    summary: Wording(
      en: "The greatest of things that can be compared; null of nothing.",
      zh: "可比较之物中最大的；没有则为空值。"),
    examples: [
      ("max([3, 1, 2])", "3"), ("max(1, 2)", "2"), ("max([])", "null"), ("max([1, \"a\"])", "null"),
    ])

  private static func extreme(
    _ name: String, picks sign: Int, summary: Wording, examples: [(String, String)]
  ) -> [Builtin] {
    listAndVariadic(
      name, of: .any, gives: { $0.shared.orNull }, summary: summary, examples: examples,
      bounds: { call, candidates in extremeBounds(call, candidates, picks: sign) }
    ) { call, members in
      guard var best = members.first else { return call.null(.emptyList) }
      // Comparing the first with itself refuses what has no order: a lone null, a lone list.
      for member in members {
        guard let order = best.order(to: member) else { return call.null(.notComparable) }
        if order * sign < 0 { best = member }
      }
      return best
    }
  }

  private static func extremeBounds(
    _ call: Call, _ candidates: [Candidate], picks sign: Int
  ) -> Value {
    let isEveryMemberKnown = candidates.allSatisfy { $0.value.isSettled }
    let mayBeEmpty = candidates.allSatisfy(\.isOpen)
    guard let numbers = NumberCandidates(candidates), !numbers.members.isEmpty, !numbers.mayBeNull
    else {
      // Without numbers the answer is still one of the members, if these are known.
      guard isEveryMemberKnown else { return call.nothingKnown }
      return .hull(of: candidates.map(\.value) + [call.null()], missing: call.missing)
    }
    let isMax = sign > 0
    // For the maximum: no less than any low of a certain member, no more than any high.
    let near = numbers.members.map { isMax ? $0.bounds.high : $0.bounds.low }
    let certain = numbers.members.filter { !$0.isOpen }
    let far = (mayBeEmpty ? numbers.members : certain)
      .map { isMax ? $0.bounds.low : $0.bounds.high }
    let outer = near.contains(nil) ? nil : near.compactMap { $0 }.extreme(isMax: isMax)
    // Where the list may be empty, the weakest of the members may be the only one.
    let inner =
      mayBeEmpty
      ? (far.contains(nil) ? nil : far.compactMap { $0 }.extreme(isMax: !isMax))
      : far.compactMap { $0 }.extreme(isMax: isMax)
    return NumberBounds(
      low: isMax ? inner : outer, high: isMax ? outer : inner, isWhole: numbers.isWhole,
      mayBeNull: mayBeEmpty
    ).value(missing: call.missing)
  }
}

extension [Number] {
  fileprivate func extreme(isMax: Bool) -> Number? {
    isMax ? self.max() : self.min()
  }
}

extension [Shape] {
  /// The shape that all have; `any` where they differ.
  var shared: Shape {
    guard let first = first?.there else { return .any }
    return allSatisfy { $0.there == first } ? first : .any
  }
}
