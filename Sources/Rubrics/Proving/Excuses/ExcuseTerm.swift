import Diagnostics
import FEEL
import Values

/// Something that conditions of two rubrics may both look at: a fact, a share, a count.
struct ExcuseTerm: Hashable {
  /// How a term of a party stands to the same term as one of its subjects sees it.
  ///
  /// A subject sees of a party's table only its own rows.
  enum Relation { case same, atLeast, atMost, independent }

  /// The same words over the same facts have the same key.
  let key: String
  /// As a person reads it.
  let name: String
  let relation: Relation

  static func == (left: ExcuseTerm, right: ExcuseTerm) -> Bool { left.key == right.key }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }

  func named(_ name: String) -> ExcuseTerm {
    ExcuseTerm(key: key, name: name, relation: relation)
  }
}

/// Where the words of a step stand.
enum ExcuseWords {
  case plan(Plan)
  /// A cell or an input of a decision table, and the step that all of it is.
  case cell(Passage, Step)
  /// Only the place of something larger is kept.
  case unwritten(Place)

  /// - Returns: `nil` for a part of a cell, whose words are not kept apart.
  func text(of step: Step) -> String? {
    switch self {
    case .plan(let plan): String(plan.text(of: step))
    case .cell(let passage, let whole): step === whole ? passage.text : nil
    case .unwritten: nil
    }
  }

  func place(of step: Step) -> Place {
    switch self {
    case .plan(let plan): plan.place(of: step)
    case .cell(let passage, _): passage.wholePlace
    case .unwritten(let place): place
    }
  }
}

extension Passage {
  var wholePlace: Place { place(of: Span(0, text.utf8.count)) }
}

extension ExcuseLogic {
  mutating func numberTerm(_ step: Step, _ words: ExcuseWords) -> ExcuseTerm {
    let term = term(step, words)
    domains[term] = finder.domain(of: step)
    return term
  }

  mutating func term(_ step: Step, _ words: ExcuseWords) -> ExcuseTerm {
    var leaves = Set<String>()
    let key = key(step, words, 0, &leaves)
    let term = ExcuseTerm(
      key: key, name: name(step, words), relation: relation(step, leaves, 0))
    note(term, leaves, mayBeNull: mayBeNull(step, 0))
    return term
  }

  mutating func note(_ term: ExcuseTerm, _ leaves: Set<String>, mayBeNull: Bool) {
    facts[term] = leaves
    if mayBeNull { nullable.insert(term) }
  }

  func name(_ step: Step, _ words: ExcuseWords) -> String {
    if case .input(let slot) = step.form { return rubric.name(ofSlot: slot) ?? "?" }
    return words.text(of: step)?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? "?"
  }

  // MARK: keys

  /// The words of a step, and what each name in it means.
  func key(_ step: Step, _ words: ExcuseWords, _ depth: Int, _ leaves: inout Set<String>) -> String
  {
    guard depth < Self.mostDepth else { return "… \(words.place(of: step).description)" }
    if case .input(let slot) = step.form { return key(ofSlot: slot, depth + 1, &leaves) }
    let meanings = step.inputs.sorted().map { slot in
      "\(rubric.name(ofSlot: slot) ?? "?"):\(key(ofSlot: slot, depth + 1, &leaves))"
    }
    // Without its words a step is like no other.
    let written =
      words.text(of: step)?.filter { !$0.isWhitespace }
      ?? "\(step.id) \(words.place(of: step).description)"
    return "\(written){\(meanings.sorted().joined(separator: ";"))}"
  }

