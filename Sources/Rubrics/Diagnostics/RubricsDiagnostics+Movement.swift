import Diagnostics

/// What the checker says about the movement of grades.
extension Diagnostic {
  static func movesFreely(at place: Place) -> Diagnostic {
    Diagnostic(
      "moves-freely", at: place,
      Wording(en: "this movement sets no limit", zh: "这里没有规定升降的限度"),
      label: Wording(en: "no limit", zh: "没有限度"),
      help: Wording(
        en: "write `first`, `up` or `down`, or remove `movement`",
        zh: "请写 `first`、`up` 或 `down`，或删去 `movement`"))
  }

  static func neverPasses(_ greatest: String, _ least: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "never-passes", at: place,
      Wording(
        en: "a re-evaluation gives `\(greatest)` at most, and passes at `\(least)`",
        zh: "复评最高为 `\(greatest)`，却要达到 `\(least)` 才算通过"),
      label: Wording(en: "never reached", zh: "达不到"),
      help: Wording(en: "raise `grade`, or lower `passes at`", zh: "请提高 `grade`，或降低 `passes at`"))
  }

  static func waitWithoutUp(at place: Place) -> Diagnostic {
    Diagnostic(
      "wait-without-up", at: place,
      Wording(
        en: "`wait` says when a grade may rise, and nothing says how far",
        zh: "`wait` 规定何时可升级，却没有规定可升几级"),
      label: Wording(en: "how far?", zh: "升几级？"),
      help: Wording(en: "add `up: 1`", zh: "请加上 `up: 1`"))
  }
}
