import Diagnostics
import FEEL
import Formats
import Values

/// One record of `eval --lines`: an expression or a decision table with the values that it may see.
struct EvalRecord {
  let id: JSON
  let logic: Boxed
  let scope: Scope
  let slots: [Value]

  /// - Returns: `nil` where the JSON is not such a record.
  init?(_ json: JSON, zones: ZoneRules) {
    id = json["id"] ?? .null
    var entries: [Scope.Entry] = []
    var slots: [Value] = []
    for pair in json["context"]?.array ?? [] {
      guard let pair = pair.array, pair.count == 2, let name = pair[0].string,
        let value = TaggedValue.value(of: pair[1], zones: zones)
      else { return nil }
      entries.append(Scope.Entry(name, Shape(of: value), slot: slots.count))
      slots.append(value)
    }
    scope = Scope(entries)
    self.slots = slots
    if let text = json["expression"]?.string {
      logic = .expression(Passage(text))
    } else if let written = json["logic"], let boxed = Self.boxed(written, depth: 0) {
      logic = boxed
    } else {
      return nil
    }
  }

  /// Deeper boxes are refused: reading goes down one call for each level.
  private static let maximumDepth = 50

  private static func boxed(_ json: JSON, depth: Int) -> Boxed? {
    guard depth < maximumDepth else { return nil }
    func inner(_ json: JSON?) -> Boxed? { json.flatMap { boxed($0, depth: depth + 1) } }
    switch json["kind"]?.string {
    case "feel": return (json["text"]?.string).map { .expression(Passage($0)) }
    case "table": return table(json).map { .table($0) }
    case "list":
      let items = json["items"]?.array ?? []
      let members = items.compactMap { inner($0) }
      return members.count == items.count ? .list(members) : nil
    case "context":
      guard let entries = named(json["entries"], "logic", inner) else { return nil }
      if json["result"] == nil { return .context(entries, result: nil) }
      return inner(json["result"]).map { .context(entries, result: $0) }
    case "function":
      guard let body = inner(json["body"]) else { return nil }
      let parameters = (json["params"]?.array ?? []).compactMap { parameter in
        parameter["name"]?.string.map { name in
          (name: name, type: parameter["type"].flatMap(typeText).map { Passage($0) })
        }
      }
      return .function(parameters, body: body)
    case "invocation":
      guard let callee = inner(json["callee"]),
        let arguments = named(json["bindings"], "logic", inner)
      else { return nil }
      return .invocation(callee: callee, arguments: arguments)
    default: return nil
    }
  }

  /// A type as FEEL writes it; a structure comes as `{"context": {name: type}}`.
  private static func typeText(_ json: JSON) -> String? {
    if let text = json.string { return text }
    if let member = json["list"] { return typeText(member).map { "list<\($0)>" } }
    guard let fields = json["context"]?.members else { return nil }
    let written = fields.compactMap { field in typeText(field.value).map { "\(field.key): \($0)" } }
    return written.count == fields.count ? "context<\(written.joined(separator: ", "))>" : nil
  }

  private static func named(
    _ json: JSON?, _ key: String, _ inner: (JSON?) -> Boxed?
  ) -> [(name: String, value: Boxed)]? {
    var all: [(name: String, value: Boxed)] = []
    for entry in json?.array ?? [] {
      guard let name = entry["name"]?.string, let value = inner(entry[key]) else { return nil }
      all.append((name, value))
    }
    return all
  }

  // MARK: Tables

  private static func table(_ json: JSON) -> DecisionTable? {
    let policy = json["hitPolicy"]?.string ?? DecisionTable.HitPolicy.unique.rawValue
    guard let hitPolicy = DecisionTable.HitPolicy(rawValue: policy) else { return nil }
    let rules = (json["rules"]?.array ?? []).map { rule in
      DecisionTable.Rule(tests: passages(rule["in"]), outputs: passages(rule["out"]))
    }
    let inputs = (json["inputs"]?.array ?? []).map { input in
      DecisionTable.Input(
        Passage(input["expression"]?.string ?? ""), allowed: values(of: input))
    }
    let outputs = (json["outputs"]?.array ?? []).map { output in
      DecisionTable.Output(
        output["name"]?.string, values: values(of: output),
        otherwise: output["default"]?.string.map { Passage($0) })
    }
    return DecisionTable(
      hitPolicy,
      aggregation: (json["aggregation"]?.string).flatMap(DecisionTable.Aggregation.init),
      inputs: inputs, outputs: outputs, rules: rules)
  }

  /// The table's own list, else that of the item's type.
  private static func values(of json: JSON) -> Passage? {
    (json["values"] ?? json["allowed"])?.string.map { Passage($0) }
  }

  private static func passages(_ json: JSON?) -> [Passage] {
    (json?.array ?? []).map { Passage($0.string ?? "") }
  }
}
