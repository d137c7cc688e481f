import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Orders the figures by what they rest on, and checks each against the shapes of earlier ones.
  mutating func checkFigures() {
    let written = root.map("define")
    for entry in written where !isExpressionName(entry.key.text) {
      diagnostics.report(.notAName(entry.key.text, at: entry.key.place))
    }
    let first = slots.count
    slots += written.indices.map { .figure($0) }
    slots += [.periodStart, .periodEnd, .asOf, .judgements]
    if hasVisits { slots.append(.faults) }
    slots += cohortFigures.indices.map { .cohort($0) }
    var given = [
      entry("period start", .date, .periodStart), entry("period end", .date, .periodEnd),
      entry("as of", .date, .asOf), entry("judgements", Rubric.judgementsShape, .judgements),
    ]
    if hasVisits { given.append(entry("faults", Rubric.faultsShape, .faults)) }
    let base = declaredEntries + given
    let needs = dependencies(of: written, base: base, firstSlot: first)
    let order = order(written, needs)
    // What stands in a circle has a name, so that its users say nothing more about it.
    let circular = order.circular.map { Scope.Entry(written[$0].key.text, .any, slot: first) }
    expressions = Expressions(Scope(base + circular), tables: tables + surveys, lint)
    for (position, index) in order.sorted.enumerated() {
      let slot = first + position
      // Figures may look at the cohort; then they are known when it has been compared.
      let outer = expressions
      expressions = expressions.adding(cohortEntries)
      let figure = figure(written[index], slot: slot)
      expressions = outer
      if let figure {
        figures.append(figure)
        learn(figure)
      }
      // A name that is declared twice keeps its first meaning.
      guard !base.contains(where: { $0.name == written[index].key.text }) else { continue }
      expressions = expressions.adding([
        Scope.Entry(written[index].key.text, figure?.shape ?? .any, slot: slot)
      ])
    }
    lateFigures = Figure.lookingAtCohort(figures, slots)
  }

  private mutating func figure(_ entry: Written.Entry, slot: Int) -> Figure? {
    let name = entry.key.text
    var unit: String?
    var title: Wording?
    var ifEmpty: EmptyRule?
    var record: Record?
    let value: FigureValue
    let shape: Shape
    switch entry.value {
    case .record(let written):
      record = written
      let record = written
      unit = record.string("unit")
      title = record.wording("title")
      let forms = ["value", "table", "calendar"].filter { record.mentions($0) }
      guard forms.count == 1 else {
        diagnostics.report(.figureForm(name, at: entry.key.place))
        return nil
      }
      reportKeysOfCalendar(record)
      if forms == ["calendar"] {
        guard let rule = checkCalendar(record) else { return nil }
        (value, shape) = (.calendar(rule), CalendarRule.shape)
      } else if let written = record.record("table") {
        guard let table = ruleTable(written, in: expressions, expecting: nil) else { return nil }
        (value, shape) = (.table(table), table.plan.shape)
      } else {
        guard let scalar = record.scalar("value"),
          let plan = expressions.plan(scalar, expecting: nil, into: &diagnostics)
        else { return nil }
        (value, shape) = (.expression(plan), plan.shape)
      }
      ifEmpty = emptyRule(record, value)
    default:
      guard let scalar = entry.value.scalar,
        let plan = expressions.plan(scalar, expecting: nil, into: &diagnostics)
      else { return nil }
      (value, shape) = (.expression(plan), plan.shape)
    }
    // Written over an operation the unit is the author's word; over an input it contradicts.
    if case .expression(let plan) = value, case .input = plan.step.form, let unit,
      let found = shape.unit, found != unit
    {
      diagnostics.report(.figureUnit(unit, found, at: entry.key.place))
    }
    return Figure(
      name: name, title: title, unit: unit ?? shape.unit, value: value, slot: slot,
      shape: shape.withUnit(unit), ifEmpty: ifEmpty,
      rounding: rounding(of: record, shape), says: record?.wording("says"),
      citation: record.flatMap { checkCitation($0) }, basis: basis(of: record),
      place: entry.key.place)
  }

  private mutating func basis(of record: Record?) -> Basis.Kind? {
    guard let written = record?.record("basis"),
      let basis = checkBasis(written, pointsAreNeeded: false)
    else { return nil }
    if basis.rule != .illustrative, record?.mentions("cite") != true {
      diagnostics.report(.missingCite(basis.rule, at: written.place))
    }
    return basis.rule
  }

  private mutating func rounding(of record: Record?, _ shape: Shape) -> Rounding? {
    guard let record, let rounding = record.record("round").flatMap({ checkRounding($0) }) else {
      return nil
    }
    switch shape.withoutOptional {
    case .number, .any: return rounding
    default:
      diagnostics.report(.roundingOfOther(shape, at: record.keyPlace("round")))
      return nil
    }
  }

  /// The words that facts and columns can be, by slot.
  var lint: ExpressionLint {
    var lint = ExpressionLint()
    func words(of columns: [Declaration]) -> [String: [String]] {
      Dictionary(
        columns.compactMap { column in column.words.map { (column.name, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    for (index, slot) in slots.enumerated() {
      switch slot {
      case .fact(let number): lint.words[index] = facts[number].words
      case .table(let number): lint.rows[index] = words(of: tables[number].columns)
      case .survey(let number): lint.rows[index] = words(of: surveys[number].columns)
      case .surveyColumn(let survey, let column):
        lint.words[index] = surveys[survey].columns[column].words
      default: break
      }
    }
    return lint
  }

  /// What later expressions can know about a figure.
  private mutating func learn(_ figure: Figure) {
    tablesByFigure[figure.slot] = tables(behind: Set(figure.slotsUsed))
    learnOfNothing(figure)
    guard case .expression(let plan) = figure.value else { return }
    var domain = finder.domain(of: plan.step)
    if let rounding = figure.rounding {
      // Rounding moves an end by less than one step.
      domain = Domain(domain.set.widened(by: rounding.step), grid: rounding.step)
    }
    if case .value(let number)? = figure.ifEmpty?.meaning {
      finder.slots[figure.slot] = Domain(domain.set.union(.only(number)))
    } else {
      finder.slots[figure.slot] = domain
    }
  }

  /// A decision table, proven as far as it can be; `nullIsAnswered` where something else says what a null of it means.
  mutating func ruleTable(
    _ record: Record, in expressions: Expressions, expecting shape: Shape?,
    nullIsAnswered: Bool = false
  ) -> RuleTable? {
    var checker = TableChecker(expressions)
    let known = sources
    let table = checker.check(record, expecting: shape) { rule, diagnostics in
      guard let scalar = rule.scalar("cite") else { return nil }
      let citation = Citation(written: scalar.text)
      if known.contains(where: { $0.id == citation.source }) { return citation }
      diagnostics.report(
        .unknownSource(citation.source, among: known.map(\.id), at: scalar.place))
      return nil
    }
    diagnostics.append(checker.diagnostics)
    if let table { prove(table, nullIsAnswered: nullIsAnswered) }
    return table
  }

  // MARK: order

  /// By figure: the figures that its expression looks at.
  private func dependencies(of written: [Written.Entry], base: [Scope.Entry], firstSlot: Int)
    -> [[Int]]
  {
    let names = written.enumerated().map {
      Scope.Entry($1.key.text, .any, slot: firstSlot + $0)
    }
    let scope = Expressions(Scope(base + cohortEntries + names), tables: [])
    return written.map { entry in
      var ignored = Diagnostics()
      var used: [Int]?
      if let table = entry.value.record?.record("table") {
        var checker = TableChecker(scope)
        used = checker.check(table, expecting: nil) { _, _ in nil }?.plan.slotsUsed
      } else if let record = entry.value.record, record.mentions("calendar") {
        used = ["over", "from", "to"].flatMap { key in
          record.scalar(key).flatMap { scope.plan($0, expecting: nil, into: &ignored)?.slotsUsed }
            ?? []
        }
      } else if let scalar = entry.value.record?.scalar("value") ?? entry.value.scalar {
        used = scope.plan(scalar, expecting: nil, into: &ignored)?.slotsUsed
      }
      if let used {
        return used.map { $0 - firstSlot }.filter { written.indices.contains($0) }
      }
      // What cannot be planned still stands in an order, by the names that its words hold.
      let words = entry.value.record?.string("value") ?? entry.value.scalar?.text ?? ""
      return written.indices.filter {
        written[$0].key.text != entry.key.text && words.holdsName(written[$0].key.text)
      }
    }
  }

  /// Figures that rest on nothing open come first; those that stand in a circle are told and left out.
  private mutating func order(_ written: [Written.Entry], _ needs: [[Int]])
    -> (sorted: [Int], circular: [Int])
  {
    var sorted: [Int] = []
    var circular: [Int] = []
    var done = Set<Int>()
    var open = Array(written.indices)
    while let first = open.first {
      if let next = open.first(where: { needs[$0].allSatisfy(done.contains) }) {
        sorted.append(next)
        done.insert(next)
        open.removeAll { $0 == next }
        continue
      }
      let circle = circle(from: first, needs, within: Set(open))
      diagnostics.report(
        .figureCycle(
          circle.map { written[$0].key.text }, at: written[circle[0]].key.place
        ).pointing(at: circle.dropFirst().map { .other(written[$0].key.place) }))
      circular += circle
      done.formUnion(circle)
      open.removeAll(where: circle.contains)
    }
    return (sorted, circular)
  }

  private func circle(from start: Int, _ needs: [[Int]], within open: Set<Int>) -> [Int] {
    var path = [start]
    while let last = path.last, let next = needs[last].first(where: open.contains) {
      if let position = path.firstIndex(of: next) { return Array(path[position...]) }
      path.append(next)
    }
    return path
  }
}

extension String {
  /// Whether `name` stands in the text, not as a part of a longer Latin word.
  fileprivate func holdsName(_ name: String) -> Bool {
    func isLatin(_ character: Character?) -> Bool {
      character.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } ?? false
    }
    return ranges(of: name).contains { range in
      let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : nil
      let after = range.upperBound < endIndex ? self[range.upperBound] : nil
      return !(isLatin(before) && isLatin(name.first)) && !(isLatin(after) && isLatin(name.last))
    }
  }
}

extension Shape {
  var unit: String? {
    switch self {
    case .number(let unit): unit
    case .optional(let inner): inner.unit
    default: nil
    }
  }

  /// The same number with a unit, where one is declared.
  func withUnit(_ unit: String?) -> Shape {
    guard let unit else { return self }
    return switch self {
    case .number: .number(unit: unit)
    case .optional(let inner): .optional(inner.withUnit(unit))
    default: self
    }
  }
}
