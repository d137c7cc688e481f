package import Diagnostics
import Formats
import Values

extension Rounding {
  /// As written; rubrics and policies share it.
  package init?(_ record: Record, into diagnostics: inout Diagnostics) {
    if let step = record.number("to"), !step.isPositive {
      diagnostics.report(.stepNotPositive("to", at: record.scalar("to")?.place ?? record.place))
    }
    guard let step = record.number("to"), step.isPositive,
      let mode = record.string("mode").flatMap({ RoundingMode(words: $0) })
    else { return nil }
    self.init(step: step, mode: mode)
  }
}
