import FEEL
import Formats
import Rubrics
import Values

/// How one file is read for the questions that are asked of its table; the same for all threads.
struct TablePlan: Sendable {
  let questions: TableQuestions
  /// The columns that are looked at and that the file has: the declared one, and the one of the file.
  let columns: [(declared: Int, file: Int)]
  /// By declared column: where it stands in `columns`.
  let places: [Int: Int]
  let readers: [DeclaredReader]
  /// All declared cells that the file has, in columns of the batch behind the others.
  let declared: DeclaredCells
  /// Columns of the file behind those that are looked at: all the others.
  let further: [Int]
  let glance: RowGlance
  /// Where the row evaluator finds the table.
  let slot: Int
  /// What it finds in all other slots.
  let slots: [Value]
  let identities: TextIdentities
  /// By test: what the facts of every subject come to, where it asks for them.
  let sides: [Int: FactSide]
  /// By declared column: pairs of subject and value.
  let distinct: [Int: PairSets]
  /// By tally.
  let values: [Int: PairSets]

  /// What stands above the keys.
  let key: HeaderName

  init(
    _ questions: TableQuestions, columns: [(declared: Int, file: Int)],
    further: [(declared: Int, file: Int)], undeclared: [Int], names: [String], key: String,
    reader: TableReader, slot: Int, facts: FactEvidence
  ) {
    self.key = HeaderName(key)
    let identities = TextIdentities()
    self.identities = identities
    var sides: [Int: FactSide] = [:]
    for (place, test) in questions.tests.enumerated() {
      if let fact = test.fact { sides[place] = FactSide(fact, of: facts, identities) }
    }
    self.sides = sides
    self.questions = questions
    self.columns = columns
    let readers = reader.columns
    self.readers = readers
    self.further = further.map(\.file) + undeclared
    let cells = (columns + further).enumerated().map { (readers[$1.declared], $0 + 1) }
    declared = DeclaredCells(columns: cells)
    let sources = columns.map(\.file) + self.further
    glance = RowGlance(
      cells, others: Array(1..<1 + columns.count + self.further.count),
      running: sources.indices.filter { RecordSieve.isNumberHeader(names[sources[$0]]) }.map {
        $0 + 1
      },
      isSurvey: reader.isSurvey, takesAllRows: reader.declaration.takesAllRows)
    self.slot = slot
    slots = facts.emptySlots
    places = Dictionary(
      columns.enumerated().map { ($1.declared, $0) }, uniquingKeysWith: { first, _ in first })
    distinct = questions.distinctBits.mapValues { _ in PairSets(counts: false) }
    var values: [Int: PairSets] = [:]
    for (index, tally) in questions.tallies.enumerated() where tally.kind == .values {
      values[index] = PairSets(counts: true)
    }
    self.values = values
  }

  func name(_ column: Int) -> String {
    "\(questions.declaration.name).\(readers[column].declaration.name)"
  }

  /// Whether a pass must know which texts of a declared column are the same.
  func comparesTexts(_ column: Int) -> Bool {
    questions.distinctBits[column] != nil
      || questions.tests.contains { $0.fact != nil && $0.columns.contains(column) }
  }

  /// How the cells of a declared column are looked at.
  func way(_ column: Int) -> PassColumn.Way {
    let reader = readers[column]
    // Held against facts, cells are what a pass makes of them.
    let tests = questions.tests.filter { $0.columns.contains(column) && $0.fact == nil }
    if case .number(let rule, let isWhole) = reader.directness,
      tests.allSatisfy({ $0.columns.count == 1 && $0.rule != nil })
    {
      return .numbers(rule: rule, isWhole: isWhole)
    }
    let declaration = reader.declaration
    if case .string = declaration.shape.known, tests.isEmpty, declaration.allowed == nil,
      declaration.mustBe == nil, declaration.blanks.isEmpty, declaration.same?.isEmpty != false
    {
      return .identities
    }
    return .coded
  }

  /// What a test comes to for rows that hold `values` in the columns that it looks at.
  func verdicts(of test: CellTest, _ values: [[Value]]) -> [UInt8] {
    let count = values.first?.count ?? 0
    let columns = zip(test.columns, values).map { column, values in
      Table.Column(readers[column].declaration.name, values)
    }
    var slots = slots
    slots[slot] = .list(
      .rows(
        Selection(
          Table(
            name: questions.declaration.name, file: "", columns: columns, rowCount: count))))
    guard case .list(let list) = test.plan.run(slots) else {
      return Array(repeating: Verdict.isOpen, count: count)
    }
    let cursor = ListCursor(list)
    guard cursor.count == count else { return Array(repeating: Verdict.isOpen, count: count) }
    return (0..<count).map { Verdict.of(cursor[$0]) }
  }
}
