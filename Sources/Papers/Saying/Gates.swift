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

  /// Gates that changed something have fired; older results say no more.
  private static let gates: Set<String> = ["caps", "downgrades", "vetoes"]
  private static let news: Set<String> = ["floors", "movement"]

  init(_ report: Report) {
    lines = report.steps.compactMap { step -> Line? in
      let state = step.state ?? (Self.gates.contains(step.id) && step.changed ? .fires : nil)
      // Without a gate a step is news where it did something, and findings also where there are none.
      guard state != nil || step.id == "findings" || step.changed && Self.news.contains(step.id)
      else { return nil }
      let changed = step.changed && step.before != step.after
      return Line(
        title: Said.words(step.title), sentence: Said.words(step.sentence),
        effect: changed ? PapersWording.change(step.before ?? "", step.after ?? "") : "",
        isOpen: state == .open, hasFired: state?.hasFired ?? false)
    }
  }

  var fired: [Line] { lines.filter(\.hasFired) }
}
