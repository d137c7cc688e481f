import Diagnostics
import Reports
import Values

/// What is missing of a result, by who can bring it.
struct Missing {
  enum Responsible: Hashable {
    case subject, assessors, inquiry, round
    /// A party of the round, by its role.
    case party(String)

    init(_ line: Report.MissingLine) {
      switch line.responsible {
      case nil, .subject: self = .subject
      case .assessors: self = .assessors
      case .inquiry: self = .inquiry
      case .round: self = .round
      case .party: self = line.party.map(Responsible.party) ?? .subject
      }
    }
  }

  struct Line {
    let responsible: Responsible
    let sentence: String
    let items: [String]
    /// What it could still move.
    let stake: Number
  }

  /// By what is at stake, the most first.
  let lines: [Line]

  init(_ report: Report) {
    let items = Dictionary(
      ScoredItem.all(in: report).map { ($0.item.id, $0.item) },
      uniquingKeysWith: { first, _ in first })
    let lines = report.missing.map { missing in
      let waiting = missing.items.compactMap { items[$0] }
      return Line(
        responsible: Responsible(missing), sentence: Said.clause(missing.sentence),
        items: waiting.map { Said.words($0.title) },
        stake: missing.stake
          ?? waiting.reduce(Number.zero) { $0.adding($1.openPoints) ?? $0 })
    }
    self.lines = lines.enumerated().sorted {
      $0.element.stake != $1.element.stake
        ? $0.element.stake > $1.element.stake : $0.offset < $1.offset
    }.map(\.element)
  }

  /// Who can bring something, in the order in which they are asked.
  static func responsibles(of lines: [Line]) -> [Responsible] {
    var seen: [Responsible] = []
    for line in lines where !seen.contains(line.responsible) { seen.append(line.responsible) }
    return seen.filter { $0 == .subject } + seen.filter { $0 == .assessors }
      + seen.filter { if case .party = $0 { true } else { false } }
      + seen.filter { $0 == .round } + seen.filter { $0 == .inquiry }
  }
}
