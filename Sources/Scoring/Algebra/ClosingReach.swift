import Values

/// What the closing of a file can say of something that is not known.
enum ClosingReach {
  /// It decides.
  case decides
  /// It decides once somebody has told what no closing decides.
  case decidesLater
  /// It decides nothing: nobody was asked for it, or it is there and nobody has said how it counts.
  case neverDecides

  init(_ missing: [Missing]) {
    guard missing.contains(where: \.outlastsClosing) else {
      self = .decides
      return
    }
    let isAllInDoubt = missing.allSatisfy { $0.outlastsClosing || $0.isOfOthers }
    self = isAllInDoubt ? .neverDecides : .decidesLater
  }
}

extension Value {
  var closing: ClosingReach { ClosingReach(missingParts) }
}
