/// A rule that holds, or that may hold.
package struct FiredRule: Sendable, Hashable {
  /// Counted from 0, in the order of writing.
  package let rule: Int
  package let isCertain: Bool

  package init(_ rule: Int, isCertain: Bool) {
    self.rule = rule
    self.isCertain = isCertain
  }
}
