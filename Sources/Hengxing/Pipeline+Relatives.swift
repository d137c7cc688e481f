import Reports

extension RoundResult.Filed {
  /// Reports that know who stands above and below them.
  static func related(
    _ filed: [RoundResult.Filed], _ entries: [RoundEntry], _ hierarchy: Hierarchy
  ) -> [RoundResult.Filed] {
    guard !hierarchy.isEmpty else { return filed }
    let bySubject = Dictionary(grouping: filed.indices) { entries[$0].subject.id }
    return filed.indices.map { index in
      let own = filed[index]
      let id = entries[index].subject.id
      func relatives(_ ids: [String]) -> [Report.Relative] {
        ids.flatMap { bySubject[$0] ?? [] }.map { other in
          Report.Relative(
            filed[other].report, folder: path(from: own.folder, to: filed[other].folder))
        }
      }
      let above = relatives(hierarchy.parent(of: id).map { [$0] } ?? [])
      let below = relatives(hierarchy.children(of: id) ?? [])
      guard !above.isEmpty || !below.isEmpty else { return own }
      var report = own.report
      report.relatives = Report.Relatives(above: above.first, below: below)
      return RoundResult.Filed(folder: own.folder, report: report)
    }
  }

  /// `town` and `room/rubric` stand in the same output folder.
  private static func path(from folder: String, to other: String) -> String {
    String(repeating: "../", count: folder.split(separator: "/").count) + other
  }
}
