import Diagnostics
import FEEL
import Rubrics
import Values

extension ItemScorer {
  /// Scores a section and all below it.
  mutating func score(_ section: SectionPlan) throws(NumberTooLarge) -> ScoredSection {
    working.clear()
    let applies = section.applies.map { working.holds($0, for: section.id) } ?? .yes
    let missing = working.missing
    let isBeyondClosing = working.closing != .decides
    let content: ScoredSection.Content
    let parts: [Contribution]
    switch section.content {
    case .items(let items):
      var scored: [ScoredItem] = []
      for item in items { scored.append(try score(item, in: .section)) }
      content = .items(scored)
      parts = scored.map(\.contribution)
    case .sections(let sections):
      var scored: [ScoredSection] = []
      for section in sections { scored.append(try score(section)) }
      content = .sections(scored)
      parts = scored.map(\.contribution)
    }
    let applicability = applicability(applies, isBeyondClosing)
    return try ScoredSection(
      section, content, parts, applicability: applicability,
      blocks: blocks(section, applies, isBeyondClosing),
      isLeftOpen: applicability == .open && mode == .final,
      missing: missing)
  }

  /// Whether a section applies; when the file is closed an open condition is decided as the total says.
  private func applicability(
    _ applies: Holding, _ isBeyondClosing: Bool
  ) -> SectionResult.Applicability {
    switch applies {
    case .yes: return .applies
    case .no: return .notApplicable
    case .open, .null:
      guard mode == .final, !isBeyondClosing else { return .open }
      return switch rubric.resultPlan.total.whenClosed {
      case .zero, .proved: .applies
      case .drop: .notApplicable
      case .open: .open
      }
    }
  }

  private func blocks(
    _ section: SectionPlan, _ applies: Holding, _ isBeyondClosing: Bool
  ) -> Bool? {
    guard section.otherwise == .block else { return false }
    switch applies {
    case .yes: return false
    case .no: return true
    case .open, .null:
      let isClosed =
        mode == .final && !isBeyondClosing
        && [.zero, .proved].contains(rubric.resultPlan.total.whenClosed)
      return isClosed ? false : nil
    }
  }
}
