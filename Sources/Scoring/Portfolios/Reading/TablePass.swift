import Archives
import Diagnostics
import Formats
import Rubrics
import Values

/// A file of rows for a declared table or survey, with its header read.
struct TableFile {
  let target: Slot
  let reader: TableReader
  let file: PortfolioFile
  let content: OpenFile

  /// Finds its header.
  func finder(beside key: String) -> HeaderFinder {
    HeaderFinder(reader.declaration.columns, key: key)
  }
}

/// Reads the rows of tables: once for the aggregates, and once more for subjects whom the row evaluator must see.
struct TablePass {
  let subjects: [Portfolio.Subject]
  let finder: OwnerFinder
  /// Where a subject stands in the facts.
  let placeOf: (Int) -> Place?
  let figures: FusedFigures
  let key: String
  let facts: FactEvidence
  let options: PortfolioReader.Options
  let budget: MemoryBudget

  struct Result {
    var rows: Portfolio.Rows
    var answers: TableAnswers?
    /// Subjects of whom nobody knows what a row of theirs says.
    var rejected: Set<Int> = []
    /// Nothing may be scored: a column that is looked at is missing, and nobody said that it may be.
    var isLacking = false
  }

  /// - Returns: `nil` where the file failed, rows of it are lost or are of nobody knows whom, which was reported.
  func read(
    _ file: TableFile, of rubric: Rubric, into diagnostics: inout Diagnostics
  ) -> Result? {
    if isUnknown(file, into: &diagnostics) { return nothing(of: file) }
    if case .whole(let table) = file.content {
      return result(of: table, file, rubric, into: &diagnostics)
    }
    guard case .blocks(let blocks) = file.content else { return nil }
    let plan = plan(file, of: rubric)
    let takers = (0..<options.threads).map { _ in
      TableTaker(plan, finder, threads: options.threads, budget)
    }
    guard let keyColumn = blocks.columnIndex(named: [key]) else { return nil }
    let reading = blocks.read(
      [keyColumn] + plan.columns.map(\.file) + plan.further, by: takers, progress: options.progress)
    if let failure = reading.failure {
      diagnostics.report(.brokenFile(file.file.path, failure))
      return nil
    }
    if reading.isForeign {
      let finder = file.finder(beside: key)
      guard case .whole(let table)? = OpenFile.whole(file.file, finder, into: &diagnostics) else {
        return nil
      }
      return result(of: table, file, rubric, into: &diagnostics)
    }
    guard isWithinBudget(rubric, into: &diagnostics) else { return nil }
    var sifted = SiftedRows()
    let doubts = report(takers, of: plan, file, keyColumn, reading, &sifted, into: &diagnostics)
    let broken = reading.brokenRows?.map { (row: $0.row, line: reading.line($0.line)) }
    guard reading.isWhole,
      let rejected = rejected(by: broken, of: file, keyColumn, into: &diagnostics)
    else { return nil }
    guard hasColumns(file, rowCount: reading.rowCount, rubric, into: &diagnostics) else {
      return nothing(of: file, isLacking: true)
    }
    var given = GivenRows(doubts, file.reader)
    let none = CodedTable.empty(file.reader.declaration, file.file.path)
    let glances = takers.compactMap(\.keys.glances)
    sifted.note(
      .noRecord(.blank),
      Array(glances.flatMap(\.empty).sorted().prefix(UnownedRows.mostTold))
        .map(reading.line), count: glances.reduce(0) { $0 + $1.emptyCount })
    if given.isForEverybody {
      sifted.report(of: file.reader.declaration, file.file.path, into: &diagnostics)
      return Result(rows: Portfolio.Rows(.coded(none), given: given), rejected: rejected)
    }
    let mixed = plan.mixedScales(takers)
    for column in mixed { report(column, takers, of: plan, file, into: &diagnostics) }
    let odd = glances.reduce(into: Set<Int32>()) { $0.formUnion($1.odd) }
    guard
      let told = sift(
        odd, of: file, mixed: mixed, rubric, within: budget, into: &diagnostics)
    else {
      return nil
    }
    sifted.add(told)
    given = given.with(sifted.given)
    guard
      let totals = siftBare(
        glances, besides: odd, given, of: file, mixed: mixed, reading, rubric, into: &diagnostics)
    else { return nil }
    sifted.add(totals)
    given = given.with(totals.given)
    sifted.report(of: file.reader.declaration, file.file.path, into: &diagnostics)
    guard mixed.isEmpty else {
      // No tally can be right: the row evaluator sees everybody's rows.
      let isSeen = subjects.indices.map { self.isSeen($0, besides: given) }
      return keep(isSeen, of: file, plan, rubric, mixed: mixed, into: &diagnostics).map {
        Result(
          rows: Portfolio.Rows(.coded($0), given: given), answers: nil, rejected: rejected)
      }
    }
    for taker in takers { taker.finish() }
    let answers = TableAnswers(takers, plan, subjectCount: subjects.count)
    let wanted = wanted(file, plan, answers, besides: given)
    guard wanted.contains(true) else {
      return Result(
        rows: Portfolio.Rows(.coded(none), given: given), answers: answers, rejected: rejected)
    }
    guard let table = keep(wanted, of: file, plan, rubric, into: &diagnostics) else { return nil }
    return Result(
      rows: Portfolio.Rows(.coded(table), given: given), answers: answers, rejected: rejected)
  }

