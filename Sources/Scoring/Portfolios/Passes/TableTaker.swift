import FEEL
import Formats
import Rubrics
import Values

/// Keeps the tallies of every subject while rows come by, as one thread of several.
final class TableTaker: BatchTaker, @unchecked Sendable {
  /// Why a tally does not say everything about a subject.
  enum Flag {
    /// A row or a value is not known, or a sum grew too large: the row evaluator must be asked.
    static let open: UInt8 = 1
    /// A value is null.
    static let null: UInt8 = 2
  }

  let plan: TablePlan
  private let budget: MemoryBudget
  private let threads: Int
  let keys: RowKeys
  let columns: [PassColumn]
  let tests: [TestVerdicts]
  let subjectCount: Int
  let tallies: [TableQuestions.Tally]
  /// By subject and tally; one subject more for rows that belong to nobody.
  let totals: UnsafeMutablePointer<Int64>
  /// By tally and subject.
  let flags: UnsafeMutablePointer<UInt8>
  private(set) var rowCount = 0
  private(set) var faults = CellFaults()

  var capacity = 0
  /// By test and row, by condition and row.
  var verdicts: UnsafeMutablePointer<UInt8>
  /// By condition and row, and ones for all rows behind them.
  var isIn: UnsafeMutablePointer<UInt8>
  let distinct: [Int: PairHandfuls]
  /// By declared column whose texts are looked up: by subject and question, a bit for each of the first codes.
  let seen: [Int: UnsafeMutablePointer<UInt64>]
  static let fewCodes = Int32(PassColumn.keptTexts)
  private let values: [Int: PairHandfuls]
  /// By column: codes of total labels.
  private var labels: [Set<Int32>]

  /// One of so many threads that read under one budget.
  init(_ plan: TablePlan, _ finder: OwnerFinder, threads: Int, _ budget: MemoryBudget) {
    self.plan = plan
    self.budget = budget
    self.threads = threads
    let questions = plan.questions
    // Of cells whose texts are looked up, each distinct one is asked whether it is a label.
    let known = plan.columns.enumerated().filter { _, column in
      if case .identities = plan.way(column.declared) { false } else { true }
    }
    keys = RowKeys(
      finder, plan.declared,
      glances: RowGlances(plan.glance, unlabelled: Set(known.map { $0.offset + 1 })))
    labels = Array(repeating: [], count: plan.columns.count)
    let columns = plan.columns.map { column in
      PassColumn(
        column.declared, plan.readers[column.declared], named: plan.name(column.declared),
        way: plan.way(column.declared),
        plan.comparesTexts(column.declared) ? plan.identities : nil)
    }
    self.columns = columns
    tests = questions.tests.enumerated().map { place, test in
      TestVerdicts(
        test, of: plan, test.columns.compactMap { plan.places[$0] }.map { columns[$0] },
        beside: plan.sides[place])
    }
    subjectCount = finder.index.count
    tallies = questions.tallies
    let size = (subjectCount + 1) * tallies.count
    totals = .allocate(capacity: size)
    flags = .allocate(capacity: size)
    flags.initialize(repeating: 0, count: size)
    for place in 0..<size {
      (totals + place).initialize(to: tallies[place % tallies.count].kind.start)
    }
    verdicts = .allocate(capacity: 1)
    isIn = .allocate(capacity: 1)
    distinct = plan.distinct.mapValues(PairHandfuls.init)
    values = plan.values.mapValues(PairHandfuls.init)
    var seen: [Int: UnsafeMutablePointer<UInt64>] = [:]
    for column in columns {
      guard let count = plan.questions.distinctBits[column.index], case .coded = column.way else {
        continue
      }
      let words = UnsafeMutablePointer<UInt64>.allocate(capacity: (subjectCount + 1) * count)
      words.initialize(repeating: 0, count: (subjectCount + 1) * count)
      seen[column.index] = words
    }
    self.seen = seen
  }

