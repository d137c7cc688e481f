import Rubrics
import Values

extension Domain {
  /// Whether a number on this side of a line can occur at all.
  func reaches(_ side: EdgeSide, of line: Number) -> Bool {
    let region: NumberSet =
      switch side {
      case .on: .only(line)
      case .below: .to(line, included: false)
      case .above: .from(line, included: false)
      }
    return region.intervals.contains { member(of: $0) != nil }
  }
}
