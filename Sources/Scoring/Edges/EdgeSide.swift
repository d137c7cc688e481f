import Values

/// Where a number lies, seen from a line.
enum EdgeSide: Sendable, CaseIterable {
  case on, below, above

  var turned: EdgeSide {
    switch self {
    case .on: .on
    case .below: .above
    case .above: .below
    }
  }

  func holds(_ number: Number, _ line: Number) -> Bool {
    switch self {
    case .on: number == line
    case .below: number < line
    case .above: number > line
    }
  }
}
