import Diagnostics

/// What scoring says about the results of others, sorted by name.
extension Diagnostic {
  static func weightsAddUpToNothing(
    _ fact: String, _ subjects: [String], at place: Place
  ) -> Diagnostic {
    let shown = subjects.prefix(8).joined(separator: ", ")
    let more = subjects.count > 8 ? " …" : ""
    return Diagnostic(
      "weights-add-up-to-nothing", .warning, at: place,
      Wording(
        en: "the weights `\(fact)` add up to 0, so there is no mean",
        zh: "权重 `\(fact)` 合计为 0，无法求平均"),
      label: Wording(en: "all of them 0", zh: "全部为 0"),
      notes: [Wording(en: "of \(shown)\(more)", zh: "涉及 \(shown)\(more)")],
      help: Wording(
        en: "give weights above 0, or leave `weight` out", zh: "请填写大于 0 的权重，或删去 `weight`"))
  }
}
