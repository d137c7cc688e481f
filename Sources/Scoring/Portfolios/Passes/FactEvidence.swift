import FEEL
import Rubrics
import Values

/// What the facts of every subject come to in one test, in the form of the cells of a pass.
struct FactSide: Sendable {
  /// By subject; one more, for rows that belong to nobody.
  private(set) var payloads: [Int64] = []
  /// Whether the row evaluator must be asked about the subject, by states of `PassColumn`.
  private(set) var states: [UInt8] = []

  init(
    _ test: FactTest, of evidence: FactEvidence, _ identities: TextIdentities
  ) {
    var slots = evidence.emptySlots
    payloads.reserveCapacity(evidence.subjectCount + 1)
    states.reserveCapacity(evidence.subjectCount + 1)
    for subject in 0..<evidence.subjectCount {
      evidence.fill(&slots, for: test.facts.slotsUsed, of: subject)
      append(test.facts.run(slots), test.kind, identities)
    }
    payloads.append(0)
    states.append(PassColumn.State.known)
  }

  private mutating func append(_ value: Value, _ kind: FactTest.Kind, _ identities: TextIdentities)
  {
    var payload: Int64?
    switch (kind, value) {
    case (.number, .number(let number)): payload = number.scaled(to: -NumberRule.decimals)
    case (.date, .date(let date)): payload = Int64(date.dayNumber)
    case (.string, .string(let text)): payload = identities.identity(of: text)
    case (.boolean, .boolean(let flag)): payload = flag ? 1 : 0
    default: break
    }
    payloads.append(payload ?? 0)
    states.append(payload == nil ? PassColumn.State.open : PassColumn.State.known)
  }

  /// The verdicts of a test over the rows of a batch.
  func read(
    _ test: FactTest, _ column: PassColumn?, of subjects: UnsafePointer<Int32>, _ rowCount: Int,
    into verdicts: UnsafeMutablePointer<UInt8>
  ) {
    guard let column else {
      for row in 0..<rowCount {
        let subject = Int(subjects[row])
        verdicts[row] =
          states[subject] != PassColumn.State.known
          ? Verdict.isOpen : payloads[subject] != 0 ? Verdict.isTrue : Verdict.isFalse
      }
      return
    }
    switch test.comparison {
    case .equal: fill(column, subjects, rowCount, test.whenNull, verdicts) { $0 == $1 }
    case .unequal: fill(column, subjects, rowCount, test.whenNull, verdicts) { $0 != $1 }
    case .less: fill(column, subjects, rowCount, test.whenNull, verdicts) { $0 < $1 }
    case .atMost: fill(column, subjects, rowCount, test.whenNull, verdicts) { $0 <= $1 }
    case .greater: fill(column, subjects, rowCount, test.whenNull, verdicts) { $0 > $1 }
    case .atLeast: fill(column, subjects, rowCount, test.whenNull, verdicts) { $0 >= $1 }
    }
  }

  @inline(__always)
  private func fill(
    _ column: PassColumn, _ subjects: UnsafePointer<Int32>, _ rowCount: Int, _ whenNull: UInt8,
    _ verdicts: UnsafeMutablePointer<UInt8>, _ holds: (Int64, Int64) -> Bool
  ) {
    let (cells, cellStates) = (column.payloads, column.states)
    payloads.withUnsafeBufferPointer { payloads in
      states.withUnsafeBufferPointer { states in
        for row in 0..<rowCount {
          let subject = Int(subjects[row])
          if states[subject] | cellStates[row] == PassColumn.State.known {
            verdicts[row] =
              holds(cells[row], payloads[subject]) ? Verdict.isTrue : Verdict.isFalse
          } else if states[subject] == PassColumn.State.known,
            cellStates[row] == PassColumn.State.null
          {
            verdicts[row] = whenNull
          } else {
            verdicts[row] = Verdict.isOpen
          }
        }
      }
    }
  }
}

/// The facts of a portfolio as passes over tables need them: known before any table is read.
struct FactEvidence: Sendable {
  let emptySlots: [Value]
  private let facts: [Column?]
  private let subjects: [Portfolio.Subject]
  private let rubric: Rubric

  /// Columns by declared fact, with the rows of the file.
  init(
    _ facts: [Column?], of subjects: [Portfolio.Subject], in rubric: Rubric, emptySlots: [Value]
  ) {
    self.facts = facts
    self.subjects = subjects
    self.rubric = rubric
    self.emptySlots = emptySlots
  }

  var subjectCount: Int { subjects.count }

  /// Puts what is known of a subject into some of the slots.
  func fill(_ slots: inout [Value], for used: [Int], of subject: Int) {
    for slot in used where rubric.slots.indices.contains(slot) {
      guard case .fact(let fact) = rubric.slots[slot], let column = facts[fact],
        let row = subjects[subject].row
      else { continue }
      slots[slot] = column[row]
    }
  }
}
