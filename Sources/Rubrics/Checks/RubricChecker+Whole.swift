import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  mutating func check(digest: String) -> Rubric? {
    guard isOfReasonableSize() else { return nil }
    checkNames()
    checkFigures()
    finishSlots()
    checkStages()
    panels = root.map("panels").compactMap { checkPanel($0) }
    let cohort = checkCohort()
    let sections = checkSections(root.records("sections"))
    let bonus = root.record("bonus").flatMap { checkBonus($0) }
    let deductions = root.records("deductions").compactMap { checkDeduction($0) }
    let total = root.record("total").flatMap { checkTotal($0) }
    let grades = checkGrades()
    let admission = root.records("admission").compactMap { checkBar($0) }
    let caps = root.records("caps").compactMap { checkGate($0, grades, isVeto: false) }
    let vetoes = root.records("vetoes").compactMap { checkGate($0, grades, isVeto: true) }
    let together = root.records("together").compactMap { checkTogether($0) }
    let accepted = checkAcceptances()
    let movement = root.record("movement").flatMap { checkMovement($0, grades) }
    let downgrades = root.records("downgrades").compactMap { checkDowngrade($0) }
    let reEvaluation = root.record("re-evaluation").flatMap { checkReEvaluation($0, grades) }
    let validity = root.record("validity").flatMap { checkValidity($0, grades) }
    checkPasses(
      sections.flatMap(\.allItems) + (bonus?.items ?? []) + deductions.map(\.item), sections,
      cohort,
      others: (caps + vetoes).compactMap(\.trigger.plan)
        + downgrades.compactMap(\.trigger.plan) + [total?.formula].compactMap { $0 })
    var resultPlan: ResultPlan?
    if let total, let grades, sections.count == root.records("sections").count {
      reportPartsWithoutShare(sections, total)
      let plan = ResultPlan(
        admission: admission, sections: sections, bonus: bonus, losses: deductions, total: total,
        standing: StandingPlan.steps(
          grades, over: sections, movement: movement, reEvaluation: reEvaluation, caps: caps,
          downgrades: downgrades, vetoes: vetoes))
      prove(grades, total, plan)
      resultPlan = plan
    }
    reportBeforeComparison(admission, sections)
    guard !diagnostics.hasErrors, let id = root.string("rubric"),
      let edition = root.string("edition"), let title = root.wording("title"),
      let subject = subject(), let total, let grades, let resultPlan
    else { return nil }
    var rubric = Rubric(
      id: id, edition: edition, language: syntax.language, title: title,
      note: root.wording("note"), isFictional: root.boolean("fictional") ?? false,
      subject: subject, digest: digest, path: syntax.source.path, sources: sources, facts: facts,
      tables: tables, surveys: surveys, documents: documents, findings: findings,
      parties: parties, stages: stages, figures: figures, panels: panels, slots: slots,
      sections: sections,
      bonus: bonus,
      deductions: deductions, total: total, admission: admission, caps: caps, vetoes: vetoes,
      movement: movement, downgrades: downgrades, reEvaluation: reEvaluation, validity: validity,
      grades: grades, together: together, accepted: accepted,
      heads: root.record("heads").map(SheetHeads.init), questions: syntax.questions, cohort: cohort,
      resultPlan: resultPlan,
      privateFrom: root.number("private from")?.intValue ?? Privacy.usualLeastRows)
    rubric.privacy = Privacy(rubric)
    if isWhole { reportIdleNames(rubric) }
    reportTotals(in: rubric)
    return diagnostics.hasErrors ? nil : rubric
  }

  /// Larger rubrics were written by a machine, and some checks compare everything with everything.
  private mutating func isOfReasonableSize() -> Bool {
    let names =
      ["sources", "facts", "tables", "surveys", "documents", "findings"].map { root.map($0).count }
      .reduce(0, +)
    let columns = (root.map("tables") + root.map("surveys")).map { entry -> Int in
      if case .map(let columns, _) = entry.value { return columns.count }
      return entry.value.record?.map("columns").count ?? 0
    }
    let counts: [(Wording, Int, Int)] = [
      (Wording(en: "declared names", zh: "声明的名称"), names, 2000),
      (Wording(en: "columns", zh: "列"), columns.reduce(0, +), 5000),
      (Wording(en: "figures", zh: "中间数"), root.map("define").count, 1000),
      (Wording(en: "items", zh: "指标"), syntax.allItems.count, 2000),
      (Wording(en: "sections", zh: "部分"), syntax.allSections.count, 1000),
      (Wording(en: "grades", zh: "等级"), root.list("grades").count, 100),
      (Wording(en: "gates", zh: "门槛"), root.list("caps").count + root.list("vetoes").count, 500),
    ]
    for (what, count, most) in counts where count > most {
      diagnostics.report(.tooMany(what, count, most, at: root.place))
    }
    return !diagnostics.hasErrors
  }

  private func subject() -> SubjectKind? {
    switch root.value("subject") {
    case .record(let record):
      record.string("kind").map {
        SubjectKind(
          kind: $0, keyColumn: record.string("key"),
          same: record.has("same")
            ? Set(record.strings("same").compactMap(FoldedName.Way.init)) : nil)
      }
    case .text(let scalar): SubjectKind(kind: scalar.text, keyColumn: nil, same: nil)
    default: nil
    }
  }
}
