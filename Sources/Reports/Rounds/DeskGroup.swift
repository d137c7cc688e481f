import Diagnostics
import Values

/// Those of a round who are evaluated by one rubric, in the order of a page; nobody is ranked beside who is evaluated by another.
struct DeskGroup {
  struct Member {
    let row: RoundIndex.Row
    /// The same for equal scores; `nil` where the result is open, or where another of the group is.
    let place: Int?
    /// Its place in the order of the round.
    let number: Int
  }

  let rubric: String
  let title: Wording
  let grades: [Report.GradeLine]
  let members: [Member]

  static func groups(of rows: [RoundIndex.Row], by order: HTMLDesk.Order) -> [DeskGroup] {
    var names: [String] = []
    var members: [String: [(offset: Int, row: RoundIndex.Row)]] = [:]
    for (offset, row) in rows.enumerated() {
      let name = row.desk?.rubric ?? row.rubric.en
      if members[name] == nil { names.append(name) }
      members[name, default: []].append((offset, row))
    }
    return names.compactMap { name in
      guard let rows = members[name], let first = rows.first?.row else { return nil }
      return DeskGroup(
        rubric: name, title: first.rubric,
        grades: rows.lazy.compactMap { $0.row.desk?.grades }.first { !$0.isEmpty } ?? [],
        members: sorted(placed(rows), by: order))
    }
  }

  private static func placed(_ rows: [(offset: Int, row: RoundIndex.Row)]) -> [Member] {
    let scores = rows.compactMap { $0.row.settledScore }.sorted(by: >)
    var places: [Number: Int] = [:]
    for (index, score) in scores.enumerated() where places[score] == nil {
      places[score] = index + 1
    }
    // While somebody's result is open nobody's place is certain.
    let isRanked = scores.count > 1 && !rows.contains { $0.row.isOpen }
    return rows.map { offset, row in
      Member(
        row: row, place: isRanked ? row.settledScore.flatMap { places[$0] } : nil, number: offset)
    }
  }

  private static func sorted(_ members: [Member], by order: HTMLDesk.Order) -> [Member] {
    switch order {
    case .round: members
    case .rank:
      members.sorted { left, right in
        let (first, second) = (left.row.verdict.score?.high, right.row.verdict.score?.high)
        switch (first, second) {
        case (let first?, let second?) where first != second: return first > second
        case (.some, nil): return true
        case (nil, .some): return false
        default: return left.number < right.number
        }
      }
    case .missing:
      members.sorted {
        $0.row.missingCount != $1.row.missingCount
          ? $0.row.missingCount > $1.row.missingCount : $0.number < $1.number
      }
    }
  }

  /// Best first; who has no certain grade stands last.
  var gradeCounts: [(title: Wording?, count: Int)] {
    var counts: [(title: Wording?, count: Int)] = grades.map { grade in
      (
        grade.title,
        members.count { $0.row.verdict.isGradeCertain && $0.row.verdict.best?.id == grade.id }
      )
    }
    let known = counts.reduce(0) { $0 + $1.count }
    counts = counts.filter { $0.count > 0 }
    if known < members.count { counts.append((nil, members.count - known)) }
    return counts
  }
}
