package import Diagnostics
import FEEL
import Formats
import Rubrics
import Values

/// Reads and checks a policy file.
package struct PolicyReader {
  let root: Record
  let source: SourceText
  var diagnostics = Diagnostics()
  private var sources: [Source] = []
  var expressions = Expressions(Scope([]), tables: [])
  var slots: [PolicySlot] = []
  var steps: [PolicyStep] = []

  /// The policy in `source`; `digest` is the SHA-256 of the file's bytes.
  ///
  /// - Returns: `nil` when a mistake was reported as an error.
  package static func read(
    _ source: SourceText,
    digest: String,
    into diagnostics: inout Diagnostics
  ) -> Policy? {
    var found = Diagnostics()
    defer { diagnostics.append(found) }
    guard let node = YAMLReader.read(source, into: &found),
      let root = WrittenReader.read(node, as: "policy", by: .policy, into: &found)
    else { return nil }
    var reader = PolicyReader(root: root, source: source)
    let policy = reader.check(digest: digest)
    found.append(reader.diagnostics)
    return found.hasErrors ? nil : policy
  }

  private init(root: Record, source: SourceText) {
    self.root = root
    self.source = source
  }

  private mutating func check(digest: String) -> Policy? {
    sources = root.map("sources").compactMap { Source($0) }
    let language: Language = root.choice("language") ?? .zh
    var declarations = DeclarationChecker(language: language)
    let facts = declarations.facts(of: root)
    diagnostics.append(declarations.diagnostics)
    checkNames(facts)
    checkFigures()
    let actions = checkActions()
    let table = root.record("decide").flatMap { ruleTable($0, expecting: .string) }
    if let table { checkOutputs(of: table, among: actions) }
    let conditions = root.records("conditions").compactMap { condition($0) }
    let money = checkMoney()
    guard let id = root.string("policy"), let edition = root.string("edition"),
      let title = root.wording("title"), let table
    else { return nil }
    return Policy(
      id: id, edition: edition, title: title, language: language, digest: digest,
      path: source.path, sources: sources, appliesTo: root.strings("applies to"), facts: facts,
      steps: steps, slots: slots, actions: actions, table: table, conditions: conditions,
      money: money
    )
  }

  private mutating func checkNames(_ facts: [Declaration]) {
    slots = ResultName.allCases.map { .result($0) } + facts.indices.map { .fact($0) }
    var entries = ResultName.allCases.enumerated().map { slot, name in
      Scope.Entry(name.rawValue, name.shape, slot: slot)
    }
    for (index, fact) in facts.enumerated() {
      if ResultName(rawValue: fact.name) != nil {
        diagnostics.report(.policyNameTaken(fact.name, at: fact.place))
      }
      entries.append(Scope.Entry(fact.name, fact.shape, slot: ResultName.allCases.count + index))
    }
    expressions = Expressions(Scope(entries), tables: [])
  }

  private mutating func checkActions() -> [Action] {
    var actions: [Action] = []
    for record in root.records("actions") {
      guard let id = record.string("id"), let title = record.wording("title") else { continue }
      if actions.contains(where: { $0.id == id }) {
        diagnostics.report(.actionTwice(id, at: record.keyPlace("id")))
      } else {
        actions.append(Action(id: id, title: title))
      }
    }
    return actions
  }

  /// A rule that gives a text which is no action would recommend nothing.
  private mutating func checkOutputs(of table: RuleTable, among actions: [Action]) {
    for rule in table.rules {
      for output in rule.outputs {
        let text = output.text.trimmingPrefix { $0 == " " }
        guard text.first == "\"", text.last == "\"", text.count >= 2 else { continue }
        let id = String(text.dropFirst().dropLast())
        if !actions.contains(where: { $0.id == id }) {
          diagnostics.report(.unknownAction(id, at: rule.place, among: actions.map(\.id)))
        }
      }
    }
  }

  mutating func ruleTable(_ record: Record, expecting shape: Shape?) -> RuleTable? {
    var checker = TableChecker(expressions)
    let known = sources
    let table = checker.check(record, expecting: shape) { rule, diagnostics in
      Self.citation(rule, among: known, into: &diagnostics)
    }
    diagnostics.append(checker.diagnostics)
    return table
  }

  private mutating func condition(_ record: Record) -> Condition? {
    guard let when = plan(record, "when", .boolean), let says = record.wording("says") else {
      return nil
    }
    let by = record.has("by") ? plan(record, "by", .optional(.date)) : nil
    return Condition(
      when: when, says: says, citation: citation(record), by: by, place: record.place
    )
  }

  mutating func plan(_ record: Record, _ key: String, _ shape: Shape) -> Plan? {
    record.scalar(key).flatMap { expressions.plan($0, expecting: shape, into: &diagnostics) }
  }

  mutating func citation(_ record: Record) -> Citation? {
    Self.citation(record, among: sources, into: &diagnostics)
  }

  private static func citation(
    _ record: Record, among sources: [Source], into diagnostics: inout Diagnostics
  ) -> Citation? {
    guard let scalar = record.scalar("cite") else { return nil }
    let citation = Citation(written: scalar.text)
    if sources.contains(where: { $0.id == citation.source }) { return citation }
    diagnostics.report(
      .unknownSource(citation.source, among: sources.map(\.id), at: scalar.place)
    )
    return nil
  }
}
