import Diagnostics
import Formats
import Reports
import Rubrics
import Scoring
import Values

/// Who is charged with what others were excused, over a whole round.
///
/// Each charge is told twice, once for each side, with a way to the other's report.
struct Responsibilities {
  /// By entry.
  private(set) var lines: [[Report.ChargeLine]]
  private let entries: [RoundEntry]
  private let evaluations: [Evaluation?]
  private let folders: [String]

  init(_ entries: [RoundEntry], _ evaluations: [Evaluation?], folders: [String]) {
    self.entries = entries
    self.evaluations = evaluations
    self.folders = folders
    lines = entries.map { _ in [] }
    for index in entries.indices { attribute(index) }
  }

  private mutating func attribute(_ index: Int) {
    for item in evaluations[index]?.everyItem ?? [] {
      guard let result = item.excuse, result.effect == .applied || result.effect == .open else {
        continue
      }
      if result.excuse.by.isEmpty {
        lines[index].append(excused(item, result, nil))
      }
      for link in result.excuse.by {
        let party = entries[index].subject.parties[link.party]?.text
        let found = entries.indices.filter { entries[$0].subject.id == party }.compactMap { other in
          evaluations[other]?.everyItem.first { $0.item.id == link.item }.map { (other, $0) }
        }
        if found.isEmpty { lines[index].append(excused(item, result, nil)) }
        for (other, charged) in found {
          lines[index].append(excused(item, result, (index, other, charged)))
          lines[other].append(self.charged(charged, for: item, result, of: index, at: other))
        }
      }
    }
  }

  private func excused(
    _ item: ItemResult, _ result: ExcuseResult, _ charged: (own: Int, other: Int, item: ItemResult)?
  ) -> Report.ChargeLine {
    Report.ChargeLine(
      side: result.excuse.nobody == nil ? .excused : .nobody, isOpen: result.effect == .open,
      item: item.item.id, itemTitle: item.item.title, itemPoints: item.item.points,
      itemEarned: item.computed.map(ReportBuilder.amountOfItem),
      subject: charged.map { title(of: $0.other) }, other: charged?.item.item.id,
      otherTitle: charged?.item.item.title, otherPoints: charged?.item.item.points,
      otherEarned: charged?.item.points.map(ReportBuilder.amountOfItem),
      isCharged: charged.flatMap { $0.item.hasLost }, says: result.excuse.says,
      because: result.excuse.nobody, folder: charged.map { path(from: $0.own, to: $0.other) })
  }

  private func charged(
    _ charged: ItemResult, for item: ItemResult, _ result: ExcuseResult, of index: Int,
    at other: Int
  ) -> Report.ChargeLine {
    Report.ChargeLine(
      side: .charged, isOpen: result.effect == .open, item: charged.item.id,
      itemTitle: charged.item.title, itemPoints: charged.item.points,
      itemEarned: charged.points.map(ReportBuilder.amountOfItem), subject: title(of: index),
      other: item.item.id, otherTitle: item.item.title, otherPoints: item.item.points,
      otherEarned: item.computed.map(ReportBuilder.amountOfItem), isCharged: charged.hasLost,
      says: result.excuse.says, because: nil, folder: path(from: other, to: index))
  }

  private func title(of index: Int) -> Wording {
    evaluations[index]?.subject.title ?? entries[index].subject.title
      ?? Wording(entries[index].subject.id)
  }

  private func path(from: Int, to: Int) -> String {
    let depth = folders[from].split(separator: "/").count
    return String(repeating: "../", count: depth) + folders[to]
  }
}

extension ItemResult {
  /// Whether it earned less than full marks; `nil` where evidence could still tell.
  fileprivate var hasLost: Bool? {
    guard let points else { return nil }
    if points.high < item.points { return true }
    return points.low >= item.points ? false : nil
  }
}
