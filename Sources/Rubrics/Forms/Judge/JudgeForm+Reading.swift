import Diagnostics
import FEEL
import Formats
import Values

extension JudgeForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    guard let written = record.record("judge") else { return nil }
    if let low = written.number("from"), let high = written.number("to"), low >= high {
      checker.diagnostics.report(.fromAboveTo(at: written.keyPlace("from")))
    }
    if let step = written.number("step"), !step.isPositive {
      checker.diagnostics.report(
        .stepNotPositive("step", at: written.scalar("step")?.place ?? written.place))
    }
    if written.count("at least") == 0 {
      checker.diagnostics.report(
        .stepNotPositive("at least", at: written.scalar("at least")?.place ?? written.place))
    }
    let bands = written.records("bands").compactMap { band -> Judge.Band? in
      guard let least = band.number("at least"), let says = band.wording("says") else { return nil }
      return Judge.Band(atLeast: least, says: says)
    }
    for (upper, lower) in zip(written.records("bands"), written.records("bands").dropFirst()) {
      if let one = upper.number("at least"), let other = lower.number("at least"), other >= one {
        checker.diagnostics.report(.bandsOutOfOrder(at: lower.place))
      }
    }
    guard let panel = checker.panel(of: item, written), let low = written.number("from"),
      let high = written.number("to")
    else { return nil }
    return JudgeForm(
      judge: Judge(panel: panel, low: low, high: high, step: written.number("step"), bands: bands))
  }
}
