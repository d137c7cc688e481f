import Diagnostics
import Rubrics
import Values

/// A case at an edge, as a rubric test and as a line to tick.
package struct EdgeCase: Sendable {
  /// Unlike that of any other case of the file.
  package let name: String
  /// What is handed in, on one line.
  package let given: String
  /// What the program says, as its line to tick has it.
  package let computed: String
  let owner: Edge.Owner
  /// The lines of the case but for its result.
  let lines: [String]
  /// What the program says, as the test has it.
  let expectation: String
}

/// Writes a case as YAML.
struct EdgeCaseText {
  let rubric: Rubric

  /// The lines of the file from `name:` to the evidence.
  func lines(_ edge: Edge, _ name: String) -> [String] {
    var lines = ["  - name: \(Self.quoted(name))"]
    // What stands beside a gate is open: only its own view shows what it leaves.
    if case .gate = edge.owner { lines.append("    mode: self") }
    if edge.needsPeriod {
      lines.append(
        "    period: {from: \(EdgeSolver.periodStart?.isoText ?? ""), to: \(EdgeSolver.periodEnd?.isoText ?? "")}"
      )
      lines.append("    as of: \(EdgeSolver.periodEnd?.isoText ?? "")")
    }
    let material = edge.material
    let facts = material.facts.sorted { $0.key < $1.key }.map {
      "\(Self.key(rubric.facts[$0.key].name)): \(Self.cell($0.value))"
    }
    if !facts.isEmpty { lines.append("    facts: {\(facts.joined(separator: ", "))}") }
    rows("tables", material.tables, rubric.tables, into: &lines)
    rows("surveys", material.surveys, rubric.surveys, into: &lines)
    let documents = material.documents.sorted { $0.key < $1.key }.map {
      "\(Self.key(rubric.documents[$0.key].name)): \($0.value)"
    }
    if !documents.isEmpty { lines.append("    documents: {\(documents.joined(separator: ", "))}") }
    let findings = material.findings.sorted { $0.key < $1.key }.map {
      "\(Self.key(rubric.findings[$0.key].name)): \($0.value)"
    }
    if !findings.isEmpty { lines.append("    findings: {\(findings.joined(separator: ", "))}") }
    judgements(material.marks, into: &lines)
    return lines
  }

  private func rows(
    _ key: String, _ tables: [Int: [EdgeMaterial.Row]], _ declared: [TableDeclaration],
    into lines: inout [String]
  ) {
    guard !tables.isEmpty else { return }
    lines.append("    \(key):")
    for (number, rows) in tables.sorted(by: { $0.key < $1.key }) {
      let name = Self.key(declared[number].name)
      if rows.isEmpty {
        lines.append("      \(name): []")
        continue
      }
      lines.append("      \(name):")
      for row in rows {
        let cells = row.sorted { $0.key < $1.key }.map {
          "\(Self.key(declared[number].columns[$0.key].name)): \(Self.cell($0.value))"
        }
        lines.append("        - {\(cells.joined(separator: ", "))}")
      }
    }
  }

  private func judgements(_ marks: [EdgeMaterial.Mark], into lines: inout [String]) {
    guard !marks.isEmpty else { return }
    lines.append("    judgements:")
    let reason = Self.quoted(EdgesWording.reason.text(in: rubric.language))
    for mark in marks {
      let value =
        mark.band.map { "band: \($0), value: \(mark.value)" } ?? "mark: \(mark.value)"
      lines.append(
        "      - {by: \(mark.by), role: \(Self.key(mark.role)), marks: {\(Self.key(mark.item)): {\(value), reason: \(reason)}}}"
      )
    }
  }

  /// What is handed in, without YAML's marks, on one line.
  func given(_ edge: Edge) -> String {
    let material = edge.material
    var parts = material.facts.sorted { $0.key < $1.key }.map {
      "\(rubric.facts[$0.key].name)=\($0.value)"
    }
    func tell(_ tables: [Int: [EdgeMaterial.Row]], _ declared: [TableDeclaration]) {
      for (number, rows) in tables.sorted(by: { $0.key < $1.key }) {
        var told: [(text: String, count: Int)] = []
        for row in rows {
          let text = row.sorted { $0.key < $1.key }.map {
            "\(declared[number].columns[$0.key].name)=\($0.value)"
          }.joined(separator: " ")
          if told.last?.text == text {
            told[told.count - 1].count += 1
          } else {
            told.append((text, 1))
          }
        }
        let shown = told.map { $0.count == 1 ? "(\($0.text))" : "(\($0.text))×\($0.count)" }
        parts.append("\(declared[number].name)[\(rows.count)]: " + shown.joined(separator: " "))
      }
    }
    tell(material.tables, rubric.tables)
    tell(material.surveys, rubric.surveys)
    parts += material.documents.sorted { $0.key < $1.key }.map {
      "\(rubric.documents[$0.key].name)×\($0.value)"
    }
    parts += material.findings.sorted { $0.key < $1.key }.map {
      EdgesWording.finding(rubric.findings[$0.key].name, $0.value).text(in: rubric.language)
    }
    parts += material.marks.map { "\($0.by)=\($0.value)" }
    return parts.joined(separator: rubric.language == .zh ? "；" : "; ")
  }

  // MARK: scalars

  static func key(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// A cell: numbers, days and words as they are.
  static func cell(_ text: String) -> String {
    isPlain(text) || Number(text) != nil ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "'"
      + line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static let reserved: Set<String> = [
    "true", "false", "null", "yes", "no", "on", "off", "y", "n",
  ]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return !reserved.contains(text.lowercased())
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
      }
  }
}
