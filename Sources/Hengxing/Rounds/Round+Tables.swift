import Bundles
import Diagnostics
import Formats
import Scoring
import Values

extension Round {
  /// What the round itself knows of those whose party `subject` is: who judged them, when, how thoroughly, and who is tied to whom.
  ///
  /// A rubric reads it as tables `from: round`: `faults.csv`, `judgements.csv`,
  /// `relations.csv`, `subjects.csv`.
  func tables(for subject: Subject, shelf: Shelf) -> [HeaderName: WrittenTable] {
    let others = subjects.filter { other in
      other.id != subject.id && other.parties.values.contains { $0.text == subject.id }
    }
    var judgements: [[String]] = []
    var relations: [[String]] = []
    var faults: [[String]] = []
    for other in others {
      guard let bundle = shelf[other.id]?.bundle else { continue }
      for paper in bundle.judgements {
        judgements.append([
          other.id, paper.by, paper.role, paper.stage ?? "", paper.date?.isoText ?? "",
          "\(paper.marks.count)", "\(paper.marks.count { !($0.reason ?? "").isEmpty })",
        ])
      }
      for fault in shelf[other.id]?.source.faults ?? [] {
        // Where two follow-ups say different things nobody can tell which holds.
        faults.append([
          other.id, fault.id, fault.item ?? "", fault.by, fault.stage ?? "",
          fault.date?.isoText ?? "", fault.due?.isoText ?? "", fault.state?.rawValue ?? "",
          fault.checked?.isoText ?? "",
        ])
      }
      for relation in bundle.relations + bundle.judgements.flatMap(\.relations) {
        relations.append([
          other.id, relation.who, relation.to ?? "", relation.kind ?? "",
          relation.until?.isoText ?? "",
        ])
      }
    }
    return [
      HeaderName("faults.csv"): table(
        "faults",
        ["subject", "id", "item", "by", "stage", "date", "due", "state", "checked"], faults),
      HeaderName("judgements.csv"): table(
        "judgements", ["subject", "by", "role", "stage", "date", "marks", "reasons"], judgements),
      HeaderName("relations.csv"): table(
        "relations", ["subject", "who", "to", "kind", "until"], relations),
      HeaderName("subjects.csv"): table(
        "subjects", ["subject", "kind", "read"],
        others.map { [$0.id, $0.kind ?? "", shelf[$0.id]?.bundle == nil ? "false" : "true"] }),
    ]
  }

  private func table(_ name: String, _ header: [String], _ rows: [[String]]) -> WrittenTable {
    WrittenTable(
      file: "round/\(name)", header: header, rows: rows,
      lines: rows.indices.map { $0 + 1 })
  }
}
