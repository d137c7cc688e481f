import Diagnostics
import Formats
package import Rubrics
import Values

/// Gives the cells of an evidence source the types that a rubric declares; made once for many subjects.
package struct EvidenceReader: Sendable {
  let rubric: Rubric
  let facts: [DeclaredReader]
  let tables: [TableReader]
  let surveys: [TableReader]

  package init(_ rubric: Rubric) {
    self.rubric = rubric
    facts = rubric.facts.map(DeclaredReader.init)
    let toldApart = rubric.textsToldApart
    tables = rubric.tables.map { TableReader($0, toldApart: toldApart) }
    surveys = rubric.surveys.map { TableReader($0, isSurvey: true, toldApart: toldApart) }
  }

  /// In what all panels say that the names of one assessor may differ.
  private var sameNames: Set<FoldedName.Way> {
    let panels = rubric.everyItem.compactMap { $0.plan.panel?.same }
    return panels.dropFirst().reduce(panels.first ?? []) { $0.intersection($1) }
  }

  package func read(_ source: EvidenceSource, in setting: EvidenceSetting) -> Evidence {
    var diagnostics = Diagnostics()
    let source = withKnownAssessors(
      withReadableMarks(source, into: &diagnostics), into: &diagnostics)
    let inputs = facts.map {
      FactReader.read($0, for: rubric.id, source, setting, into: &diagnostics)
    }
    let history = (setting.history ?? []).given(by: rubric.id)
    let tables = zip(rubric.tables, self.tables).map { declaration, reader in
      read(declaration, reader, source, setting, into: &diagnostics)
    }
    let surveys = zip(rubric.surveys, self.surveys).map { declaration, reader in
      let table =
        declaration.found(in: source.surveys)
        ?? (setting.ignoresOrigins ? source.surveys[HeaderName(declaration.name)] : nil)
      return reader.readAnswers(table, into: &diagnostics)
    }
    let documents = rubric.documents.map { weigh($0, source, setting.period) }
    let kinds = zip(rubric.documents, documents).map { declaration, files in
      documentTable(declaration, files, source)
    }
    let slots = rubric.slots.map { slot -> Value in
      switch slot {
      case .fact(let index): inputs[index].value
      case .table(let index): tables[index]
      case .survey(let index): surveys[index]
      case .document(let index): kinds[index]
      case .periodStart: date(setting.period?.start, "period start")
      case .periodEnd: date(setting.period?.end, "period end")
      case .asOf: date(setting.asOf, "as of")
      case .judgements: source.judgementTable(same: sameNames)
      case .faults: source.faultTable()
      case .figure, .total, .items, .sections, .stage, .visit, .tested, .surveyColumn,
        .cohort:
        .null
      }
    }
    let known = (source.findings + setting.findings).filter {
      $0.about == nil || $0.about == setting.subject.id
    }
    let isWhole = source.hasWholeFindings && setting.hasWholeFindings
    let stageFaults = stageFaults(source, setting)
    let impartiality = Impartiality(source, setting)
    if !setting.ignoresOrigins { reportPersonalNumbers(source, into: &diagnostics) }
    if !setting.ignoresOrigins {
      setting.operation.report(
        of: setting.subject.id, asked: rubric.readsOperation,
        among: StatedOperation.Facts(source, declared: rubric.facts), into: &diagnostics)
    }
    reportBooks(tables, source, setting, into: &diagnostics)
    report(documents, source, into: &diagnostics)
    reportHistory(history, setting, into: &diagnostics)
    reportMarks(source, stageFaults, impartiality, in: setting.period, into: &diagnostics)
    return Evidence(
      subject: setting.subject, period: setting.period, asOf: setting.asOf, slots: slots,
      inputs: inputs,
      documents: zip(rubric.documents, documents).map { declaration, files in
        files.map { $0.use(as: declaration.name) }
      }, marks: source.marks,
      stageFaults: stageFaults, lostMarks: source.lostMarks, papers: source.judgements,
      faults: source.faults,
      advice: source.advice, impartiality: impartiality,
      findings: rubric.findings.map { state(of: $0, in: known, isWhole: isWhole) },
      hasWholeFindings: isWhole,
      confirmedFindings: known.count { $0.status == .confirmed },
      allegedFindings: known.count { $0.status == .alleged }, history: history,
      isReEvaluation: setting.isReEvaluation, diagnostics: diagnostics,
      related: setting.related)
  }

  private func state(
    of declaration: FindingDeclaration, in known: [FindingRecord], isWhole: Bool
  ) -> Evidence.FindingState {
    let named = known.filter { $0.what == declaration.name }
    if named.contains(where: { $0.status == .confirmed }) { return .confirmed }
    if named.contains(where: { $0.status == .alleged }) { return .alleged }
    return isWhole ? .none : .unreadable
  }

  private func date(_ date: CalendarDate?, _ name: String) -> Value {
    date.map(Value.date)
      ?? .unknown(Unknown(Bounds(.any), missing: [Missing(name, .absent)]))
  }

  /// Grades of the past that movement is measured from.
  private func reportHistory(
    _ history: [PastResult], _ setting: EvidenceSetting, into diagnostics: inout Diagnostics
  ) {
    if setting.isReEvaluation, rubric.reEvaluation == nil {
      diagnostics.report(.reEvaluationWithoutRule(rubric.id))
    }
    let takesPast = rubric.takenResults.contains { !$0.taken.isOfThisRound }
    guard rubric.movement != nil || takesPast else { return }
    let known = rubric.grades.lines.map(\.id)
    if rubric.movement != nil {
      for past in history {
        if let grade = past.grade, !known.contains(grade) {
          diagnostics.report(.pastGradeUnknown(grade, among: known, at: past.place))
        }
      }
    }
    for (earlier, later) in zip(history, history.dropFirst()) {
      if let one = earlier.date, let other = later.date, other < one {
        diagnostics.report(.historyOutOfOrder(at: later.place))
      }
    }
  }
}
