import FEEL
import Rubrics
import Values

/// A condition over the cells of one row: tests of cells, joined by `and`, `or` and `not`.
indirect enum RowCondition: Sendable {
  case test(Int)
  case all([RowCondition])
  case any([RowCondition])
  case not(RowCondition)

  /// Conditions inside conditions; each level takes room of its own.
  static let mostNested = 8

  /// How many levels of room it takes besides its own.
  var depth: Int {
    switch self {
    case .test: 0
    case .not(let condition): condition.depth
    case .all(let terms), .any(let terms):
      terms.enumerated().map { place, term in
        if case .test = term { 0 } else { term.depth + (place == 0 ? 0 : 1) }
      }.max() ?? 0
    }
  }
}

/// What a condition says of a row, in bits: may be true, may be false; both for null; and a third where a cell is not known.
///
/// Joining whole columns of verdicts takes a few operations on words.
enum Verdict {
  static let isTrue: UInt8 = 0b001
  static let isFalse: UInt8 = 0b010
  static let isNull: UInt8 = 0b011
  static let isOpen: UInt8 = 0b111

  /// Of a value that a condition came to.
  static func of(_ value: Value) -> UInt8 {
    switch value {
    case .boolean(true): isTrue
    case .boolean(false): isFalse
    case .null: isNull
    // Whatever else it is, the row evaluator knows what it means.
    default: isOpen
    }
  }

  @inline(__always)
  static func and(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let known = (left & right & isTrue) | ((left | right) & isFalse)
    return known | ((left | right) & 4 & (known &+ 1))
  }

  @inline(__always)
  static func or(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let known = ((left | right) & isTrue) | (left & right & isFalse)
    return known | ((left | right) & 4 & (known &+ 1))
  }

  @inline(__always)
  static func not(_ verdict: UInt8) -> UInt8 {
    (verdict & 1) << 1 | (verdict & 2) >> 1 | (verdict & 4)
  }
}

/// A part of a condition that is decided cell by cell: nearly always of one column.
struct CellTest: Sendable {
  /// The declared columns that it looks at, ascending.
  let columns: [Int]
  /// What it comes to for each row of a table, as a list.
  let plan: Plan
  /// The same question as intervals, where it asks only where a number lies.
  let rule: NumberRule?
  /// Where it asks what facts of the subject come to; `plan` is not run then.
  var fact: FactTest?
}

/// Which cells of its row a condition looks at, and which facts of the row's subject.
struct CellUses {
  private let element: Int?
  private let entries: [Int: Int]
  private let names: [String]
  /// Slots of facts, which are known of a row's subject before the row is read.
  private let facts: Set<Int>
  private(set) var columns: Set<Int> = []
  private(set) var factsUsed: Set<Int> = []

  init(_ binding: Binding, columns names: [String], facts: Set<Int>) {
    element = binding.slot
    self.names = names
    self.facts = facts
    var entries: [Int: Int] = [:]
    for entry in binding.entries {
      if let column = names.firstIndex(of: entry.name) { entries[entry.slot] = column }
    }
    self.entries = entries
  }

  /// The column that `step` names, where it does nothing else.
  func column(_ step: Step) -> Int? {
    switch step.form {
    case .local(let slot): return entries[slot]
    case .path(let source, let name, _):
      guard case .local(let slot) = source.form, slot == element else { return nil }
      return names.firstIndex(of: name)
    default: return nil
    }
  }

  /// - Returns: `false` where it looks at anything else, or is of a kind that is not known to be a plain function of them.
  mutating func look(at step: Step) -> Bool {
    if let column = column(step) {
      columns.insert(column)
      return true
    }
    switch step.form {
    case .constant: return true
    case .input(let slot) where facts.contains(slot):
      factsUsed.insert(slot)
      return true
    case .path(let source, _, _), .negation(let source): return look(at: source)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
      return look(at: left) && look(at: right)
    case .between(let tested, let low, let high):
      return look(at: tested) && look(at: low) && look(at: high)
    case .and(let terms), .or(let terms), .list(let terms):
      return terms.allSatisfy { look(at: $0) }
    case .range(let range):
      return range.parts.allSatisfy { look(at: $0) }
    case .builtin(let overloads, let arguments):
      // The clock is no cell.
      guard !["now", "today"].contains(overloads.name) else { return false }
      return arguments.allSatisfy { look(at: $0) }
    case .matching(let match):
      return look(at: match.input)
        && match.tests.allSatisfy { test in
          switch test {
          case .condition(let step), .member(let step):
            look(at: step, besides: match.slot)
          }
        }
    case .if(let condition, let then, let otherwise):
      return look(at: condition) && look(at: then) && look(at: otherwise)
    case .local, .input, .context, .instance, .index, .filter, .for, .some, .every, .call,
      .function, .decisionTable:
      return false
    }
  }

  /// Whether `step` looks at facts, and at nothing else.
  func isOfFacts(_ step: Step) -> Bool {
    var uses = self
    uses.columns = []
    uses.factsUsed = []
    return uses.look(at: step) && uses.columns.isEmpty && !uses.factsUsed.isEmpty
  }

  /// A test may name the value tested, whose cells have been seen already.
  private mutating func look(at step: Step, besides slot: Int) -> Bool {
    switch step.form {
    case .local(slot): return true
    case .comparison(_, let left, let right):
      return look(at: left, besides: slot) && look(at: right, besides: slot)
    case .range(let range):
      return range.parts.allSatisfy { look(at: $0, besides: slot) }
    default: return look(at: step)
    }
  }
}
