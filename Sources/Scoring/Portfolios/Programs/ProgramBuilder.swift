import FEEL
import Rubrics
import Values

/// Builds the programs of a portfolio around what they do not know.
///
/// A part that a program refuses is computed by the row evaluator for every subject, and the program is put together
/// again with what that gave as columns, until it refuses nothing more.
struct ProgramBuilder: Sendable {
  let scorer: SubjectScorer
  private let portfolio: Portfolio
  private let options: Portfolio.Options
  private let facts: [Column?]
  private let aggregates: [Column]
  private let figures: [FigureValue]

  init(_ portfolio: Portfolio, _ options: Portfolio.Options, times: TimeRecorder?) {
    self.portfolio = portfolio
    self.options = options
    aggregates = portfolio.fused?.columns(of: portfolio) ?? []
    facts = portfolio.factColumns
    figures = portfolio.fused?.figures.values ?? portfolio.rubric.figures.map(\.value)
    scorer = SubjectScorer(
      portfolio, mode: options.mode, aggregates: portfolio.fused == nil ? nil : aggregates,
      times: times)
  }

  /// The first pass over everybody, where the rubric compares subjects.
  func cohorts() -> Cohorts? {
    members().flatMap {
      Cohorts(
        portfolio.rubric, $0, mode: options.mode, hasLeftOut: !portfolio.leftOut.isEmpty)
    }
  }

  /// What everybody brings to the comparison; `nil` where there is none.
  func members() -> [CohortMember?]? {
    guard let cohort = portfolio.rubric.cohort else { return nil }
    // Somebody's every lane would be left open.
    guard portfolio.leftOut.isEmpty else { return scorer.members() }
    do throws(ColumnRefusal) {
      // Who falls out costs a subject of the row evaluator, so it is the program that leaves fewer lanes open.
      let rows = RowPartScorer(scorer, in: nil, isFirstPass: true)
      let program = try built(.first, RowParts.Known(), rows: rows, usesEnclosures: false) {
        assembly, _ throws(ColumnRefusal) in
        let lanes = try assembly.compare(cohort)
        return ComparisonProgram(assembly, lanes, subjectCount: portfolio.subjects.count)
      }
      return scorer.withUnscored(program.program.members(scorer))
    } catch {
      return scorer.members()
    }
  }

  struct Programs {
    /// Leaves lanes open that only lack digits.
    let quick: ScoringProgram
    /// Of numbers; `nil` where the first leaves no such lanes.
    let exact: Deferred<ScoringProgram?>?
    let rowParts: [RowParts.One]
  }

  /// The programs that score everybody, in their cohorts where there are some.
  func programs(in cohorts: Cohorts?) throws(ColumnRefusal) -> Programs {
    let columns = cohorts.map {
      CohortColumns(
        $0, of: portfolio.rubric, subjectCount: portfolio.subjects.count, mode: options.mode)
    }
    let pass = columns.map { ScoringAssembly.Pass.second($0) } ?? .first
    let rows = RowPartScorer(scorer, in: cohorts, isFirstPass: false)
    let assemble: @Sendable (RowParts.Known, Bool) throws(ColumnRefusal) -> Assembled = {
      known, usesEnclosures throws(ColumnRefusal) in
      let built = try built(pass, known, rows: rows, usesEnclosures: usesEnclosures) {
        assembly, reckoned throws(ColumnRefusal) in
        try ScoringProgram(&assembly, reckoned, subjectCount: portfolio.subjects.count, options)
      }
      return Assembled(program: built.program, known: built.known)
    }
    let quick = try assemble(RowParts.Known(), true)
    return Programs(
      quick: quick.program,
      exact: quick.program.program.usesEnclosures
        ? Deferred { (try? assemble(quick.known, false))?.program } : nil,
      rowParts: quick.known.parts)
  }

  private struct Assembled: Sendable {
    let program: ScoringProgram
    let known: RowParts.Known
  }

  private func built<Program>(
    _ pass: ScoringAssembly.Pass, _ known: RowParts.Known, rows: RowPartScorer,
    usesEnclosures: Bool,
    _ assemble: (inout ScoringAssembly, [ScoringAssembly.Reckoned]) throws(ColumnRefusal) -> Program
  ) throws(ColumnRefusal) -> (program: Program, known: RowParts.Known) {
    var known = known
    while true {
      var assembly = ScoringAssembly(
        portfolio.rubric, mode: options.mode, pass, besides: known.columns,
        usesEnclosures: usesEnclosures)
      assembly.bind(facts: facts, aggregates: aggregates, empty: portfolio.emptySlots)
      let reckoned = assembly.reckonFigures(figures)
      // What looks at a figure of which not even the kind is known is judged once that is known.
      let isEarly = assembly.refused.all.contains { $0.isUnlike(in: portfolio.rubric) }
      if !isEarly {
        try assembly.admit()
        let program = try assemble(&assembly, reckoned)
        if assembly.refused.all.isEmpty { return (program, known) }
      }
      let refused = assembly.refused.all
      known.parts += refused
      let columns = rows.columns(of: refused.map(\.part))
      for one in refused {
        guard let column = columns[one.part] else { continue }
        // Where nobody is left to the program, it has no use.
        if case .item = one.part, column.isOpenForAll { throw one.refusal }
        known.columns[one.part] = column
      }
    }
  }
}

extension RowParts.One {
  /// Whether it is a figure whose declaration does not say what a column would hold.
  fileprivate func isUnlike(in rubric: Rubric) -> Bool {
    guard case .figure(let number) = part else { return false }
    return Column.sample(of: rubric.figures[number].shape) == nil
  }
}

extension Portfolio {
  /// The facts with one row a subject.
  fileprivate var factColumns: [Column?] {
    let rows = subjects.map { $0.row ?? 0 }
    // Most files have one row a subject.
    let isWhole = rows.indices.allSatisfy { rows[$0] == $0 }
    return facts.map { isWhole && $0?.count == rows.count ? $0 : $0?.taking(rows) }
  }
}
