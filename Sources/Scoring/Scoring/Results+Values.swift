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

/// The contexts that expressions over results see.
enum ResultContexts {
  /// Item id -> points; null where the item does not count.
  static func items(of roots: [SectionResult]) -> Value {
    .context(
      Context(
        roots.flatMap(\.items).map { item in
          var mayNotApply = false
          if case .unknown(_, let may) = item.outcome { mayNotApply = may }
          return Context.Entry(
            item.item.id,
            item.points?.value(missing: item.missing, mayBeNull: mayNotApply) ?? .null)
        }))
  }

  /// Section id -> {points, earned, share}; null where the section does not count.
  static func sections(of roots: [SectionResult]) -> Value {
    func all(_ sections: [SectionResult]) -> [SectionResult] {
      sections.flatMap { [$0] + all($0.subsections) }
    }
    return .context(Context(all(roots).map { Context.Entry($0.section.id, value(of: $0)) }))
  }

  private static func value(of section: SectionResult) -> Value {
    guard let points = section.points else { return .null }
    let isKnown = points.isPoint && section.share?.isPoint ?? true
    let isOpen = section.applicability == .open
    let missing =
      isKnown && !isOpen ? [] : section.missing + section.items.flatMap(\.missing)
    let entries = [
      Context.Entry("points", .number(section.section.points)),
      Context.Entry("earned", points.value(missing: missing)),
      Context.Entry("share", section.share?.value(missing: missing) ?? .null),
    ]
    guard isOpen else { return .context(Context(entries)) }
    return .context(
      Context(
        entries.map { entry in
          Context.Entry(
            entry.name, .unknown(Unknown(entry.value.bounds.orNull(), missing: missing)))
        }))
  }
}
