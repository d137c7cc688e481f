package import Values

extension ScorePlan.Ladder {
  /// Thresholds, the strictest first.
  package init(
    _ lines: [LadderLine], _ direction: LadderDirection, otherwise: Number
  ) {
    rungs = lines.enumerated().map { number, line in
      ScorePlan.Rung(
        .compares(direction.comparison, line.threshold), .points(line.points),
        says: FormWording.reached(line.threshold, direction), line: number, at: line.place)
    }
    self.otherwise = ScorePlan.Rung(
      nil, .points(otherwise), says: FormWording.noStep, line: lines.count)
  }
}
