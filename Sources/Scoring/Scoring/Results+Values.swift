import Rubrics
import Values

extension ScoreRange {
  /// As an expression sees it: known where it is a point.
  func value(missing: [Missing], mayBeNull: Bool = false) -> Value {
    if isPoint, !mayBeNull { return .number(low) }
    return .unknown(
      Unknown(
        Bounds(.number(low: low, high: high, isWhole: false), mayBeNull: mayBeNull),
        missing: missing))
  }
}

/// The contexts `items` and `sections` that expressions over results see.
struct ResultContexts {
  let items: Value
  let sections: Value

  init(_ roots: [SectionResult], missing: [Missing]) {
    func all(_ sections: [SectionResult]) -> [SectionResult] {
      sections.flatMap { [$0] + all($0.subsections) }
    }
    items = .context(
      Context(
        roots.flatMap(\.items).map { item in
          var mayNotApply = false
          if case .unknown(_, let may) = item.outcome { mayNotApply = may }
          return Context.Entry(
            item.item.id,
            item.points?.value(missing: item.missing, mayBeNull: mayNotApply) ?? .null)
        }))
    sections = .context(
      Context(
        all(roots).map { section in
          guard let points = section.points else {
            return Context.Entry(section.section.id, .null)
          }
          let isOpen = section.applicability == .open
          let lacking = section.missing + section.items.flatMap(\.missing)
          let entries = [
            Context.Entry("points", .number(section.section.points)),
            Context.Entry("earned", points.value(missing: lacking)),
            Context.Entry("share", section.share?.value(missing: lacking) ?? .null),
          ]
          guard isOpen else { return Context.Entry(section.section.id, .context(Context(entries))) }
          return Context.Entry(
            section.section.id,
            .context(
              Context(
                entries.map { entry in
                  Context.Entry(
                    entry.name, .unknown(Unknown(entry.value.bounds.orNull(), missing: lacking)))
                })))
        }))
  }
}
