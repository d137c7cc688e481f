import Diagnostics

/// What gives private cells away, sorted by name.
extension Diagnostic {
  static func privateFigure(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "private-figure", .warning, at: place,
      Wording(
        en: "the figure `\(name)` gives private cells away; reports do not show it",
        zh: "中间数 `\(name)` 会透露不公开的内容，报告不显示它的值"),
      label: Wording(en: "private", zh: "不公开"),
      help: Wording(
        en:
          "count, sum or average over rows, or ask for a condition; or say in `accept` why it is meant",
        zh: "请改为按行计数、合计、平均，或改为判断条件；确需如此的，在 `accept` 里写明理由"))
  }

  static func privatePoints(_ item: String, _ form: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "private-points", .warning, at: place,
      Wording(
        en:
          "the points of `\(item)` follow from a private value by `\(form)`: who sees them can tell it",
        zh: "`\(item)` 的分数由不公开的值按 `\(form)` 得出，看分数就能推知该值"),
      label: Wording(en: "published by its points", zh: "由分数透露"),
      help: Wording(
        en: "score a condition or an aggregate over rows; or say in `accept` why it is meant",
        zh: "请改按条件或按行的汇总计分；确需如此的，在 `accept` 里写明理由"))
  }
}
