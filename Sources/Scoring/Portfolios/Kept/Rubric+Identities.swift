import Diagnostics
import FEEL
import Formats
import Rubrics
import Values

/// Everything that decides what a column of a portfolio holds, as one text: two rubrics that agree in it read the same.
extension Rubric {
  /// What a fact or a column is read as.
  func identity(of declaration: Declaration) -> String {
    var words = [declaration.name, "\(declaration.shape.withoutUnits)"]
    words.append(declaration.isWhole ? "whole" : "")
    words.append(declaration.mustBe?.passage.text ?? "")
    words.append(declaration.allowed.map { $0.joined(separator: "\u{1F}") } ?? "")
    switch declaration.absent {
    case .unknown: words.append("unknown")
    case .null: words.append("null")
    case .value(let value): words.append("value \(value)")
    }
    words.append(declaration.blanks.joined(separator: "\u{1F}"))
    words.append(declaration.headers.joined(separator: "\u{1F}"))
    words.append(
      declaration.booleans.map { ($0.yes + ["|"] + $0.no).joined(separator: "\u{1F}") } ?? "")
    if let same = declaration.same {
      words.append("same \(same.map(\.rawValue).sorted().joined(separator: "\u{1F}"))")
    }
    return words.joined(separator: "\u{1E}")
  }

  private func identity(of table: TableDeclaration) -> String {
    let fillDown =
      table.fillDown.isNothing ? [] : ["\(table.fillDown.key) \(table.fillDown.columns)"]
    return ([table.name] + fillDown + table.columns.map { identity(of: $0) })
      .joined(separator: "\u{1D}")
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
  /// Units are labels.
  fileprivate var withoutUnits: Shape {
    switch self {
    case .number: .number
    case .optional(let shape): .optional(shape.withoutUnits)
    default: self
    }
  }
}
