import FEEL
import Formats
import Rubrics
import Values

/// What a pass over the rows of one table has told about every subject.
///
/// The same whatever the number of threads: sums are exact, and everything else does not depend on the order.
struct TableAnswers: Sendable {
  /// What one answer takes from the tallies; plain, because it is asked for every subject.
  private struct Source {
    let kind: TableQuestions.Answer.Kind
    let count: Int
    let values: Int?
    let isDate: Bool
  }

  private let questions: TableQuestions
  private let sources: [Source]
  private let tallyCount: Int
  private let subjectCount: Int
  /// By subject and tally.
  private var totals: [Int64]
  /// By tally and subject.
  private var flags: [UInt8]
  /// By tally of values: the median, by subject that has one.
  private var medians: [Int: [Int32: Number]] = [:]
  /// By answer: the value of no rows, and of rows of which one is null.
  private let whenEmpty: [Value]
  private let whenNull: [Value]

  init(_ takers: [TableTaker], _ plan: TablePlan, subjectCount: Int) {
    questions = plan.questions
    tallyCount = plan.questions.tallies.count
    sources = plan.questions.answers.map { answer in
      var isDate = false
      if let column = answer.aggregate.column,
        case .date = plan.questions.declaration.columns[column].shape.known
      {
        isDate = true
      }
      return Source(kind: answer.kind, count: answer.count, values: answer.values, isDate: isDate)
    }
    self.subjectCount = subjectCount
    let tallies = plan.questions.tallies
    totals = (0..<subjectCount * tallies.count).map { tallies[$0 % tallies.count].kind.start }
    flags = Array(repeating: 0, count: (subjectCount + 1) * tallies.count)
    whenEmpty = plan.questions.answers.map { plan.value(of: $0.aggregate, over: []) }
    whenNull = plan.questions.answers.map { plan.value(of: $0.aggregate, over: [.null]) }
    for taker in takers { add(taker) }
    for (column, sets) in plan.distinct {
      let glance = addDistinct(sets, of: column, SignsAtAGlance(plan.identities.signs))
      guard glance.mayDiffer, plan.readers[column].declaration.mayHoldAlikeTexts else { continue }
      open(AlikeValues(sets: sets, identities: plan.identities).subjects, in: column)
    }
    for (tally, sets) in plan.values { medians[tally] = Self.medians(sets) }
  }

  private mutating func add(_ taker: TableTaker) {
    let tallies = questions.tallies
    for (place, flag) in UnsafeBufferPointer(start: taker.flags, count: flags.count).enumerated()
    where flag != 0 {
      flags[place] |= flag
    }
    for subject in 0..<subjectCount {
      for tally in tallies.indices {
        let place = subject * tallies.count + tally
        let other = taker.totals[place]
        switch tallies[tally].kind {
        case .least: totals[place] = min(totals[place], other)
        case .greatest: totals[place] = max(totals[place], other)
        case .count, .sum, .distinct, .values:
          let (sum, overflow) = totals[place].addingReportingOverflow(other)
          totals[place] = sum
          if overflow { flags[tally * (subjectCount + 1) + subject] |= TableTaker.Flag.open }
        }
      }
    }
  }

  /// - Returns: `signs`, and what the texts of the pairs are made of.
  private mutating func addDistinct(
    _ sets: PairSets, of column: Int, _ signs: SignsAtAGlance
  ) -> SignsAtAGlance {
    let count = questions.tallies.count
    let asked = questions.tallies.enumerated().compactMap { place, tally -> (Int, UInt32)? in
      guard tally.column == column, case .distinct(let bit) = tally.kind else { return nil }
      return (place, 1 << UInt32(bit))
    }
    var glance = signs
    totals.withUnsafeMutableBufferPointer { totals in
      sets.forEach { pair in
        glance.look(at: pair.value)
        for (place, bit) in asked where pair.bits & bit != 0 {
          totals[Int(pair.subject) * count + place] &+= 1
        }
      }
    }
    return glance
  }

  /// How many distinct texts these subjects have, tallies do not say.
  private mutating func open(_ subjects: [Int32: UInt32], in column: Int) {
    guard !subjects.isEmpty else { return }
    for (place, tally) in questions.tallies.enumerated() where tally.column == column {
      guard case .distinct(let bit) = tally.kind else { continue }
      for (subject, bits) in subjects where bits & 1 << UInt32(bit) != 0 {
        flags[place * (subjectCount + 1) + Int(subject)] |= TableTaker.Flag.open
      }
    }
  }

