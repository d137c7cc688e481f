import Diagnostics
import Formats
import Rubrics
import Values

extension EvidenceReader {
  /// Marks under names that differ in nothing one sees: nobody knows whether they are of one assessor or of two, unless the
  /// panel says that they are the same.
  func withKnownAssessors(
    _ source: EvidenceSource, into diagnostics: inout Diagnostics
  ) -> EvidenceSource {
    guard !source.marks.isEmpty, source.hasNamesAlike else { return source }
    let names = source.everyName
    var source = source
    var told: Set<[String]> = []
    var merged: [Set<FoldedName.Way>: MergedNames] = [:]
    for item in rubric.everyItem {
      guard let panel = item.plan.panel, var marks = source.marks[item.id] else { continue }
      if !panel.same.isEmpty {
        if merged[panel.same] == nil {
          let first = MergedNames(names, panel.same)
          merged[panel.same] = first
          source.ties += source.ties.filter { first[$0.of] != $0.of }.map {
            Tie(of: first[$0.of], to: $0.to, kind: $0.kind, until: $0.until)
          }
        }
        if let first = merged[panel.same] { marks = marks.map { $0.named(by: first) } }
        source.marks[item.id] = marks
      }
      for group in AlikeAssessors.groups(of: marks, panel, source.ties) {
        source.lostMarks.append(
          LostMark(
            item: item.id, role: group.role, place: group.place ?? .file(rubric.path),
            isOfDoubtfulName: true))
        if told.insert(group.names).inserted {
          diagnostics.report(
            .namesAlike(
              group.names[0], group.names[1], at: group.place, first: group.firstPlace))
        }
      }
    }
    return source
  }
}

/// Names of one role, at one stage, that differ in nothing one sees.
private struct AlikeAssessors {
  let role: String
  /// Sorted; at least two.
  let names: [String]
  let firstPlace: Place?
  let place: Place?

  private struct Seat: Hashable {
    let role: String
    let stage: String?
    let name: FoldedName
  }

  static func groups(
    of marks: [AssessorMark], _ panel: Panel, _ ties: [Tie]
  ) -> [AlikeAssessors] {
    var names: [Seat: [String: Place?]] = [:]
    var order: [Seat] = []
    let tied = panel.recusal.isEmpty ? [] : ties.map(\.of)
    let tiedByName = Dictionary(grouping: tied, by: { FoldedName($0) })
    for mark in marks where panel.roles.contains(mark.role) || mark.role == Panel.ownRole {
      for name in [mark.by, mark.standsInFor].compactMap(\.self) {
        // A third reader must be nobody of those who have marked.
        let role = panel.column(readBy: mark.role)?.role ?? mark.role
        let seat = Seat(role: role, stage: mark.stage, name: FoldedName(name))
        if names[seat] == nil { order.append(seat) }
        // Ties are found whatever the width of their names and the blanks around them.
        let shown = HeaderName.shown(name)
        let tied = (tiedByName[seat.name] ?? []).filter { HeaderName.shown($0) != shown }
        for other in [name] + tied where names[seat]?[other] == nil {
          names[seat, default: [:]][other] = mark.place
        }
      }
    }
    return order.compactMap { seat in
      guard let found = names[seat], found.count > 1 else { return nil }
      let sorted = found.keys.sorted()
      return AlikeAssessors(
        role: seat.role, names: sorted, firstPlace: found[sorted[0]] ?? nil,
        place: found[sorted[1]] ?? nil)
    }
  }
}

extension EvidenceSource {
  /// Whether two names among those who judge, or are tied, fold alike.
  fileprivate var hasNamesAlike: Bool {
    var seen: [FoldedName: String] = [:]
    return everyName.contains { name in
      seen.updateValue(name, forKey: FoldedName(name)).map { $0 != name } ?? false
    }
  }

  fileprivate var everyName: Set<String> {
    var names = Set(ties.map(\.of))
    for mark in marks.values.joined() {
      names.insert(mark.by)
      if let absent = mark.standsInFor { names.insert(absent) }
    }
    return names
  }
}

extension AssessorMark {
  /// The mark under the first of all names that are declared to be the same as its own.
  fileprivate func named(by first: MergedNames) -> AssessorMark {
    AssessorMark(
      by: first[by], role: role, stage: stage, date: date, value: value, band: band,
      reason: reason, standsInFor: standsInFor.map { first[$0] }, place: place)
  }
}
