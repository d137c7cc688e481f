import Diagnostics
import FEEL
import Formats
import Values

/// `hengxing eval --lines`: a record a line in, an answer a line out.
enum EvalLines {
  /// The answer to one record, on one line: `{"got": …, "id": …}` or `{"error": …, "id": …}`.
  static func answer(to line: String, in surroundings: Surroundings) -> String {
    var diagnostics = Diagnostics()
    guard let json = JSONReader.read(SourceText(line, path: "-"), into: &diagnostics) else {
      return answer(.null, mistake: diagnostics.all.first?.headline.en ?? "not JSON")
    }
    guard let record = EvalRecord(json, zones: surroundings.zones) else {
      return answer(json["id"] ?? .null, mistake: "not a record of expressions or tables")
    }
    guard
      let plan = Plan.boxed(
        record.logic, in: record.scope, mode: .lenient, zones: surroundings.zones,
        into: &diagnostics)
    else { return answer(record.id, mistake: diagnostics.all.first?.headline.en ?? "not FEEL") }
    let value = plan.run(record.slots, in: surroundings)
    return JSON.object([
      JSON.Member("id", record.id), JSON.Member("got", TaggedValue.json(of: value)),
    ]).canonicalText
  }

  private static func answer(_ id: JSON, mistake: String) -> String {
    JSON.object([JSON.Member("id", id), JSON.Member("error", .string(mistake))]).canonicalText
  }
}