  /// The middle of the values of each subject.
  private static func medians(_ sets: PairSets) -> [Int32: Number] {
    var values: [Int32: [(value: Int64, count: Int)]] = [:]
    sets.forEach { values[$0.subject, default: []].append(($0.value, Int($0.bits))) }
    return values.mapValues { counted in
      let sorted = counted.sorted { $0.value < $1.value }
      let total = sorted.reduce(0) { $0 + $1.count }
      func value(at place: Int) -> Number {
        var behind = 0
        for (value, count) in sorted {
          behind += count
          if place < behind { return Number(scaled: value, exponent: -NumberRule.decimals) }
        }
        return .zero
      }
      let middle = value(at: total / 2)
      return total % 2 == 1
        ? middle : Number.mean([value(at: total / 2 - 1), middle]) ?? middle
    }
  }
}

extension TableAnswers {
  var count: Int { questions.answers.count }

  /// Where the answer to an aggregate of the rubric stands; `nil` where it was not asked.
  func place(of aggregate: Int) -> Int? {
    questions.answers.firstIndex { $0.number == aggregate }
  }

  /// What an aggregate is for each of some subjects; `nil` where the row evaluator must be asked.
  func values(_ answer: Int, of subjects: Range<Int>) -> [Value?] {
    subjects.map { value(answer, of: $0) }
  }

  /// What an aggregate is for a subject.
  ///
  /// - Returns: `nil` where the row evaluator must be asked.
  func value(_ answer: Int, of subject: Int) -> Value? {
    let asked = sources[answer]
    let rowCount = total(0, subject)
    if rowCount == 0 { return whenEmpty[answer] }
    let count = total(asked.count, subject)
    let isSure = flags(asked.count, subject) == 0
    if asked.kind == .some || asked.kind == .every {
      let failures = asked.values.map { total($0, subject) } ?? 0
      if asked.kind == .some, count > 0 { return .boolean(true) }
      if asked.kind == .every, failures > 0 { return .boolean(false) }
      // A row that is neither makes the answer null or unknown.
      guard isSure, count + failures == rowCount else { return nil }
      return .boolean(asked.kind == .every)
    }
    guard isSure else { return nil }
    guard let place = asked.values else { return .number(Number(Int(count))) }
    let flag = flags(place, subject)
    guard flag & TableTaker.Flag.open == 0 else { return nil }
    let sum = self.total(place, subject)
    if asked.kind == .distinctCount { return .number(Number(Int(sum))) }
    if count == 0 { return whenEmpty[answer] }
    if flag & TableTaker.Flag.null != 0 { return whenNull[answer] }
    switch asked.kind {
    case .sum: return .number(Number(scaled: sum, exponent: -NumberRule.decimals))
    case .mean:
      return Number(scaled: sum, exponent: -NumberRule.decimals)
        .divided(by: Number(Int(count))).map { .number($0) }
    case .least, .greatest:
      guard asked.isDate else {
        return .number(Number(scaled: sum, exponent: -NumberRule.decimals))
      }
      return CalendarDate(dayNumber: Int(sum)).map { .date($0) }
    case .median: return medians[place]?[Int32(truncatingIfNeeded: subject)].map { .number($0) }
    case .count, .distinctCount, .some, .every: return nil
    }
  }

  private func total(_ tally: Int, _ subject: Int) -> Int64 {
    totals[subject * tallyCount + tally]
  }

  private func flags(_ tally: Int, _ subject: Int) -> UInt8 {
    flags[tally * (subjectCount + 1) + subject]
  }
}

extension TablePlan {
  /// What the row evaluator makes of an aggregate without its filter over rows that hold `cells` in its column.
  fileprivate func value(of aggregate: FusedAggregate, over cells: [Value]) -> Value {
    let columns = questions.declaration.columns.enumerated().map { index, column in
      Table.Column(column.name, cells.map { index == aggregate.column ? $0 : .null })
    }
    var slots = slots
    slots[slot] = .list(
      .rows(
        Selection(
          Table(
            name: questions.declaration.name, file: "", columns: columns, rowCount: cells.count))))
    guard !cells.isEmpty else { return aggregate.plan.run(slots) }
    return aggregate.unfiltered?.run(slots) ?? .null
  }
}

extension FusedAggregate {
  /// The same of all rows; `nil` where there is no column.
  fileprivate var unfiltered: Plan? {
    guard case .builtin(let overloads, let arguments) = plan.step.form, let first = arguments.first,
      case .path(_, let name, let hint) = first.form
    else { return nil }
    let table = Step(first.id, .input(tableSlot))
    let cells = Step(first.id, .path(table, name: name, column: hint))
    return plan.part(Step(plan.step.id, .builtin(overloads, [cells])))
  }
}
