import Values

extension RoundIndex.Row {
  /// Its result may still change.
  var isOpen: Bool {
    switch verdict.status {
    case .rejected, .notHandedIn: return false
    case .notEvaluated: return verdict.questions?.isEmpty == false
    case .evaluated, .passedAgain, .failedAgain, .open: break
    }
    return verdict.status == .open || verdict.score?.isPoint == false || !verdict.isGradeCertain
      || verdict.questions?.isEmpty == false
  }

  var settledScore: Number? {
    guard !isOpen, let score = verdict.score, score.isPoint else { return nil }
    return score.low
  }
}
