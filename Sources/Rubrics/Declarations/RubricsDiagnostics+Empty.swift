import Diagnostics

/// What the checker says about lists that may be empty and divisors that may be 0.
extension Diagnostic {
  enum EmptyTableRemedy {
    /// A condition: `if empty` takes words.
    case ifEmpty
    /// A number: `if empty` takes words and numbers.
    case value
    /// Something that is chosen by: no number stands for it.
    case choice
    /// The item says `"null": 0`, and loses everything where nothing was lost.
    case insteadOfNull
    /// A form that has no `if empty`.
    case figure
    /// One of several conditions.
    case count
    /// A condition beside the form, or a gate.
    case condition

    /// Whether `if empty: unknown`, beside the key that is shown, says what holds without it.
    var isAKey: Bool {
      switch self {
      case .ifEmpty, .value, .choice: true
      case .insteadOfNull, .figure, .count, .condition: false
      }
    }
  }

  static func ifEmptyMissing(
    _ text: String, _ way: RangedList.Way, _ remedy: EmptyTableRemedy, at place: Place
  ) -> Diagnostic {
    let nothing = nothing(text, way)
    let asked =
      remedy == .condition
      ? Wording(en: "whether this holds", zh: "条件是否成立")
      : Wording(en: "what the item earns", zh: "怎么算")
    return Diagnostic(
      "if-empty", .warning, at: place,
      Wording(
        en: "nothing says \(asked.en) when \(nothing.en)", zh: "没有说明 \(nothing.zh)时\(asked.zh)"),
      label: way == .divisor
        ? Wording(en: "divided by 0?", zh: "除数为零呢？") : Wording(en: "over nothing?", zh: "一个都没有呢？"),
      notes: remedy == .insteadOfNull
        ? [
          Wording(
            en: "`\"null\": 0` gives no points where nothing was lost",
            zh: "`\"null\": 0` 使一项都没扣的也得 0 分")
        ] : [],
      help: help(text, way, remedy))
  }

  private static func nothing(_ text: String, _ way: RangedList.Way) -> Wording {
    switch way {
    case .some, .every, .statistic: Wording(en: "`\(text)` is empty", zh: "`\(text)` 为空")
    case .divisor: Wording(en: "`\(text)` is 0", zh: "`\(text)` 为 0 ")
    case .collected:
      Wording(en: "no rule of `\(text)` holds", zh: "`\(text)` 没有一条规则成立")
    }
  }

  private static func help(
    _ text: String, _ way: RangedList.Way, _ remedy: EmptyTableRemedy
  ) -> Wording {
    switch remedy {
    case .ifEmpty:
      Wording(
        en: "add `if empty: fail`, `pass` or `not applicable`",
        zh: "请补上 `if empty: fail`、`pass` 或 `not applicable`")
    case .value, .insteadOfNull:
      Wording(
        en:
          "add `if empty: 0` to `score`, for a value of 0, or `if empty: full`, `fail` or `not applicable`",
        zh: "请在 `score` 里补上 `if empty: 0`（按取值 0 算），或 `if empty: full`、`fail`、`not applicable`")
    case .choice:
      Wording(
        en:
          "add `if empty: full`, `fail` or `not applicable` to `score`: there is nothing to choose by",
        zh: "请在 `score` 里补上 `if empty: full`、`fail` 或 `not applicable`，写明无从选择时怎么算")
    case .figure:
      Wording(
        en: "make it a figure under `define`: `{value: …, if empty: 0}`",
        zh: "请在 `define` 里写成中间数：`{value: …, if empty: 0}`")
    case .count, .condition:
      switch way {
      case .divisor:
        Wording(
          en: "add `\(text) != 0 and`, or make the quotient a figure with `if empty: 0`",
          zh: "请加上 `\(text) != 0 and`，或把商写成带 `if empty: 0` 的中间数")
      case .collected:
        Wording(
          en: "add `default` to the table, or `if empty: 0` to the figure",
          zh: "请给决策表加 `default`，或给中间数加 `if empty: 0`")
      case .some, .every, .statistic:
        Wording(
          en: "add `count(\(text)) > 0 and`, or make it a figure with `if empty: 0`",
          zh: "请加上 `count(\(text)) > 0 and`，或写成带 `if empty: 0` 的中间数")
      }
    }
  }
}
