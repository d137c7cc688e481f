import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

/// Numbers of an evaluation that a report shows, and what plain sums of them come to.
///
/// Nothing is run again: facts and figures stand in the evaluation, and rows are counted in the derivation of the item.
struct KnownNumbers {
  let evaluation: Evaluation
  private let figures: [Int: FigureResult]

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    figures = Dictionary(
      evaluation.figures.map { ($0.figure.slot, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A plan, with the rows that were looked at while it was run.
  struct Looked {
    let plan: Plan
    let rows: [RowUse]
  }

  /// Deeper sums nobody reads as one quantity.
  private static let mostNesting = 8

  /// What a step came to; `nil` where it is not a plain number that is shown.
  func number(_ step: Step, _ looked: Looked, depth: Int = 0) -> Number? {
    guard depth < Self.mostNesting else { return nil }
    func inner(_ step: Step) -> Number? { number(step, looked, depth: depth + 1) }
    switch step.form {
    case .constant(.number(let number)): return number
    case .input(let slot): return number(ofSlot: slot)
    case .negation(let step): return inner(step)?.negated
    case .arithmetic(let sign, let left, let right):
      guard let left = inner(left), let right = inner(right) else { return nil }
      switch sign {
      case .add: return left.adding(right)
      case .subtract: return left.subtracting(right)
      case .multiply: return left.multiplied(by: right)
      case .divide: return left.divided(by: right)
      case .power: return nil
      }
    case .builtin(let builtin, let arguments):
      if builtin.name == "count", arguments.count == 1 { return count(arguments[0], looked) }
      guard builtin.name == "max" || builtin.name == "min", arguments.count == 2,
        let first = inner(arguments[0]), let second = inner(arguments[1])
      else { return nil }
      return builtin.name == "max" ? max(first, second) : min(first, second)
    default: return nil
    }
  }

  func value(ofSlot slot: Int) -> Value? {
    guard evaluation.rubric.slots.indices.contains(slot) else { return nil }
    switch evaluation.rubric.slots[slot] {
    case .fact(let number):
      guard evaluation.inputs.indices.contains(number) else { return nil }
      let input = evaluation.inputs[number]
      return input.declaration.isPrivate ? nil : input.value
    case .figure:
      guard let figure = figures[slot], !figure.isWithheld else { return nil }
      return figure.value
    default: return nil
    }
  }

  private func number(ofSlot slot: Int) -> Number? {
    if case .number(let number) = value(ofSlot: slot) { number } else { nil }
  }

  func figure(ofSlot slot: Int) -> FigureResult? { figures[slot] }

  /// How many rows a list has: they were counted when the expression was run.
  private func count(_ list: Step, _ looked: Looked) -> Number? {
    guard let text = looked.plan.words(of: list) else { return nil }
    let use = looked.rows.first { $0.role == .taken && $0.expression == text }
    guard let use, use.openCount == 0 else { return nil }
    return Number(use.count)
  }

  /// The unit of what a step looks at.
  func unit(of step: Step) -> String? {
    switch step.form {
    case .input(let slot):
      guard evaluation.rubric.slots.indices.contains(slot) else { return nil }
      switch evaluation.rubric.slots[slot] {
      case .fact(let number): return evaluation.rubric.facts[number].unit
      case .figure(let number): return evaluation.rubric.figures[number].unit
      default: return nil
      }
    case .negation(let inner): return unit(of: inner)
    case .arithmetic(.add, let left, let right), .arithmetic(.subtract, let left, let right):
      return unit(of: left) ?? unit(of: right)
    default: return nil
    }
  }
}

extension Plan {
  /// What a step was written as.
  fileprivate func words(of step: Step) -> String? {
    guard notes.indices.contains(Int(step.id)) else { return nil }
    let note = notes[Int(step.id)]
    guard passages.indices.contains(note.passage) else { return nil }
    let text = passages[note.passage].text.utf8
    guard note.span.start >= 0, note.span.end <= text.count, note.span.start <= note.span.end
    else { return nil }
    let start = text.index(text.startIndex, offsetBy: note.span.start)
    let end = text.index(text.startIndex, offsetBy: note.span.end)
    return String(text[start..<end])
  }
}
