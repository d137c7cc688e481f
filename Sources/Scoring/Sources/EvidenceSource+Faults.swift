import Diagnostics
import FEEL
import Rubrics
import Values

extension EvidenceSource {
  /// What visits found, as expressions see it; a paper that cannot be read may hold anything.
  func faultTable() -> Value {
    let lost = lostMarks.filter { $0.item == nil }.map(\.place.description)
    let missing = Set(lost).sorted().map { Missing("faults", .unreadable, place: $0) }
    func state(_ fault: FaultRecord) -> Value {
      if let state = fault.state { return .string(state.rawValue) }
      let states = Set(fault.followUps.map(\.state.rawValue)).sorted()
      return .unknown(
        Unknown(
          Bounds(.oneOf(states.map { .string($0) })),
          missing: [Missing(fault.id, .unreadable, place: fault.place.description)]))
    }
    let values: [(FaultRecord) -> Value] = [
      { .string($0.id) }, { $0.item.map(Value.string) ?? .null }, { .string($0.by) },
      { $0.stage.map(Value.string) ?? .null }, { $0.date.map(Value.date) ?? .null },
      { $0.due.map(Value.date) ?? .null }, state, { $0.checked.map(Value.date) ?? .null },
    ]
    let columns = zip(Rubric.faultColumns, values).map { field, value in
      Table.Column(
        field.name,
        faults.map(value)
          + missing.map { .unknown(Unknown(Bounds(of: field.shape), missing: [$0])) },
        alike: [])
    }
    let certain = Int32(faults.count)
    let all = Int32(faults.count + missing.count)
    return .list(
      .rows(
        Selection(
          Table(name: "faults", file: "faults", columns: columns, rowCount: Int(all)),
          rows: missing.isEmpty ? nil : Array(0..<certain), openRows: Array(certain..<all),
          missing: missing)))
  }
}