  /// What is told of a file of which no row is known.
  private func nothing(of file: TableFile, isLacking: Bool = false) -> Result {
    let none = CodedTable.empty(file.reader.declaration, file.file.path)
    let value = file.reader.unreadable(WrittenTable(file: file.file.path))
    return Result(
      rows: Portfolio.Rows(.coded(none), given: GivenRows(everybody: value)), isLacking: isLacking)
  }

  /// The same of a file that was read as a whole.
  private func result(
    of table: CSVTable, _ file: TableFile, _ rubric: Rubric,
    into diagnostics: inout Diagnostics
  ) -> Result? {
    guard let column = table.columnIndex(named: [key]),
      let rejected = rejected(
        by: table.brokenRows?.map { (row: $0, line: $0.line) }, of: file, column, into: &diagnostics
      )
    else { return nil }
    guard hasColumns(file, rowCount: table.rowCount, rubric, into: &diagnostics) else {
      return nothing(of: file, isLacking: true)
    }
    return Result(rows: group(file, table, into: &diagnostics), rejected: rejected)
  }

  /// Whom rows of a broken form may concern.
  ///
  /// - Returns: `nil` where it may be anybody, which was reported.
  private func rejected(
    by broken: [(row: BrokenRow, line: Int)]?, of file: TableFile, _ keyColumn: Int,
    into diagnostics: inout Diagnostics
  ) -> Set<Int>? {
    if let broken, broken.isEmpty { return [] }
    let owners = BrokenOwners(
      file.content.head, key: keyColumn, separator: file.content.separator)
    let all = BrokenRows(broken?.map { $0.row }, owners, finder.index)
    guard let broken, !all.concernsAnybody else {
      diagnostics.report(.ownersUnknown(file.file.path))
      return nil
    }
    for (row, line) in broken {
      let place = Place.cell(file: file.file.path, line: line, column: key)
      for subject in BrokenRows([row], owners, finder.index).subjects.sorted() {
        diagnostics.report(.brokenRowOfSubject(subjects[subject].id, at: place))
      }
    }
    return all.subjects
  }

  // MARK: what is asked

  private func plan(_ file: TableFile, of rubric: Rubric) -> TablePlan {
    let declaration = file.reader.declaration
    var files: [Int: Int] = [:]
    for (index, column) in declaration.columns.enumerated() {
      files[index] = file.content.columnIndex(named: column.headers + [column.name])
    }
    var questions = TableQuestions(declaration)
    var slot = 0
    if case .table(let table) = file.target {
      slot = rubric.index(of: .table(table)) ?? 0
      for (number, aggregate) in figures.aggregates.enumerated() where aggregate.table == table {
        _ = options.fuses ? questions.add(aggregate, number: number) { files[$0] != nil } : false
      }
    }
    let used = figures.columns(of: file.target, in: rubric)
    let columns = declaration.columns.indices.compactMap { index in
      used.contains(index) ? files[index].map { (index, $0) } : nil
    }
    let further = declaration.columns.indices.compactMap { index in
      used.contains(index) ? nil : files[index].map { (index, $0) }
    }
    let declared = Set(files.values)
    let keyColumn = file.content.columnIndex(named: [key])
    return TablePlan(
      questions, columns: columns, further: further,
      undeclared: file.content.head.names.indices.filter {
        !declared.contains($0) && $0 != keyColumn
      }, names: file.content.head.names, key: key, reader: file.reader, slot: slot, facts: facts)
  }

