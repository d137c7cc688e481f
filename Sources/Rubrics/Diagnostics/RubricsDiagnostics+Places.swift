import Diagnostics

/// What the checker says of places as values, and of figures that look at the cohort.
extension Diagnostic {
  static func beforeComparison(_ figure: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "before-comparison", at: place,
      Wording(
        en:
          "this is decided before anybody is compared, and looks at `\(figure)`, which looks at the cohort",
        zh: "这里在比较之前就要定下来，却用到 `\(figure)`，而它要看同组的数值"),
      label: Wording(en: "not known yet", zh: "此时尚无结果"),
      help: Wording(
        en: "use the place in items, gates, the total or the grades",
        zh: "名次请用在指标、门槛、总分或等级里"))
  }

  static func comparisonLooksAtFigure(_ figure: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "comparison-looks-at-figure", at: place,
      Wording(
        en: "this comparison looks at `\(figure)`, which comes from a comparison",
        zh: "这里的比较用到 `\(figure)`，而它本身来自比较"),
      label: Wording(en: "known too late", zh: "此时尚无结果"),
      help: Wording(
        en: "compare by what is known from evidence alone", zh: "请改用只凭证据得出的数值"))
  }

  static func idleInCohortFigure(
    _ key: String, _ statistic: Cohort.Figure.Statistic, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "idle-in-cohort-figure", at: place,
      Wording(
        en: "`\(key)` says nothing of a `\(statistic.rawValue)`",
        zh: "`\(key)` 对 `\(statistic.rawValue)` 不起作用"),
      label: Wording(en: "changes nothing", zh: "不起作用"),
      help: Wording(en: "remove `\(key)`", zh: "请删去 `\(key)`"))
  }

  static func placeWithoutBest(
    _ name: String, _ statistic: Cohort.Figure.Statistic, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "place-without-best", at: place,
      Wording(
        en: "`\(name)` is a \(statistic.rawValue), and nobody says which numbers are best",
        zh: "`\(name)` 要排名次，却没有说数大为优还是数小为优"),
      label: Wording(en: "high or low?", zh: "大的好还是小的好？"),
      help: Wording(en: "add `best: high` or `best: low`", zh: "请补上 `best: high` 或 `best: low`"))
  }
}
