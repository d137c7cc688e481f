import Reports

extension RoundResult.Filed {
  /// Reports that know who stands above and below them, and whose results they take over.
  static func related(
    _ filed: [RoundResult.Filed], _ entries: [RoundEntry], _ hierarchy: Hierarchy
  ) -> [RoundResult.Filed] {
    let bySubject = Dictionary(grouping: filed.indices) { entries[$0].subject.id }
    let sources = TakenSources(entries)
    return filed.indices.map { index in
      let own = filed[index]
      let id = entries[index].subject.id
      func relative(_ other: Int, namesRubric: Bool = false) -> Report.Relative {
        Report.Relative(
          filed[other].report, folder: path(from: own.folder, to: filed[other].folder),
          namesRubric: namesRubric)
      }
      func relatives(_ ids: [String]) -> [Report.Relative] {
        ids.flatMap { bySubject[$0] ?? [] }.map { relative($0) }
      }
      let above = relatives(hierarchy.parent(of: id).map { [$0] } ?? [])
      let below = relatives(hierarchy.children(of: id) ?? [])
      var seen = Set<Int>()
      let taken = sources.sources(of: index).map(\.entry).filter { seen.insert($0).inserted }
        .map { relative($0, namesRubric: true) }
      guard !above.isEmpty || !below.isEmpty || !taken.isEmpty else { return own }
      var report = own.report
      report.relatives = Report.Relatives(above: above.first, below: below, taken: taken)
      return RoundResult.Filed(folder: own.folder, report: report, feedback: own.feedback)
    }
  }

  /// `town` and `room/rubric` stand in the same output folder.
  private static func path(from folder: String, to other: String) -> String {
    String(repeating: "../", count: folder.split(separator: "/").count) + other
  }
}