  /// Whether anybody looks at the rows of a subject.
  func isSeen(_ subject: Int, besides given: GivenRows) -> Bool {
    (!subjects[subject].isRejected || subjects[subject].isDoubtful) && given[subject] == nil
  }

  /// By subject: whether the row evaluator must see its rows.
  private func wanted(
    _ file: TableFile, _ plan: TablePlan, _ answers: TableAnswers, besides given: GivenRows
  ) -> [Bool] {
    let isSeen = subjects.indices.map { self.isSeen($0, besides: given) }
    guard options.fuses, case .table(let table) = file.target else { return isSeen }
    let asked = figures.aggregates.count { $0.table == table }
    guard asked == answers.count, !figures.slotsLeft.contains(plan.slot) else { return isSeen }
    return isSeen.enumerated().map { subject, isSeen in
      isSeen && (0..<answers.count).contains { answers.value($0, of: subject) == nil }
    }
  }

  private func report(
    _ takers: [TableTaker], of plan: TablePlan, _ file: TableFile, _ keyColumn: Int,
    _ reading: BlockReading, _ sifted: inout SiftedRows, into diagnostics: inout Diagnostics
  ) -> RowDoubts {
    reading.reportFaults(into: &diagnostics)
    guard reading.isWhole else { return RowDoubts() }
    let declaration = file.reader.declaration
    let keys = takers.map(\.keys)
    let unowned = unowned(keys, of: file, keyColumn, reading)
    for (line, fate) in unowned.fates { sifted.note(fate, line) }
    let doubts = RowKeys.report(
      keys, key, of: declaration.name, placeOf, subjects, unowned, file.file.path, in: reading,
      into: &diagnostics)
    var faults = CellFaults()
    for taker in takers { faults.add(taker.faults) }
    faults.report(
      of: plan.columns.map { declaration.columns[$0.declared] }, in: reading, file.file.path,
      into: &diagnostics)
    return doubts
  }

  func isWithinBudget(_ rubric: Rubric, into diagnostics: inout Diagnostics) -> Bool {
    guard let limit = budget.limit, let culprit = budget.culprit else { return true }
    diagnostics.report(.memoryExceeded(culprit, limit: limit, rubric.path))
    return false
  }

  // MARK: rows

  /// Reads the file again, for the rows of some subjects.
  private func keep(
    _ wanted: [Bool], of file: TableFile, _ plan: TablePlan, _ rubric: Rubric,
    mixed: [Int] = [], into diagnostics: inout Diagnostics
  ) -> CodedTable? {
    // What is wrong with the file was said when it was first read.
    var unused = Diagnostics()
    guard
      case .blocks(let blocks)? = OpenFile(file.file, file.finder(beside: key), into: &unused),
      let keyColumn = blocks.columnIndex(named: [key])
    else {
      diagnostics.report(.brokenFile(file.file.path, .changed))
      return nil
    }
    let readers = plan.columns.map { (plan.readers[$0.declared], plan.name($0.declared)) }
    let purpose = figures.purpose(ofRowsOf: file.target, plan.questions, in: rubric)
    let keepers = (0..<options.threads).map { _ in
      RowKeeper(
        readers, finder, plan.glance, wanted: wanted, for: purpose, threads: options.threads, budget
      )
    }
    let reading = blocks.read(
      [keyColumn] + plan.columns.map(\.file) + plan.further, by: keepers,
      progress: options.progress)
    if let failure = reading.failure {
      diagnostics.report(.brokenFile(file.file.path, failure))
      return nil
    }
    guard isWithinBudget(rubric, into: &diagnostics) else { return nil }
    let table = CodedTable(
      keepers, of: file.reader.declaration, file.reader.columns,
      sources: file.reader.columns.indices.map { plan.places[$0] }, mixed: mixed, in: reading,
      file.file.path,
      subjectCount: subjects.count)
    reportAlike(.coded(table), of: file, into: &diagnostics)
    return table
  }
}
