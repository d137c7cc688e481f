import Diagnostics
import Formats
import Values

extension RubricChecker {
  /// The ladder or the straight line by which the form called `form` turns its number into points.
  mutating func pointScale(_ record: Record, _ form: String, _ points: Number?) -> PointScale? {
    let isLinear = record.mentions("full at") || record.mentions("zero at")
    guard isLinear != record.mentions("at least") else {
      diagnostics.report(.scaleForm(form, at: record.keyPlace(form)))
      return nil
    }
    if isLinear {
      guard let full = record.number("full at"), let zero = record.number("zero at") else {
        if record.unreadable.isEmpty {
          diagnostics.report(.scaleForm(form, at: record.keyPlace(form)))
        }
        return nil
      }
      if full == zero { diagnostics.report(.fullAtZero(at: record.keyPlace("full at"))) }
      return .linear(zeroAt: zero, fullAt: full)
    }
    if !record.mentions("else") {
      diagnostics.report(.elseMissing(at: record.keyPlace(form)))
    }
    let lines = ladder(record, "at least", highIsStrict: true)
    let otherwise = record.number("else")
    let amounts = lines.map { ($0.points, $0.place) }
    reportAmounts(amounts, otherwise: otherwise, worth: points, at: record.keyPlace("at least"))
    reportOrder(amounts, otherwise: otherwise)
    return otherwise.map { .steps(lines: lines, otherwise: $0) }
  }
}
