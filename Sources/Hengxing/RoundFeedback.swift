import Bundles
import Diagnostics
import Formats
import Reports
import Rubrics
import Scoring
import Values

/// What a round gives back to those who answer for others, drawn from all its reports.
enum RoundFeedback {
  /// Puts each beside the first report of its subject.
  static func file(
    _ filed: inout [RoundResult.Filed], _ entries: [RoundEntry], _ evaluations: [Evaluation?],
    in round: Round, _ shelf: Shelf, engine: String, into diagnostics: inout Diagnostics
  ) {
    reportAdviceToNobody(in: round, shelf, into: &diagnostics)
    for feedback in of(entries, evaluations, filed, in: round, engine: engine) {
      guard let index = entries.firstIndex(where: { $0.subject.id == feedback.subject.id }) else {
        continue
      }
      var report = filed[index].report
      report.feedback = Feedback.fileName
      filed[index] = RoundResult.Filed(
        folder: filed[index].folder, report: report, feedback: feedback)
    }
  }

  private static func of(
    _ entries: [RoundEntry], _ evaluations: [Evaluation?], _ filed: [RoundResult.Filed],
    in round: Round, engine: String
  ) -> [Feedback] {
    let sources = entries.indices.map { index in
      FeedbackSource(
        report: filed[index].report, folder: filed[index].folder,
        parties: entries[index].subject.parties.mapValues(\.text),
        above: above(entries[index].subject.id, round.hierarchy),
        items: evaluations[index].map { items(of: $0) } ?? [],
        // Beside the first of its reports.
        followUps: entries.firstIndex { $0.subject.id == entries[index].subject.id } == index
          ? followUps(of: entries[index].subject.id, in: round) : [])
    }
    return FeedbackBuilder(sources, engine: engine, asOf: "\(round.asOf)").all
  }

  /// Advice whose addressee the round does not have.
  private static func reportAdviceToNobody(
    in round: Round, _ shelf: Shelf, into diagnostics: inout Diagnostics
  ) {
    let ids = round.subjects.map(\.id)
    for subject in round.subjects {
      for advice in shelf[subject.id]?.bundle?.advice ?? [] {
        guard let to = advice.to, subject.parties[to] == nil, !ids.contains(to) else { continue }
        diagnostics.report(
          .adviceToNobody(to, at: advice.place, among: subject.parties.keys.sorted() + ids.sorted())
        )
      }
    }
  }

  private static func followUps(of id: String, in round: Round) -> [Feedback.FollowUp] {
    round.followUps.filter { $0.to.text == id }.compactMap { followUp in
      Feedback.FollowUp.State(rawValue: followUp.state).map { state in
        Feedback.FollowUp(
          advice: followUp.advice, round: followUp.round, state: state, says: followUp.says,
          by: followUp.by, date: followUp.date?.isoText)
      }
    }
  }

  private static func above(_ id: String, _ hierarchy: Hierarchy) -> [String] {
    var above: [String] = []
    var next = hierarchy.parent(of: id)
    while let parent = next, parent != id, !above.contains(parent) {
      above.append(parent)
      next = hierarchy.parent(of: parent)
    }
    return above
  }

  /// Items of sections; a bonus that was not earned is no loss.
  private static func items(of evaluation: Evaluation) -> [FeedbackSource.Item] {
    let givers = evaluation.rubric.givers
    return evaluation.sections.flatMap { $0.items }.map { result in
      let isApplicable = if case .notApplicable = result.outcome { false } else { true }
      return FeedbackSource.Item(
        id: result.item.id, title: result.item.title, points: result.item.points,
        earned: result.points.map { NumberInterval($0.low, $0.high) },
        computed: result.computed.map { NumberInterval($0.low, $0.high) },
        isApplicable: isApplicable,
        isExcused: result.excuse.map { excuse in
          switch excuse.effect {
          case .applied: true
          case .open: nil
          case .none, .wouldCost: false
          }
        } ?? false,
        isKept: result.excuse?.effect == .wouldCost && result.excuse?.holds == true,
        excuses: (result.item.excuse?.by ?? []).map { (role: $0.party, item: $0.item) },
        says: result.item.excuse?.says,
        missing: result.missing.compactMap { missing in
          givers[missing.name].map {
            (role: $0, sentence: ReportBuilder.sentence(on: missing))
          }
        }, advice: result.item.advice)
    }
  }
}

extension Rubric {
  /// By fact and table, the role of the party that should give it.
  fileprivate var givers: [String: String] {
    let given = facts.map { ($0.name, $0.origin) } + (tables + surveys).map { ($0.name, $0.origin) }
    return Dictionary(
      given.compactMap { name, origin in
        if case .party(let role) = origin { (name, role) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }
}
