package import Diagnostics
package import FEEL
package import Values

/// A threshold, and the points of whoever reaches it.
package struct LadderLine: Sendable {
  package let threshold: Number
  package let points: Number
  package let place: Place
}

/// On which side of a threshold its points lie.
package enum LadderDirection: String, Sendable, CaseIterable {
  case atLeast = "at least"
  case moreThan = "more than"
  case atMost = "at most"
  case lessThan = "less than"

  package var wantsHigh: Bool { self == .atLeast || self == .moreThan }

  package var comparison: Operator.Comparison {
    switch self {
    case .atLeast: .atLeast
    case .moreThan: .greater
    case .atMost: .atMost
    case .lessThan: .less
    }
  }
}

extension LadderLine {
  /// The threshold as its author wrote it: `95%` stays a share of a hundred.
  var written: String {
    if case .text(let source, let span) = place {
      let written = String(source.slice(span)).trimmingQuotes
      if written.hasSuffix("%"), !written.contains(where: \.isWhitespace) { return written }
    }
    return "\(threshold)"
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    var text = self[...]
    while let first = text.first, first == "\"" || first == "'" { text = text.dropFirst() }
    while let last = text.last, last == "\"" || last == "'" { text = text.dropLast() }
    return String(text)
  }
}
