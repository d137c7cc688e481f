extension Construct {
  static let emptyWords = ["pass", "full", "fail", "not applicable", "unknown"]

  /// Of a form that looks at a number.
  static let ifEmpty = Key.optional(
    "if empty", .either([.choice(emptyWords), .number]),
    en:
      "What nothing gives (no rows, nothing that a filter passes, a zero below): a number that stands for the value, or what the item gives.",
    zh: "没有内容（没有行、筛选后一条不剩、除数为零）时怎么算：写一个数，当作取值；或写指标的结果。")
}
