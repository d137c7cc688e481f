import FEEL
import Rubrics
import Values

/// The program of the first pass over a cohort: what each subject brings to the comparison.
struct ComparisonProgram: Sendable {
  private let program: ColumnProgram
  private let lanes: ScoringAssembly.MemberLanes

  init(
    _ assembly: ScoringAssembly, _ lanes: ScoringAssembly.MemberLanes, subjectCount: Int
  ) {
    self.lanes = lanes
    // Points that nobody compares are computed too: where they are too large a number nobody is evaluated.
    let points = assembly.items.map(\.points)
    let shares = lanes.shares.flatMap { share in
      [share.points] + (share.counts.map { [LaneValue(.truth($0))] } ?? [])
    }
    program = ColumnProgram(
      assembly.assembler,
      outputs: (lanes.peers.map { [$0] } ?? []) + lanes.ranks + lanes.figures + shares + points,
      rowCount: subjectCount)
  }

  /// One member a subject; whoever has fallen out is scored by the row evaluator, and its intervals are compared.
  func members(_ scorer: SubjectScorer) -> [CohortMember?] {
    let chunks = SubjectRanges(scorer.subjectCount, block: ColumnProgram.laneCount).map { range in
      let frame = ColumnFrame(program)
      var members: [CohortMember?] = []
      members.reserveCapacity(range.count)
      for start in stride(
        from: range.lowerBound, to: range.upperBound, by: ColumnProgram.laneCount)
      {
        program.run(from: start, in: frame)
        for lane in 0..<min(frame.count, range.upperBound - start) {
          let subject = start + lane
          if scorer.portfolio.subjects[subject].isRejected {
            members.append(nil)
          } else if frame.hasFallen(lane) || hasNoPlace(frame, lane) {
            members.append(scorer.evaluation(of: subject, in: nil)?.member)
          } else {
            members.append(member(frame, lane))
          }
        }
      }
      return members
    }
    return Array(chunks.joined())
  }

  /// Why somebody has no number to have a place by, the row evaluator knows.
  private func hasNoPlace(_ frame: ColumnFrame, _ lane: Int) -> Bool {
    lanes.standings.contains { number in
      if case .null = frame.value(of: lanes.figures[number], lane) { true } else { false }
    }
  }

  private func member(_ frame: ColumnFrame, _ lane: Int) -> CohortMember {
    var shares: [String: CohortMember.Share] = [:]
    for share in lanes.shares {
      let counts = share.counts.map { frame.holds($0, lane) } ?? true
      var points = Number.zero
      if counts, case .number(let own) = frame.value(of: share.points, lane) { points = own }
      shares[share.id] = CohortMember.Share(
        points: ScoreRange(points), presence: counts ? .counts : .doesNotCount)
    }
    return CohortMember(
      peers: lanes.peers.map { frame.value(of: $0, lane) }, mayNotBeAdmitted: false,
      ranks: lanes.ranks.map { frame.value(of: $0, lane) },
      figures: lanes.figures.map { frame.value(of: $0, lane) }, shares: shares)
  }
}