  deinit {
    totals.deallocate()
    flags.deallocate()
    verdicts.deallocate()
    isIn.deallocate()
    for words in seen.values { words.deallocate() }
  }

  func take(_ batch: RowBatch) {
    reserve(batch.rowCount)
    rowCount += batch.rowCount
    keys.read(0, of: batch)
    for (place, column) in columns.enumerated() {
      let new = column.read(place + 1, of: batch)
      if new.isEmpty { continue }
      learnLabels(new, of: column, place)
      for (test, known) in zip(plan.questions.tests, tests) where test.columns == [column.index] {
        known.learn(new)
      }
    }
    glance(at: batch)
    for (place, test) in tests.enumerated() {
      test.read(
        batch.rowCount, of: UnsafePointer(keys.subjects), into: verdicts + place * capacity)
    }
    for condition in plan.questions.conditions.indices { decide(condition, batch.rowCount) }
    for tally in tallies.indices { count(tally, batch.rowCount) }
    for (column, handfuls) in distinct { collect(column, handfuls, batch.rowCount) }
    for (place, column) in columns.enumerated() where column.isCrowded(budget) {
      forget(column, place)
    }
  }

  /// Looks for rows that are no records, now that it is known what the columns of the batch hold.
  private func glance(at batch: RowBatch) {
    let nobody = Int32(truncatingIfNeeded: subjectCount)
    let plain = columns.indices.filter { columns[$0].startsPlainly }.map { $0 + 1 }
    keys.glances?.findEmpty(in: batch, keys.subjects, nobody: nobody, plain: plain)
    keys.glances?.findBare(in: batch, keys.subjects, nobody: nobody, plain: plain)
    for (place, column) in columns.enumerated() {
      if column.meanings.hasFaults { findFaults(column, place, batch) }
      keys.glances?.findCodes(
        labels[place], in: column.codes, of: batch, keys.subjects, nobody: nobody)
    }
    keys.glances?.findLabels(
      in: batch, keys.subjects, nobody: nobody,
      none: columns.indices.filter { !columns[$0].mayHoldLabels }.map { $0 + 1 })
  }

  private func forget(_ column: PassColumn, _ place: Int) {
    column.forget()
    for test in tests { test.forget(column.index) }
    labels[place] = labels[place].filter { $0 < Self.fewCodes }
  }

  var wantsMore: Bool {
    guard budget.limit != nil else { return true }
    let questions = plan.questions
    var taken = [
      ("\(questions.declaration.name)", (subjectCount + 1) * tallies.count * 9 * threads)
    ]
    for answer in questions.answers {
      guard let place = answer.values else { continue }
      let text = String(answer.aggregate.plan.text(of: answer.aggregate.plan.step))
      if let values = plan.values[place] { taken.append((text, values.byteCount)) }
      if answer.kind == .distinctCount, let column = answer.aggregate.column,
        !taken.contains(where: { $0.0 == text }), let sets = plan.distinct[column]
      {
        taken.append((text, sets.byteCount + plan.identities.byteCount))
      }
    }
    for column in columns {
      taken.append((column.meanings.name, column.meanings.byteCount * threads))
    }
    budget.check(taken)
    return budget.culprit == nil
  }

  /// Puts in what was kept back.
  func finish() {
    finishFew()
    for handfuls in distinct.values { handfuls.finish() }
    for handfuls in values.values { handfuls.finish() }
  }

  private func findFaults(_ column: PassColumn, _ place: Int, _ batch: RowBatch) {
    let meanings = column.meanings
    for row in 0..<batch.rowCount where column.codes[row] >= 0 {
      let code = Int(column.codes[row])
      guard let fault = meanings.meanings[code].fault,
        !plan.questions.declaration.isTold(meanings.codes.text(of: code)),
        !repeatsHeader(row, batch)
      else { continue }
      faults.append(
        CellFaults.One(
          line: batch.line(row), column: place, text: meanings.codes.text(of: code), fault: fault))
    }
  }

