package import Diagnostics
package import FEEL
import Formats
package import Values

/// Checks decision tables as rubrics and policies write them.
package struct TableChecker {
  /// What a rule's `cite` becomes, or `nil` with a report.
  package typealias Citing = (Record, inout Diagnostics) -> Citation?

  let expressions: Expressions
  package var diagnostics = Diagnostics()

  package init(_ expressions: Expressions) {
    self.expressions = expressions
  }

  /// - Returns: `nil` when a mistake was reported as an error.
  package mutating func check(
    _ record: Record, expecting shape: Shape?, citing: @escaping Citing
  ) -> RuleTable? {
    let errorsBefore = diagnostics.errorCount
    let shape = shape ?? record.string("output").flatMap { Shape(typeName: $0) }
    if record.construct.name == "cross-tab" {
      return checkCrossTab(record, expecting: shape, citing: citing)
    }
    guard let (hitPolicy, aggregation) = DecisionTable.policy(record.string("hit policy")) else {
      return nil
    }
    let inputs = inputs(record, "inputs")
    let outputs = outputs(record)
    let columnCount = inputs.count + outputs.count
    if hitPolicy.goesByOutputs, outputs.allSatisfy({ $0.values == nil }) {
      diagnostics.report(
        .resultsWithoutOrder(
          record.string("hit policy") ?? "", at: record.keyPlace("hit policy")))
    }
    guard !inputs.isEmpty, !record.unreadable.contains("inputs"),
      !record.unreadable.contains("rules")
    else { return nil }
    var rules: [RuleTable.Rule] = []
    for written in record.list("rules") {
      let (tests, results) = cells(written, inputCount: inputs.count)
      for cell in tests + results { _ = expressions.reportTakenQuotes(cell, into: &diagnostics) }
      guard tests.count == inputs.count, results.count == outputs.count else {
        diagnostics.report(
          .cellCount(tests.count + results.count, expected: columnCount, at: written.firstPlace))
        continue
      }
      rules.append(
        RuleTable.Rule(
          tests: tests.map(\.passage), outputs: results.map(\.passage),
          says: written.record?.wording("says"),
          citation: written.record.flatMap { citing($0, &diagnostics) },
          place: written.firstPlace))
    }
    if rules.isEmpty, diagnostics.errorCount == errorsBefore {
      diagnostics.report(.noRules(at: record.keyPlace("rules")))
    }
    guard diagnostics.errorCount == errorsBefore else { return nil }
    let table = DecisionTable(
      hitPolicy, aggregation: aggregation, inputs: inputs, outputs: outputs,
      rules: rules.map { DecisionTable.Rule(tests: $0.tests, outputs: $0.outputs) })
    guard let plan = expressions.plan(table, into: &diagnostics) else { return nil }
    return checked(plan, of: table, rules, record, shape, key: "rules")
  }

  /// The table, where it gives what is expected of it.
  mutating func checked(
    _ plan: DecisionTablePlan, of table: DecisionTable, _ rules: [RuleTable.Rule],
    _ record: Record, _ shape: Shape?, key: String, crossTab: CrossTab? = nil
  ) -> RuleTable? {
    let errorsBefore = diagnostics.errorCount
    if let shape, !plan.shape.isLike(shape) {
      diagnostics.report(.tableGives(plan.shape, expected: shape, at: record.keyPlace(key)))
      return nil
    }
    if let shape {
      for (index, rule) in plan.rules.enumerated() {
        guard let found = rule.outputs.first?.constantValue?.plainShape, !found.isLike(shape) else {
          continue
        }
        diagnostics.report(.tableGives(found, expected: shape, at: rules[index].place))
      }
    }
    guard diagnostics.errorCount == errorsBefore else { return nil }
    return RuleTable(
      plan: plan, inputs: table.inputs.map(\.expression), rules: rules,
      otherwise: record.scalar("default")?.passage, place: record.keyPlace(key),
      crossTab: crossTab)
  }

  /// What a key lists, or the one input behind it.
  func inputs(_ record: Record, _ key: String) -> [DecisionTable.Input] {
    let one = record.list(key).isEmpty ? record.value(key).map { [$0] } ?? [] : record.list(key)
    return one.compactMap { written in
      switch written {
      case .record(let input):
        input.scalar("expression").map {
          DecisionTable.Input($0.passage, allowed: input.scalar("values")?.passage)
        }
      default: written.scalar.map { DecisionTable.Input($0.passage) }
      }
    }
  }

  func outputs(_ record: Record) -> [DecisionTable.Output] {
    let otherwise = record.scalar("default")?.passage
    let named = record.construct.key("outputs") == nil ? [] : record.records("outputs")
    guard !named.isEmpty else { return [DecisionTable.Output(otherwise: otherwise)] }
    return named.map { output in
      DecisionTable.Output(
        output.string("name"), values: values(output), otherwise: named.count == 1 ? otherwise : nil
      )
    }
  }

  /// The values of an output as one passage of unary tests, in their order.
  private func values(_ output: Record) -> Passage? {
    let passages = output.list("values").compactMap { $0.scalar?.passage }
    guard let first = passages.first else { return nil }
    var text = ""
    var segments: [Passage.Segment] = []
    for passage in passages {
      if !text.isEmpty { text += ", " }
      let offset = text.utf8.count
      segments += passage.segments.map {
        Passage.Segment(start: $0.start + offset, fileStart: $0.fileStart)
      }
      text += passage.text
    }
    return Passage(text, in: first.source, segments: segments)
  }

  private func cells(_ written: Written, inputCount: Int) -> (tests: [Scalar], results: [Scalar]) {
    switch written {
    case .list(let members, _):
      let cells = members.compactMap(\.scalar)
      return (Array(cells.prefix(inputCount)), Array(cells.dropFirst(inputCount)))
    case .record(let rule):
      let results = rule.value("then").map { then in
        if case .list(let members, _) = then {
          members.compactMap(\.scalar)
        } else {
          [then.scalar].compactMap { $0 }
        }
      }
      return (rule.list("when").compactMap(\.scalar), results ?? [])
    default: return ([], [])
    }
  }
}

extension Written {
  /// Where it begins: a short place for messages about all of it.
  var firstPlace: Place {
    if case .list(let members, let place) = self { members.first?.place ?? place } else { place }
  }
}

extension DecisionTable.HitPolicy {
  /// Whether the declared order of results decides.
  fileprivate var goesByOutputs: Bool { self == .priority || self == .outputOrder }
}

extension DecisionTable {
  /// A hit policy as rubrics spell it.
  package static func policy(_ word: String?) -> (HitPolicy, Aggregation?)? {
    switch word {
    case "unique": (.unique, nil)
    case "any": (.any, nil)
    case "priority": (.priority, nil)
    case "first": (.first, nil)
    case "rule order": (.ruleOrder, nil)
    case "output order": (.outputOrder, nil)
    case "collect": (.collect, nil)
    case "collect sum": (.collect, .sum)
    case "collect min": (.collect, .min)
    case "collect max": (.collect, .max)
    case "collect count": (.collect, .count)
    default: nil
    }
  }
}

extension Shape {
  /// Whether values of the two may be the same kind of thing; units and nulls aside.
  func isLike(_ other: Shape) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _), (_, .null): true
    case (.optional(let inner), _): inner.isLike(other)
    case (_, .optional(let inner)): isLike(inner)
    case (.number, .number): true
    default: self == other
    }
  }
}
