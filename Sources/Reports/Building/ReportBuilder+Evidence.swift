import Diagnostics
import FEEL
import Formats
import Rubrics
import Scoring
import Values

extension ReportBuilder {
  /// Values and rows of a derivation; judgements and documents have lines of their own.
  func derivation(_ derivation: Derivation) -> [Report.DerivationLine] {
    var lines: [Report.DerivationLine] = []
    for line in derivation.lines {
      switch line {
      case .withheld(let expression):
        lines.append(
          Report.DerivationLine(
            isDeciding: false, label: ReportsWording.figure,
            expression: ValueText.oneLine(expression), value: withheld, rows: []
          )
        )
      case .value(let expression, let value, _):
        lines.append(
          Report.DerivationLine(
            isDeciding: false, label: ReportsWording.figure,
            expression: ValueText.oneLine(expression), value: ValueText.text(value), rows: []
          )
        )
      case .fired(let wording, _, _, _):
        lines.append(
          Report.DerivationLine(
            isDeciding: true, label: wording, expression: nil, value: nil, rows: []
          )
        )
      case .rows(let use):
        let rows = rows(use)
        if let last = lines.indices.last {
          lines[last].rows.append(rows)
        } else {
          lines.append(
            Report.DerivationLine(
              isDeciding: false, label: ReportsWording.rows, expression: nil, value: nil,
              rows: [rows]
            )
          )
        }
      case .note(let wording):
        lines.append(
          Report.DerivationLine(
            isDeciding: false, label: wording, expression: nil, value: nil, rows: []
          )
        )
      case .judgement, .panel, .document, .answers: break
      }
    }
    return lines
  }

  /// In the place of a value that gives private cells away.
  private var withheld: String { ReportsWording.privateValue.text(in: rubric.language) }

  private func rows(_ use: RowUse) -> Report.RowsUsed {
    func shown(_ lines: [ClosedRange<Int>]) -> String {
      let ranges = lines.map {
        $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
      }
      // A scattered selection would fill a page; the filter beside it says which rows they are.
      return ranges.prefix(12).joined(separator: ", ") + (ranges.count > 12 ? ", …" : "")
    }
    let lines = shown(use.lines)
    let count = use.openCount > 0 ? "\(use.count)..\(use.count + use.openCount)" : "\(use.count)"
    return Report.RowsUsed(
      file: use.file,
      lines: lines.isEmpty ? "–" : lines,
      filter: use.expression == use.table ? nil : ValueText.oneLine(use.expression),
      count: count,
      leftOut: use.leftOut.isEmpty ? nil : shown(use.leftOut)
    )
  }

  func line(_ result: FigureResult) -> Report.FigureLine {
    let figure = result.figure
    let expression =
      switch figure.value {
      case .expression(let plan): ValueText.oneLine(plan.passage.text)
      case .table: ReportsWording.decisionTable.text(in: rubric.language)
      case .calendar(let rule): ValueText.oneLine(rule.over.passage.text)
      }
    return Report.FigureLine(
      name: figure.name,
      title: figure.title,
      unit: figure.unit,
      expression: expression,
      value: result.isWithheld ? withheld : ValueText.text(result.value),
      rows: result.derivation.lines.compactMap {
        if case .rows(let use) = $0 { rows(use) } else { nil }
      }
    )
  }

  func line(_ result: InputResult) -> Report.InputLine {
    let declaration = result.declaration
    let isUnknown = if case .unknown = result.value { true } else { false }
    let value: String? =
      if isUnknown { nil } else if declaration.isPrivate {
        withheld
      } else { ValueText.text(result.value) }
    // What was done to a private cell tells how it is written.
    let notes = (declaration.isPrivate ? [] : result.notes) + (result.provenance.map { [$0] } ?? [])
    return Report.InputLine(
      name: declaration.name,
      title: declaration.title,
      unit: declaration.unit,
      value: value,
      origin: ReportsWording.origin(declaration.origin).text(in: rubric.language),
      place: result.place?.description,
      notes: notes,
      items: itemsResting(on: declaration.name),
      party: { if case .party(let role) = declaration.origin { role } else { nil } }()
    )
  }

  func line(_ file: EvidenceFile) -> Report.FileLine {
    Report.FileLine(
      path: file.path,
      kind: file.kind,
      name: file.name,
      digest: file.digest,
      rowCount: file.rowCount,
      items: items(restingOn: file)
    )
  }

  /// A document that does not count is used by nothing; its kind is compared as headers are.
  private func items(restingOn file: EvidenceFile) -> [String] {
    guard file.kind == .document else { return itemsResting(on: file.name) }
    guard !evaluation.documentsSetAside.contains(file.path) else { return [] }
    let kind = HeaderName(file.name)
    let declared = evaluation.rubric.documents.first { HeaderName($0.name) == kind }
    return itemsResting(on: declared?.name ?? file.name)
  }

  /// By input: the ids of the items whose expressions or evidence rest on it, in the order of the rubric.
  static func itemsByInput(of rubric: Rubric) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for item in rubric.everyItem {
      var names = Set(rubric.slots(behind: item.inputs).compactMap(rubric.name(ofSlot:)))
      names.formUnion(item.evidence.map { rubric.documents[$0.document].name })
      if let survey = item.plan.survey { names.insert(rubric.surveys[survey].name) }
      for name in names { found[name, default: []].append(item.id) }
    }
    return found
  }

  private func itemsResting(on name: String) -> [String] { itemsByInput[name] ?? [] }
}
