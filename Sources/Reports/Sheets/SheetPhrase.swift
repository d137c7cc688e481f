import Diagnostics
import FEEL
import Rubrics
import Values

/// Says an expression in plain words where it is plain enough.
///
/// - Returns: `nil` for what would not be plainer in words; the expression itself is printed then.
struct SheetPhrase {
  private let rubric: Rubric
  private let plan: Plan
  /// What the slots of the frame are called: the columns of the row at hand.
  private var locals: [Int: Wording] = [:]
  /// Deeper expressions are not plain.
  private static let mostNesting = 6

  init(_ plan: Plan, in rubric: Rubric) {
    self.plan = plan
    self.rubric = rubric
  }

  /// The whole expression as words, or in backticks as written.
  static func words(_ plan: Plan, in rubric: Rubric) -> Wording {
    SheetPhrase(plan, in: rubric).phrase(plan.step, 0)
      ?? Wording("`" + ValueText.oneLine(plan.passage.text) + "`")
  }

  /// A part of an expression as words; `nil` for what would not be plainer in words.
  static func words(of step: Step, of plan: Plan, in rubric: Rubric) -> Wording? {
    SheetPhrase(plan, in: rubric).phrase(step, 0)
  }

  private func phrase(_ step: Step, _ depth: Int) -> Wording? {
    guard depth < Self.mostNesting else { return nil }
    switch step.form {
    case .constant(let value): return SheetWording.value(value)
    case .input(let slot): return title(ofSlot: slot)
    case .local(let slot): return locals[slot]
    case .negation(let inner): return phrase(inner, depth + 1).map { SheetWording.negative($0) }
    case .arithmetic(let sign, let left, let right): return phrase(sign, left, right, depth)
    case .comparison(let sign, let left, let right): return compare(sign, left, right, depth)
    case .between(let value, let low, let high):
      return all([value, low, high], depth).map { SheetWording.between($0[0], $0[1], $0[2]) }
    case .and(let terms): return all(terms, depth).map { SheetWording.all($0, isInner: depth > 0) }
    case .or(let terms): return all(terms, depth).map { SheetWording.any($0, isInner: depth > 0) }
    case .builtin(let builtin, let arguments): return call(builtin.name, arguments, depth)
    case .every(let iterations, let condition):
      return overRows(iterations, condition, depth).map { SheetWording.everyRow($0.0, $0.1) }
    case .some(let iterations, let condition):
      return overRows(iterations, condition, depth).map { SheetWording.someRow($0.0, $0.1) }
    case .path(let list, let name, _):
      return table(list, depth).flatMap { table, columns in
        columns[name].map { SheetWording.column($0, of: table) }
      }
    default: return nil
    }
  }

  private func all(_ steps: [Step], _ depth: Int) -> [Wording]? {
    var found: [Wording] = []
    for step in steps {
      guard let next = phrase(step, depth + 1) else { return nil }
      found.append(next)
    }
    return found
  }

  private func phrase(
    _ sign: Operator.Arithmetic, _ left: Step, _ right: Step, _ depth: Int
  ) -> Wording? {
    guard let both = all([left, right], depth) else { return nil }
    func bracketed(_ step: Step, _ words: Wording, isRight: Bool) -> Wording {
      guard case .arithmetic(let inner, _, _) = step.form, inner.needsBrackets(in: sign, isRight)
      else { return words }
      return SheetWording.bracketed(words)
    }
    return SheetWording.arithmetic(
      sign, bracketed(left, both[0], isRight: false), bracketed(right, both[1], isRight: true))
  }

  private func compare(
    _ sign: Operator.Comparison, _ left: Step, _ right: Step, _ depth: Int
  ) -> Wording? {
    if case .constant(.null) = right.form, let value = phrase(left, depth + 1) {
      return SheetWording.isThere(value, sign == .unequal)
    }
    if case .constant(.boolean(let wanted)) = right.form, let value = phrase(left, depth + 1) {
      return wanted == (sign == .equal) ? value : SheetWording.not(value)
    }
    let isTime = [left, right].contains { step in
      let shape = plan.notes[Int(step.id)].shape
      return shape == .date || shape == .optional(.date)
    }
    return all([left, right], depth).map { SheetWording.compare(sign, $0[0], $0[1], isTime) }
  }

