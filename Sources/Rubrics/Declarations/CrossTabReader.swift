import Diagnostics
import FEEL
import Formats
import Values

/// Reads a grid and makes rules of its cells.
struct CrossTabReader {
  /// One direction as written: its inputs, and what stands at the head of each line.
  struct Side {
    let inputs: [DecisionTable.Input]
    fileprivate(set) var headers: [CrossTab.Header] = []
    let place: Place
    let direction: CrossTab.Direction

    /// The inputs and heads as a table of their own, in which a mistake in them stands once.
    var headTable: DecisionTable {
      let nothing = Passage("0")
      return DecisionTable(
        .unique, inputs: inputs, outputs: [DecisionTable.Output()],
        rules: headers.map { DecisionTable.Rule(tests: $0.tests, outputs: [nothing]) })
    }

    fileprivate var checked: CrossTab.Side {
      CrossTab.Side(inputs: inputs.map(\.expression), headers: headers, place: place)
    }
  }

  private let record: Record
  private let expressions: Expressions
  private let citing: TableChecker.Citing
  private(set) var down: Side
  private(set) var across: Side
  private(set) var rules: [RuleTable.Rule] = []
  private(set) var diagnostics = Diagnostics()
  /// Words whose quotes YAML took; that was reported, and FEEL need not say that it knows no such name.
  private(set) var unquoted: [Passage] = []

  init(
    _ record: Record, _ expressions: Expressions, citing: @escaping TableChecker.Citing,
    inputs: (String) -> [DecisionTable.Input]
  ) {
    self.record = record
    self.expressions = expressions
    self.citing = citing
    down = Side(inputs: inputs("down"), place: record.keyPlace("rows"), direction: .down)
    across = Side(inputs: inputs("across"), place: record.keyPlace("columns"), direction: .across)
  }

  var crossTab: CrossTab { CrossTab(down: down.checked, across: across.checked) }

  mutating func read() {
    readInputs()
    for written in record.list("columns") { readColumn(written) }
    for written in record.list("rows") { readRow(written) }
    reportEmpty(across, "columns")
    reportEmpty(down, "rows")
  }

  /// Nothing of the grid was left out because it could not be read.
  var isWhole: Bool {
    ["across", "columns", "down", "rows"].allSatisfy {
      record.has($0) && !record.flawed.contains($0)
    }
  }

  // MARK: sides

  private mutating func readInputs() {
    for (side, key) in [(across, "across"), (down, "down")]
    where side.inputs.isEmpty && record.has(key) && !record.flawed.contains(key) {
      diagnostics.report(.gridWithoutInput(side.direction, at: record.keyPlace(key)))
    }
  }

  private mutating func reportEmpty(_ side: Side, _ key: String) {
    guard record.list(key).isEmpty, record.has(key), !record.flawed.contains(key) else { return }
    diagnostics.report(.gridEmpty(side.direction, at: side.place))
  }

  private mutating func readColumn(_ written: Written) {
    let tests: [Scalar]
    if case .list(let members, _) = written {
      tests = members.compactMap(\.scalar)
    } else {
      tests = [written.scalar].compactMap(\.self)
    }
    guard let header = header(tests, of: across, at: written.firstPlace) else { return }
    across.headers.append(header)
  }

  private mutating func readRow(_ written: Written) {
    let (tests, cells) = members(of: written)
    let errorsBefore = diagnostics.errorCount
    guard var header = header(tests, of: down, at: written.firstPlace) else { return }
    if let rule = written.record {
      header = CrossTab.Header(
        tests: header.tests, says: rule.wording("says"), citation: citing(rule, &diagnostics),
        place: header.place)
    }
    // Beside a column that cannot be read, nobody can tell how many cells a row needs.
    if across.headers.count == record.list("columns").count, isWhole {
      checkWidth(cells, of: header, at: tests.last?.place ?? written.firstPlace)
    }
    for (index, cell) in cells.enumerated() where cell.isBlank {
      let column = across.headers.indices.contains(index) ? across.headers[index].text : nil
      diagnostics.report(.gridCellEmpty(header.text, column, at: cell.place))
    }
    for cell in cells { reportTakenQuotes(cell) }
    down.headers.append(header)
    guard diagnostics.errorCount == errorsBefore else { return }
    rules += zip(across.headers, cells).map { column, cell in
      rule(of: header, column, cell)
    }
  }

  private func rule(
    of row: CrossTab.Header, _ column: CrossTab.Header, _ cell: Scalar
  ) -> RuleTable.Rule {
    let name = Wording.cell(row.text, column.text)
    return RuleTable.Rule(
      tests: row.tests + column.tests, outputs: [cell.passage],
      says: row.says.map { Wording(en: "\($0.en) (\(name.en))", zh: "\($0.zh)（\(name.zh)）") }
        ?? name,
      citation: row.citation, place: cell.place)
  }

  private func members(of written: Written) -> (tests: [Scalar], cells: [Scalar]) {
    switch written {
    case .list(let members, _):
      let scalars = members.compactMap(\.scalar)
      return (Array(scalars.prefix(down.inputs.count)), Array(scalars.dropFirst(down.inputs.count)))
    case .record(let rule):
      let cells: [Scalar] =
        switch rule.value("then") {
        case .list(let members, _)?: members.compactMap(\.scalar)
        case let one: [one?.scalar].compactMap(\.self)
        }
      return (rule.list("when").compactMap(\.scalar), cells)
    default: return ([], [])
    }
  }

  // MARK: mistakes

  /// - Returns: `nil` where it is none; that is reported.
  private mutating func header(_ tests: [Scalar], of side: Side, at place: Place)
    -> CrossTab.Header?
  {
    guard !side.inputs.isEmpty else { return nil }
    guard tests.count == side.inputs.count else {
      diagnostics.report(
        .gridHeaderTests(tests.count, expected: side.inputs.count, side.direction, at: place))
      return nil
    }
    if let blank = tests.first(where: \.isBlank) {
      diagnostics.report(.gridHeaderEmpty(side.direction, at: blank.place))
      return nil
    }
    for test in tests { reportTakenQuotes(test) }
    let texts = tests.map(\.text)
    let header = CrossTab.Header(
      tests: tests.map(\.passage), says: nil, citation: nil,
      place: tests.count == 1 ? tests[0].place : place)
    if let first = side.headers.first(where: { $0.tests.map(\.text) == texts }) {
      diagnostics.report(
        .gridHeaderTwice(header.text, side.direction, at: header.place, first: first.place))
    }
    return header
  }

  private mutating func reportTakenQuotes(_ scalar: Scalar) {
    guard expressions.reportTakenQuotes(scalar, into: &diagnostics) else { return }
    unquoted.append(scalar.passage)
  }

  private mutating func checkWidth(
    _ cells: [Scalar], of row: CrossTab.Header, at end: Place
  ) {
    let columns = across.headers
    if cells.count < columns.count {
      diagnostics.report(
        .gridRowTooShort(
          row.text, cells.count, columns: columns.count, first: columns[cells.count].text,
          at: cells.last?.place ?? end))
    } else if cells.count > columns.count {
      diagnostics.report(
        .gridRowTooLong(
          row.text, cells.count, columns: columns.count, at: cells[columns.count].place))
    }
  }
}

extension Scalar {
  fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