  /// Whether a row is the header again, which is told by its key.
  private func repeatsHeader(_ row: Int, _ batch: RowBatch) -> Bool {
    Int(keys.subjects[row]) == subjectCount
      && HeaderName(String(decoding: batch.cell(0, row), as: UTF8.self)) == plan.key
  }

  private func learnLabels(_ new: Range<Int>, of column: PassColumn, _ place: Int) {
    for code in new where RowLabels.isTotal(column.meanings.codes.text(of: code)) {
      labels[place].insert(Int32(truncatingIfNeeded: code))
    }
  }

  // MARK: tallies

  private func count(_ place: Int, _ rowCount: Int) {
    let tally = tallies[place]
    let rows = isIn + (tally.condition ?? plan.questions.conditions.count) * capacity
    let (stride, subjects) = (tallies.count, keys.subjects)
    let totals = totals + place
    guard let declared = tally.column else {
      for row in 0..<rowCount { totals[Int(subjects[row]) * stride] &+= Int64(rows[row]) }
      return
    }
    guard let index = plan.places[declared] else { return }
    let column = columns[index]
    if column.hasStates { flag(place, rows, column, rowCount) }
    let (payloads, states) = (column.payloads, column.states)
    switch tally.kind {
    case .count, .distinct: return
    case .sum:
      guard isSafe(column) else { return addCarefully(place, rows, column, rowCount) }
      for row in 0..<rowCount {
        let isCounted = Int64(rows[row] & (states[row] == 0 ? 1 : 0))
        totals[Int(subjects[row]) * stride] &+= payloads[row] & (0 &- isCounted)
      }
    case .least:
      for row in 0..<rowCount where rows[row] & (states[row] == 0 ? 1 : 0) != 0 {
        let total = totals + Int(subjects[row]) * stride
        if payloads[row] < total.pointee { total.pointee = payloads[row] }
      }
    case .greatest:
      for row in 0..<rowCount where rows[row] & (states[row] == 0 ? 1 : 0) != 0 {
        let total = totals + Int(subjects[row]) * stride
        if payloads[row] > total.pointee { total.pointee = payloads[row] }
      }
    case .values:
      guard let handfuls = values[place] else { return }
      for row in 0..<rowCount where rows[row] & (states[row] == 0 ? 1 : 0) != 0 {
        let subject = subjects[row]
        if subject < subjectCount { handfuls.add(payloads[row], of: subject, bits: 1) }
      }
    }
  }

  /// Rows whose value is null or not known; of distinct values null is one.
  private func flag(
    _ place: Int, _ rows: UnsafePointer<UInt8>, _ column: PassColumn, _ rowCount: Int
  ) {
    let flags = flags + place * (subjectCount + 1)
    for row in 0..<rowCount where rows[row] != 0 && column.states[row] != PassColumn.State.known {
      flags[Int(keys.subjects[row])] |=
        column.states[row] == PassColumn.State.null ? Flag.null : Flag.open
    }
  }

  /// Whether no sum of as many rows as have been read can overflow.
  private func isSafe(_ column: PassColumn) -> Bool {
    let (product, overflow) = column.greatest.multipliedReportingOverflow(by: UInt64(rowCount))
    return !overflow && product < UInt64(Int64.max)
  }

  private func addCarefully(
    _ place: Int, _ rows: UnsafePointer<UInt8>, _ column: PassColumn, _ rowCount: Int
  ) {
    for row in 0..<rowCount where rows[row] != 0 && column.states[row] == PassColumn.State.known {
      let subject = Int(keys.subjects[row])
      let total = totals + subject * tallies.count + place
      let (sum, overflow) = total.pointee.addingReportingOverflow(column.payloads[row])
      total.pointee = sum
      if overflow { flags[place * (subjectCount + 1) + subject] |= Flag.open }
    }
  }
}

extension TableQuestions.Tally.Kind {
  /// What a tally of no rows is.
  var start: Int64 {
    switch self {
    case .count, .sum, .distinct, .values: 0
    case .least: .max
    case .greatest: .min
    }
  }
}