  private func key(ofSlot slot: Int, _ depth: Int, _ leaves: inout Set<String>) -> String {
    guard rubric.slots.indices.contains(slot) else { return "?" }
    if let inner = figure(slot) { return key(inner.step, .plan(inner), depth, &leaves) }
    if let leaf = leaf(ofSlot: slot) {
      leaves.insert(leaf.name)
      return leaf.name
    }
    switch rubric.slots[slot] {
    case .periodStart, .periodEnd, .asOf: return rubric.name(ofSlot: slot) ?? "?"
    case .stage where stage != nil: return "stage \(stage ?? "")"
    case .figure(let number):
      // A table or a calendar rests on leaves of its own.
      for inner in rubric.slots(behind: rubric.figures[number].slotsUsed) {
        if let leaf = self.leaf(ofSlot: inner) { leaves.insert(leaf.name) }
      }
      return "\(party) figure \(rubric.figures[number].name)"
    default:
      let leaf = "\(party) \(rubric.name(ofSlot: slot) ?? "?")"
      leaves.insert(leaf)
      return leaf
    }
  }

  /// What a slot of given evidence is called among all parties, and whether the evaluated body itself gives it.
  ///
  /// What the town gives is the same to the station that reads it `from: town` and to the town.
  func leaf(ofSlot slot: Int) -> (name: String, isOwn: Bool)? {
    func giver(_ origin: Origin) -> String {
      switch origin {
      case .bundle, .subject: party
      case .party(let role): role
      case .reference: "reference"
      case .round: "round of \(party)"
      // A result that is taken over is nobody's evidence, whatever others call theirs.
      case .result(let taken): "\(taken) of \(party)"
      }
    }
    switch rubric.slots[slot] {
    case .fact(let number):
      let fact = rubric.facts[number]
      return (
        "fact \(giver(fact.origin)) \(fact.headers.first ?? fact.name)", fact.origin == .bundle
      )
    case .table(let number):
      let table = rubric.tables[number]
      return ("table \(giver(table.origin)) \(table.fileName)", table.origin == .bundle)
    case .document(let number):
      return ("document \(party) \(rubric.documents[number].name)", true)
    default: return nil
    }
  }

  private func relation(
    _ step: Step, _ leaves: Set<String>, _ depth: Int
  ) -> ExcuseTerm.Relation {
    if leaves.allSatisfy({ $0.hasPrefix("fact ") }) { return .same }
    guard depth < Self.mostDepth else { return .independent }
    switch step.form {
    case .input(let slot):
      return figure(slot).map { relation($0.step, leaves, depth + 1) } ?? .independent
    case .builtin(let builtin, let arguments) where arguments.count == 1:
      switch builtin.name {
      case "count", "max": return .atLeast
      case "min": return .atMost
      default: return .independent
      }
    case .some: return .atLeast
    case .every: return .atMost
    default: return .independent
    }
  }

  // MARK: nulls

  /// Whether a step can be null though everything it looks at is known; true where that is not seen.
  func mayBeNull(_ step: Step, _ depth: Int) -> Bool {
    guard depth < Self.mostDepth else { return true }
    func any(_ steps: Step...) -> Bool { steps.contains { mayBeNull($0, depth + 1) } }
    switch step.form {
    case .constant(let value): return value.isNull
    case .input(let slot):
      if let inner = figure(slot) { return mayBeNull(inner.step, depth + 1) }
      guard rubric.slots.indices.contains(slot) else { return true }
      switch rubric.slots[slot] {
      case .fact(let number): if case .optional = rubric.facts[number].shape { return true }
      case .periodStart, .periodEnd, .asOf, .stage, .visit: break
      default: return true
      }
      return false
    case .negation(let inner): return any(inner)
    case .arithmetic(.divide, let left, let right):
      return any(left, right) || finder.domain(of: right).set.contains(.zero)
    case .arithmetic(.power, _, _): return true
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
      return any(left, right)
    case .and(let terms), .or(let terms): return terms.contains { mayBeNull($0, depth + 1) }
    case .if(let condition, let then, let otherwise): return any(condition, then, otherwise)
    case .builtin(let builtin, let arguments):
      switch builtin.name {
      case "count": return false
      case "not", "abs": return arguments.contains { mayBeNull($0, depth + 1) }
      case "min" where arguments.count > 1, "max" where arguments.count > 1:
        return arguments.contains { mayBeNull($0, depth + 1) }
      default: return true
      }
    default: return true
    }
  }
}

extension Value {
  fileprivate var isNull: Bool { if case .null = self { true } else { false } }
}
