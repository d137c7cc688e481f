import Diagnostics

extension Acceptance {
  /// Whether the rubric itself accepts it; a base may have accepted what was then left out.
  func isOwn(of rubric: Rubric) -> Bool {
    guard !rubric.bases.isEmpty, case .text(let source, _) = place else { return true }
    return source.path == rubric.path
  }
}
