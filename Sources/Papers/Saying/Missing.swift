import Diagnostics
import Reports
import Values

/// What is missing of a result, by who can bring it.
struct Missing {
  enum Responsible: Hashable {
    case subject, assessors, inquiry
    /// A party of the round, by its role.
    case party(String)
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
    let scored = ScoredItem.all(in: report)
    let items = Dictionary(
      scored.map { ($0.item.id, $0.item) }, uniquingKeysWith: { first, _ in first })
    let origins = Dictionary(
      report.inputs.map { ($0.name, $0.origin) }, uniquingKeysWith: { first, _ in first })
    let lines = report.missing.map { missing in
      let waiting = missing.items.compactMap { items[$0] }
      return Line(
        responsible: Self.responsible(for: missing, items, origins),
        sentence: Self.sentence(missing, items), items: waiting.map { Said.words($0.title) },
        stake: Self.stake(of: waiting))
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
      + seen.filter { $0 == .inquiry }
  }

  private static func responsible(
    for missing: Report.MissingLine, _ items: [String: Report.ItemLine], _ origins: [String: String]
  ) -> Responsible {
    // What people judge is missing under the item's own name.
    if items[missing.name]?.panels?.isEmpty == false { return .assessors }
    if missing.items.isEmpty, PapersWording.isAlleged(missing.sentence.zh) { return .inquiry }
    guard let party = origins[missing.name].flatMap(party) else { return .subject }
    return .party(party)
  }

  /// The role that an origin names: between backticks.
  private static func party(_ origin: String) -> String? {
    let parts = origin.split(separator: "`", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }

  /// An item is called by its title, not by its id.
  private static func sentence(
    _ missing: Report.MissingLine, _ items: [String: Report.ItemLine]
  ) -> String {
    let sentence = Said.clause(missing.sentence)
    guard let item = items[missing.name] else { return sentence }
    return sentence.replacing("“\(missing.name)”", with: "“\(Said.words(item.title))”")
  }

  private static func stake(of items: [Report.ItemLine]) -> Number {
    items.reduce(.zero) { sum, item in
      guard let earned = item.earned, let width = earned.high.subtracting(earned.low)
      else { return sum }
      return sum.adding(width) ?? sum
    }
  }
}
