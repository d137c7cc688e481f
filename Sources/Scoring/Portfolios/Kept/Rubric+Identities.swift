import Diagnostics
import FEEL
import Formats
import Rubrics
import Values

/// Everything that decides what a column of a portfolio holds, as one text: two rubrics that agree in it read the same.
extension Rubric {
  /// What a fact or a column is read as.
  func identity(of declaration: Declaration) -> String {
    let word = "\u{1F}"
    var words = [declaration.name, "\(declaration.shape.withoutUnits)", "\(declaration.origin)"]
    // Units are read in cells: how its reader counts, and which days it takes.
    words.append("\(DeclaredReader.scale(of: declaration))")
    words.append("\(DeclaredReader.dates(of: declaration))")
    words.append(declaration.isWhole ? "whole" : "")
    words.append(declaration.mustBe?.passage.text ?? "")
    words.append(declaration.allowed.map { $0.joined(separator: word) } ?? "")
    switch declaration.absent {
    case .unknown: words.append("unknown")
    case .null: words.append("null")
    case .value(let value): words.append("value \(value)")
    }
    words.append(declaration.blanks.joined(separator: word))
    words.append(declaration.headers.joined(separator: word))
    words.append(
      declaration.booleans.map { ($0.yes + ["|"] + $0.no).joined(separator: word) } ?? "")
    words.append(declaration.isPrivate ? "private" : "")
    words.append(declaration.same.map(identity) ?? "")
    return words.joined(separator: "\u{1E}")
  }

  private func identity(of ways: Set<FoldedName.Way>) -> String {
    "same \(ways.map(\.rawValue).sorted().joined(separator: "\u{1F}"))"
  }

  /// How rows find their subject.
  package var subjectIdentity: String {
    [subject.keyColumn ?? "", subject.same.map(identity) ?? ""].joined(separator: "\u{1E}")
  }

  private func identity(of table: TableDeclaration) -> String {
    var words = [table.name, "\(table.origin)", "\(table.anonymousFrom ?? 0)"]
    if table.takesAllRows { words.append("all rows") }
    if !table.fillDown.isNothing {
      words.append("\(table.fillDown.key) \(table.fillDown.columns)")
    }
    return (words + table.columns.map { identity(of: $0) }).joined(separator: "\u{1D}")
  }

  /// What a pass tells: its words mean cells of rows of one table, facts of their subject, and nothing else.
  func identity(of aggregate: FusedAggregate) -> String {
    let used = (aggregate.filter?.facts ?? []).sorted().compactMap { slot -> String? in
      if case .fact(let fact) = slots[slot] { identity(of: facts[fact]) } else { nil }
    }
    let parts = [
      String(aggregate.plan.text(of: aggregate.plan.step)), identity(of: tables[aggregate.table]),
    ]
    return (parts + used).joined(separator: "\u{1C}")
  }
}

extension Shape {
  /// Units are labels; what they mean in cells is the scale.
  fileprivate var withoutUnits: Shape {
    switch self {
    case .number: .number
    case .optional(let shape): .optional(shape.withoutUnits)
    default: self
    }
  }
}
