import FEEL
import Rubrics
import Values

extension ItemScorer {
  /// Says where the results come from that an item takes over.
  mutating func noteTakenResults(behind item: Item) {
    guard working.isRecording else { return }
    for slot in rubric.slots(behind: item.inputs) {
      guard case .fact(let number) = rubric.slots[slot],
        rubric.facts[number].origin.taken != nil, evidence.inputs.indices.contains(number)
      else { continue }
      let input = evidence.inputs[number]
      for words in [input.provenance].compactMap(\.self) + input.notes {
        working.note(.note(.takenOver(input.declaration.name, from: words)))
      }
    }
  }

  /// Says which terms were missed of the calendars that an item rests on.
  mutating func noteCalendars(behind item: Item) {
    guard working.isRecording, !calendars.isEmpty else { return }
    for slot in rubric.slots(behind: item.inputs) {
      guard let calendar = calendars[slot] else { continue }
      working.note(.note(.calendar(calendar)))
    }
  }
}
