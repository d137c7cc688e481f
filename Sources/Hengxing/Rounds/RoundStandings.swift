import Diagnostics
import Formats
package import Reports
package import Values

/// The results of a round as they stood when it was closed.
///
/// A run writes them beside its index. Where a round names such a file, every report takes its place, its mean and its quartiles from
/// it: correcting one subject afterwards moves no other page.
package struct RoundStandings: Sendable, Codable {
  package static let schema = 1
  package static let fileName = "standings.json"

  package struct Score: Sendable, Codable {
    package var subject: String
    package var score: Number
  }

  /// Those who were evaluated by one edition of a rubric, the best first.
  package struct Group: Sendable, Codable {
    package var rubric: String
    package var edition: String
    package var scores: [Score]
  }

  package var schema = RoundStandings.schema
  package var round: String
  package var asOf: String
  package var groups: [Group]

  /// - Returns: `nil` while a result is open: then nobody has a place that stands.
  package init?(_ index: RoundIndex, _ reports: [Report]) {
    guard index.progress == nil else { return nil }
    var order: [String] = []
    var groups: [String: Group] = [:]
    for report in reports {
      guard let score = report.verdict.score else { continue }
      guard score.isPoint, report.verdict.status != .open else { return nil }
      let key = "\(report.rubric.id)@\(report.rubric.edition)"
      if groups[key] == nil { order.append(key) }
      groups[
        key,
        default: Group(rubric: report.rubric.id, edition: report.rubric.edition, scores: [])
      ].scores.append(Score(subject: report.subject.id, score: score.low))
    }
    guard !order.isEmpty else { return nil }
    round = index.round.id
    asOf = index.asOf
    self.groups = order.compactMap { groups[$0] }.map { group in
      var group = group
      group.scores.sort {
        $0.score != $1.score ? $0.score > $1.score : $0.subject < $1.subject
      }
      return group
    }
  }

  /// - Returns: `nil` where the file holds no standings of this round; that was reported.
  static func read(
    _ path: String, of round: String, at place: Place, into diagnostics: inout Diagnostics
  ) -> RoundStandings? {
    guard let (source, _) = Files.text(path, as: .evidence, into: &diagnostics) else { return nil }
    var faults = Diagnostics()
    guard let json = JSONReader.read(source, into: &faults),
      let standings = try? json.decoded(as: RoundStandings.self),
      standings.schema == schema, standings.round == round
    else {
      diagnostics.report(.notStandings(path, of: round, at: place))
      return nil
    }
    return standings
  }

  package var text: String {
    guard let json = try? JSON(encoding: self) else {
      preconditionFailure("texts and numbers are always valid JSON")
    }
    return json.prettyText
  }

  /// Where a subject stands among those of its rubric.
  func place(of subject: String, under rubric: String, _ edition: String) -> Report.RoundPlace? {
    guard let group = groups.first(where: { $0.rubric == rubric && $0.edition == edition }),
      group.scores.count > 1, let own = group.scores.first(where: { $0.subject == subject })
    else { return nil }
    let scores = group.scores.map(\.score)
    return Report.RoundPlace(
      place: 1 + scores.count { $0 > own.score }, among: scores.count,
      mean: Number.mean(scores)?.rounded(toScale: 1, .halfUp),
      lowerQuartile: Self.quartile(scores, 3), upperQuartile: Self.quartile(scores, 1))
  }

  /// The score below which so many quarters of the others lie, of scores that fall.
  private static func quartile(_ scores: [Number], _ quarter: Int) -> Number? {
    let index = (scores.count - 1) * quarter / 4
    return scores.indices.contains(index) ? scores[index] : nil
  }
}
