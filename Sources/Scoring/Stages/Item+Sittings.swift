import Diagnostics
import Rubrics

extension Item {
  /// The marks that are weighed together: those of each time of a stage, or all where the item has none.
  ///
  /// `faults` says, one a mark, why it cannot stand for its stage.
  func sittings(
    of marks: [AssessorMark], _ faults: [Wording?], in rubric: Rubric, _ period: Period?
  ) -> [(stage: String?, marks: [AssessorMark])] {
    let acceptable = marks.indices.filter { !faults.indices.contains($0) || faults[$0] == nil }
      .map { marks[$0] }
    guard !stages.isEmpty else { return [(nil, acceptable)] }
    return times(in: rubric, period).map { time in (time.id, acceptable.filter(time.takes)) }
  }
}
