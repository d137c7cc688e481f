package import Diagnostics
package import FEEL
package import Formats
package import Values

/// Checks the expressions of a file against the names that they may see.
///
/// Adds what only the file knows to what FEEL says: that YAML took the quotes of a text, and that a
/// name is a column of a table.
package struct Expressions: Sendable {
  package private(set) var scope: Scope
  /// By column: the tables that have it.
  private let columns: [String: [(table: String, place: Place)]]
  private var lint: ExpressionLint

  package init(_ scope: Scope, tables: [TableDeclaration]) {
    self.init(scope, tables: tables, ExpressionLint())
  }

  init(_ scope: Scope, tables: [TableDeclaration], _ lint: ExpressionLint) {
    self.scope = scope
    self.lint = lint
    var columns: [String: [(table: String, place: Place)]] = [:]
    for table in tables {
      for column in table.columns {
        columns[column.name, default: []].append((table.name, column.place))
      }
    }
    self.columns = columns
  }

  package func adding(_ entries: [Scope.Entry]) -> Expressions {
    var more = self
    more.scope = Scope(scope.entries + entries)
    return more
  }

  func knowing(_ lint: ExpressionLint) -> Expressions {
    var more = self
    more.lint = lint
    return more
  }

  /// - Returns: `nil` when a mistake was reported as an error.
  package func plan(
    _ scalar: Scalar, expecting shape: Shape?, into diagnostics: inout Diagnostics
  ) -> Plan? {
    if reportTakenQuotes(scalar, into: &diagnostics) { return nil }
    var found = Diagnostics()
    let plan = Plan.expression(
      scalar.passage, in: scope, mode: .strict, expecting: shape, into: &found)
    if let plan { lint.look(at: plan, into: &found) }
    diagnostics.append(explained(found))
    return plan
  }

  /// The tested value is the entry `?` of the scope.
  package func tests(
    _ scalar: Scalar, over shape: Shape, into diagnostics: inout Diagnostics
  ) -> Plan? {
    if reportTakenQuotes(scalar, into: &diagnostics) { return nil }
    var found = Diagnostics()
    let plan = Plan.unaryTests(
      scalar.passage, over: shape, in: scope, mode: .strict, into: &found)
    if let plan { lint.look(at: plan, into: &found) }
    diagnostics.append(explained(found))
    return plan
  }

  package func plan(_ table: DecisionTable, into diagnostics: inout Diagnostics)
    -> DecisionTablePlan?
  {
    var found = Diagnostics()
    let plan = table.plan(in: scope, mode: .strict, into: &found)
    diagnostics.append(explained(found))
    return plan
  }

  /// `role: "RN"` is the name RN for FEEL, because YAML took the quotes.
  package func reportTakenQuotes(_ scalar: Scalar, into diagnostics: inout Diagnostics) -> Bool {
    guard scalar.style == .doubleQuoted || scalar.style == .singleQuoted else { return false }
    let text = scalar.text
    guard isExpressionName(text), scope[text] == nil, columns[text] == nil,
      !text.contains(where: { "-+*/.".contains($0) })
    else { return false }
    diagnostics.report(.quotesTaken(text, at: scalar.place))
    return true
  }

  private func explained(_ found: Diagnostics) -> Diagnostics {
    var explained = Diagnostics()
    for diagnostic in found.all {
      if diagnostic.meaning == .unknownName, let place = diagnostic.place,
        case .text(let source, let span) = place,
        let tables = columns[String(source.slice(span))]
      {
        explained.report(
          .bareColumn(
            String(source.slice(span)), of: tables.map(\.table), declared: tables.map(\.place),
            at: place))
      } else {
        explained.report(diagnostic)
      }
    }
    return explained
  }
}
