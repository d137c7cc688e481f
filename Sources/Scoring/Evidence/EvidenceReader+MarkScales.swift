import Diagnostics
import Formats
import Rubrics
import Values

extension EvidenceReader {
  /// Marks that bear a percent sign, read on the scales of their items; those that have two readings are lost.
  func withReadableMarks(
    _ source: EvidenceSource, into diagnostics: inout Diagnostics
  ) -> EvidenceSource {
    guard source.marks.values.contains(where: { $0.contains { $0.percentText != nil } }) else {
      return source
    }
    var source = source
    for item in rubric.everyItem {
      guard let marks = source.marks[item.id], let scale = item.plan.markScale else { continue }
      let reader = CellReader(
        .number, scale: CellScale(range: NumberInterval(scale.low, scale.high)))
      source.marks[item.id] = marks.compactMap { mark in
        guard let text = mark.percentText else { return mark }
        if case .value(.number(let value), _) = reader.read(text) { return mark.reading(value) }
        diagnostics.report(
          .markScaleUnknown(
            text, reader.readings(of: text), by: mark.by, item: item.id, at: mark.place))
        source.lostMarks.append(
          LostMark(item: item.id, role: mark.role, place: mark.place ?? .file(rubric.path)))
        return nil
      }
    }
    return source
  }
}

extension AssessorMark {
  fileprivate func reading(_ value: Number) -> AssessorMark {
    AssessorMark(
      by: by, role: role, stage: stage, date: date, value: value, band: band, reason: reason,
      standsInFor: standsInFor, place: place)
  }
}