  private func call(_ name: String, _ arguments: [Step], _ depth: Int) -> Wording? {
    if arguments.count == 2, name == "max" || name == "min" {
      return all(arguments, depth).map {
        SheetWording.extreme($0[0], $0[1], isGreater: name == "max")
      }
    }
    guard let first = arguments.first, arguments.count == 1 else { return nil }
    switch name {
    case "not": return phrase(first, depth + 1).map(SheetWording.not)
    case "count":
      if case .filter(let list, let binding, let condition) = first.form {
        guard let (table, columns) = table(list, depth) else { return nil }
        return row(binding, columns).phrase(condition, 0)
          .map { SheetWording.count(table, where: $0) }
      }
      return table(first, depth).map { SheetWording.count($0.0) }
    case "sum", "min", "max", "mean":
      guard case .path(let list, let column, _) = first.form,
        let (table, columns) = table(list, depth),
        let title = columns[column]
      else { return nil }
      return SheetWording.aggregate(name, title, of: table)
    default: return nil
    }
  }

  private func overRows(
    _ iterations: [Iteration], _ condition: Step, _ depth: Int
  ) -> (Wording, Wording)? {
    guard iterations.count == 1, case .list(let list) = iterations[0].domain,
      let (table, columns) = table(list, depth)
    else { return nil }
    return row(iterations[0].binding, columns).phrase(condition, 0).map { (table, $0) }
  }

  /// The phrase inside one row: its entries are called by the titles of their columns.
  private func row(_ binding: Binding, _ columns: [String: Wording]) -> SheetPhrase {
    var inner = self
    for entry in binding.entries {
      if let title = columns[entry.name] { inner.locals[entry.slot] = title }
    }
    return inner
  }

  /// A table by its title, and the titles of its columns.
  private func table(_ step: Step, _ depth: Int) -> (Wording, [String: Wording])? {
    guard depth < Self.mostNesting, case .input(let slot) = step.form,
      rubric.slots.indices.contains(slot)
    else { return nil }
    if case .figure(let number) = rubric.slots[slot] { return chosenRows(number, depth) }
    let declaration: TableDeclaration
    switch rubric.slots[slot] {
    case .table(let number): declaration = rubric.tables[number]
    case .survey(let number): declaration = rubric.surveys[number]
    case .document(let number):
      let document = rubric.documents[number]
      return (document.title ?? Wording(document.name), SheetWording.documentColumns)
    default: return nil
    }
    let columns = declaration.columns.map { ($0.name, $0.title ?? Wording($0.name)) }
    return (
      declaration.title ?? Wording(declaration.name),
      Dictionary(columns, uniquingKeysWith: { first, _ in first })
    )
  }

  /// A figure that picks rows of a table is called by its own title.
  private func chosenRows(_ number: Int, _ depth: Int) -> (Wording, [String: Wording])? {
    let figure = rubric.figures[number]
    guard case .expression(let plan) = figure.value, case .filter(let list, _, _) = plan.step.form
    else { return nil }
    return table(list, depth + 1).map { (figure.title ?? Wording(figure.name), $0.1) }
  }

  private func title(ofSlot slot: Int) -> Wording? { Self.title(ofSlot: slot, in: rubric) }

  /// What a name is called; `nil` where it is no single value.
  static func title(ofSlot slot: Int, in rubric: Rubric) -> Wording? {
    guard rubric.slots.indices.contains(slot) else { return nil }
    return switch rubric.slots[slot] {
    case .fact(let number): rubric.facts[number].title ?? Wording(rubric.facts[number].name)
    case .figure(let number): rubric.figures[number].title ?? Wording(rubric.figures[number].name)
    case .periodStart: SheetWording.periodStart
    case .periodEnd: SheetWording.periodEnd
    case .asOf: ReportsWording.asOf
    case .total: SheetWording.total
    case .surveyColumn(let survey, let column):
      rubric.surveys[survey].columns[column].title
        ?? Wording(rubric.surveys[survey].columns[column].name)
    case .judgements: Wording(en: "the judgements handed in", zh: "评审意见")
    case .faults: Wording(en: "the faults that visits found", zh: "走访指出的问题")
    case .stage: Wording(en: "the stage", zh: "本阶段")
    case .visit: Wording(en: "the term of the visit", zh: "本次走访所在的一期")
    case .cohort(let number):
      rubric.cohort.map { $0.figures[number].title ?? Wording($0.figures[number].name) }
    case .table, .survey, .document, .items, .sections, .tested: nil
    }
  }
}

extension Operator.Arithmetic {
  private var rank: Int {
    switch self {
    case .add, .subtract: 1
    case .multiply, .divide: 2
    case .power: 3
    }
  }

  /// Whether this stands in brackets as an operand of `outer`: `(a + b) × c`, but `a + b + c`.
  fileprivate func needsBrackets(in outer: Operator.Arithmetic, _ isRight: Bool) -> Bool {
    if rank != outer.rank { return rank < outer.rank }
    switch outer {
    case .add: return false
    case .multiply: return isRight && self == .divide
    case .subtract, .divide: return isRight
    case .power: return true
    }
  }
}
