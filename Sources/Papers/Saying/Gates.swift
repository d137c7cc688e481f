import Diagnostics
import Reports

/// What may bar, cap, lower or void a result, and how each of it stands.
struct Gates {
  struct Line {
    let title: String
    let sentence: String
    /// What the grade or the score was before and after, where it changed.
    let effect: String
    let isOpen: Bool
    let hasFired: Bool
  }

  let lines: [Line]

  /// The steps of the evaluation that are gates, by the names that results give them.
  ///
  /// `true` for what is told also where there is nothing: that nothing was found.
  private static let steps = [
    "admission": false, "findings": true, "floors": false, "caps": false, "downgrades": false,
    "vetoes": false, "movement": false,
  ]

  init(_ report: Report) {
    lines = report.steps.compactMap { step -> Line? in
      guard let isFinding = Self.steps[step.id] else { return nil }
      let sentence = Said.words(step.sentence)
      if !isFinding, sentence.hasPrefix(PapersWording.noRule) { return nil }
      let changed = step.changed && step.before != step.after
      return Line(
        title: Said.words(step.title), sentence: sentence,
        effect: changed ? PapersWording.change(step.before ?? "", step.after ?? "") : "",
        isOpen: PapersWording.openMarks.contains { sentence.hasPrefix($0) },
        hasFired: PapersWording.firedMarks.contains { sentence.hasPrefix($0) })
    }
  }

  var fired: [Line] { lines.filter(\.hasFired) }
}
