import Diagnostics
import Formats
import Rubrics
import Values

extension EvidenceSource {
  /// Everything that assessors handed in, as expressions see it; a paper that cannot be read may be anything.
  ///
  /// Names that differ only in `ways` are those of one assessor.
  func judgementTable(same ways: Set<FoldedName.Way>) -> Value {
    let names = MergedNames(Set(judgements.map(\.by)), ways)
    let lost = lostMarks.filter { $0.item == nil }.map(\.place.description)
    let missing = Set(lost).sorted().map { Missing("judgements", .unreadable, place: $0) }
    func column(
      _ name: String, _ shape: Shape, _ value: (JudgementRecord) -> Value
    ) -> Table.Column {
      let open = missing.map { Value.unknown(Unknown(Bounds(of: shape), missing: [$0])) }
      let values = judgements.map(value) + open
      return Table.Column(name, values, alike: name == "by" ? AlikeTexts(values).groups : [])
    }
    let values: [(JudgementRecord) -> Value] = [
      { .string(ways.isEmpty ? $0.by : names[$0.by]) }, { .string($0.role) },
      { $0.stage.map(Value.string) ?? .null },
      { $0.date.map(Value.date) ?? .null }, { .number(Number($0.markCount)) },
      { .number(Number($0.reasonCount)) },
    ]
    let columns = zip(Rubric.judgementColumns, values).map { column($0.name, $0.shape, $1) }
    let certain = Int32(judgements.count)
    let all = Int32(judgements.count + missing.count)
    return .list(
      .rows(
        Selection(
          Table(name: "judgements", file: "judgements", columns: columns, rowCount: Int(all)),
          rows: missing.isEmpty ? nil : Array(0..<certain), openRows: Array(certain..<all),
          missing: missing)))
  }
}
