import Diagnostics
import Reports
import Values

/// Results of one round, by rubric, in the order in which papers list them.
struct RoundPapers {
  struct Group {
    let title: String
    let reports: [Report]
  }

  let reports: [Report]
  let title: String
  let period: String
  let groups: [Group]

  init(_ reports: [Report]) {
    self.reports = reports
    let round = reports.lazy.compactMap(\.round).first
    title = round.map { Said.words($0.title) } ?? NoticeWording.anyRound
    period = Said.period(round?.period)
    var order: [String] = []
    var byRubric: [String: [Report]] = [:]
    for report in reports {
      let rubric = "\(report.rubric.id) \(report.rubric.edition)"
      if byRubric[rubric] == nil { order.append(rubric) }
      byRubric[rubric, default: []].append(report)
    }
    groups = order.compactMap { byRubric[$0] }.map { reports in
      let rubric = reports[0].rubric
      return Group(
        title: PapersWording.book(Said.words(rubric.title), rubric.edition),
        reports: Self.ranked(reports))
    }
  }

  /// Settled ones by score, the best first; then those that are open, then the rest.
  private static func ranked(_ reports: [Report]) -> [Report] {
    func weight(_ report: Report) -> Int {
      switch Standing(report).kind {
      case .settled: 0
      case .open, .notHandedIn: 1
      case .notEvaluated: 2
      case .rejected: 3
      }
    }
    return reports.enumerated().map { ($0.offset, weight($0.element), $0.element) }.sorted {
      if $0.1 != $1.1 { return $0.1 < $1.1 }
      let (left, right) = ($0.2.verdict.score?.low, $1.2.verdict.score?.low)
      if $0.1 == 0, let left, let right, left != right { return left > right }
      return $0.0 < $1.0
    }.map(\.2)
  }

  var marks: [String] {
    let isDraft = reports.contains { Standing($0).isDraft }
    let isFictional = reports.contains { $0.subject.isFictional || $0.rubric.isFictional }
    return (isDraft ? [PapersWording.draft] : []) + (isFictional ? [PapersWording.fictional] : [])
  }

  /// Places of a group, the same for equal scores; none while one of its results is open.
  static func places(in group: Group) -> [String]? {
    let standings = group.reports.map { Standing($0) }
    guard standings.count > 1, !standings.contains(where: \.isDraft) else { return nil }
    var places: [String] = []
    var last: Number?
    for (index, report) in group.reports.enumerated() {
      guard standings[index].kind == .settled, let score = report.verdict.score?.low else {
        places.append(PapersWording.none)
        continue
      }
      places.append(score == last ? places[index - 1] : "\(index + 1)")
      last = score
    }
    return places
  }
}
