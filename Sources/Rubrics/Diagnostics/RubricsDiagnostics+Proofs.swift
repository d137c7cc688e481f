import Diagnostics
import Values

/// What the proofs say: gaps, overlaps, and what can never happen.
extension Diagnostic {
  private static func onGrid(_ grid: Number?) -> [Wording] {
    guard let grid else { return [] }
    return grid == .one
      ? [Wording(en: "whole numbers occur here", zh: "这里只会出现整数")]
      : [Wording(en: "multiples of \(grid) occur here", zh: "这里只会出现 \(grid) 的倍数")]
  }

  static func cannotProve(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "cannot-prove", at: place,
      Wording(
        en: "`\(text)` does not compare with constants, so the lines cannot be proven complete",
        zh: "`\(text)` 不是与常数比较，无法证明各行没有遗漏和重叠"),
      label: Wording(en: "not a set of numbers", zh: "不是一组确定的数"),
      help: Wording(
        en:
          "compare the number with constants, or define a figure such as `ratio: a / b` and grade that",
        zh: "请与常数比较；或先定义一个中间数（例如 `比例: a / b`）再按它分级"))
  }

  static func gap(_ witness: Number, _ grid: Number?, at place: Place) -> Diagnostic {
    Diagnostic(
      "gap", at: place,
      Wording(en: "no line takes \(witness)", zh: "没有任何一行包含 \(witness)"),
      label: Wording(en: "not complete", zh: "有遗漏"),
      notes: onGrid(grid),
      help: Wording(en: "add a line, or widen one of its neighbours", zh: "请加一行，或放宽相邻的一行"))
  }

  static func gradeUnreachable(_ id: String, _ low: Number?, _ high: Number?, at place: Place)
    -> Diagnostic
  {
    let span = Wording(
      en: "totals lie between \(low?.description ?? "…") and \(high?.description ?? "…")",
      zh: "总分在 \(low?.description ?? "…") 与 \(high?.description ?? "…") 之间")
    return Diagnostic(
      "grade-unreachable", .warning, at: place,
      Wording(en: "no total earns the grade `\(id)`", zh: "没有任何总分能得到等级 `\(id)`"),
      label: Wording(en: "never given", zh: "永远不会给出"),
      notes: low == nil && high == nil ? [] : [span],
      help: Wording(en: "move the threshold, or remove the grade", zh: "请调整分数线，或删去这个等级"))
  }

  static func lineNeverHolds(
    _ threshold: Number, isPercent: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "line-never-holds", .warning, at: place,
      Wording(
        en: "no number that can occur stops at the line `\(threshold)`",
        zh: "会出现的数里没有一个落在 `\(threshold)` 这一行"),
      label: Wording(en: "never used", zh: "永远用不到"),
      help: isPercent
        ? Wording(en: "did you mean `\(threshold)%`?", zh: "是不是 `\(threshold)%`？")
        : Wording(en: "remove the line, or correct its threshold", zh: "请删去这一行，或改正界限")
    ).remedied(
      by: isPercent ? .replacing("\(threshold)", by: "\(threshold)%", at: place) : nil)
  }

  enum NullRemedy: Equatable {
    case rule, item
    case header(CrossTab.Direction)
  }

  static func nullNotTaken(_ witness: String, _ remedy: NullRemedy, at place: Place) -> Diagnostic {
    Diagnostic(
      "null-not-taken", .warning, at: place,
      remedy == .rule
        ? Wording(en: "no rule takes \(witness)", zh: "没有一条规则管到 \(witness)")
        : nullHeadline(witness, remedy),
      label: Wording(en: "and if there is none?", zh: "没有时怎么算？"), help: nullHelp(remedy))
  }

  private static func nullHeadline(_ witness: String, _ remedy: NullRemedy) -> Wording {
    if case .header(let direction) = remedy { return noHeader(witness, direction) }
    return Wording(
      en: "nothing says what the item earns when \(witness)", zh: "没有说明 \(witness) 时怎么算")
  }

  private static func nullHelp(_ remedy: NullRemedy) -> Wording {
    switch remedy {
    case .rule:
      Wording(
        en: "add a rule with the test `null`, or a `default`",
        zh: "请加一条条件为 `null` 的规则，或写 `default`")
    case .item:
      Wording(
        en: "add `\"null\": not applicable` or `\"null\": 0` to the item",
        zh: "请在指标上写 `\"null\": not applicable` 或 `\"null\": 0`")
    case .header(.down):
      Wording(
        en: "add a row with the test `null`, or a `default`",
        zh: "请加一行条件为 `null` 的，或写 `default`")
    case .header(.across):
      Wording(
        en: "add a column with the test `null`, or a `default`",
        zh: "请加一列条件为 `null` 的，或写 `default`")
    }
  }

  static func overlap(
    _ witness: Number, _ first: String, _ second: String, _ grid: Number?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "overlap", at: place,
      Wording(
        en: "both `\(first)` and `\(second)` take \(witness)",
        zh: "`\(first)` 和 `\(second)` 都包含 \(witness)"),
      label: Wording(en: "overlaps", zh: "有重叠"),
      notes: onGrid(grid),
      help: Wording(
        en: "let one of the two end before \(witness), for example with `<` or `)`",
        zh: "请让其中一行不包含 \(witness)，例如用 `<` 或 `)`"))
  }

  static func ruleNeverHolds(_ number: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule-never-holds", .warning, at: place,
      Wording(
        en: "rule \(number) never decides anything", zh: "第 \(number) 条规则永远起不了作用"),
      label: Wording(en: "never used", zh: "永远用不到"),
      help: Wording(en: "remove the rule, or move it up", zh: "请删去这条规则，或把它上移"))
  }

  static func tableGap(_ witness: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "table-gap", at: place,
      Wording(en: "no rule takes \(witness)", zh: "没有一条规则管到 \(witness)"),
      label: Wording(en: "not complete", zh: "有遗漏"),
      help: Wording(en: "add a rule or a `default`", zh: "请加一条规则或 `default`"))
  }

  static func tableOverlap(_ witness: String, _ first: Int, _ second: Int, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "table-overlap", at: place,
      Wording(
        en: "rules \(first) and \(second) both take \(witness)",
        zh: "第 \(first) 条和第 \(second) 条规则都包含 \(witness)"),
      label: Wording(en: "overlaps", zh: "有重叠"),
      help: Wording(
        en: "make the rules exclusive, or choose the hit policy `first`",
        zh: "请让规则互斥，或把命中策略改为 `first`"))
  }

  static func testNeverHolds(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "test-never-holds", .warning, at: place,
      Wording(
        en: "no number that can occur passes `\(text)`", zh: "会出现的数里没有一个满足 `\(text)`"),
      label: Wording(en: "never used", zh: "永远用不到"),
      help: Wording(en: "remove the line, or correct its test", zh: "请删去这一行，或改正条件"))
  }

  static func thresholdBesideGrid(_ threshold: Number, _ step: Number, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "threshold-beside-grid", .warning, at: place,
      Wording(
        en:
          "the threshold \(threshold) is not a multiple of \(step), to which the total is rounded",
        zh: "总分舍入到 \(step)，而分数线 \(threshold) 不是它的倍数"),
      label: Wording(en: "no total equals it", zh: "没有总分等于它"),
      help: Wording(
        en: "write the threshold with the total's decimals", zh: "请让分数线与总分的小数位一致"))
  }

  static func thresholdNeverBinds(
    _ id: String, _ threshold: Number, _ forced: Number, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "threshold-never-binds", .note, at: place,
      Wording(
        en:
          "the floors of `\(id)` already force a total of \(forced), so its threshold \(threshold) decides nothing",
        zh: "`\(id)` 的各部分下限合计已达 \(forced)，总分线 \(threshold) 不起作用"),
      label: Wording(en: "decides nothing", zh: "不起作用"))
  }
}
