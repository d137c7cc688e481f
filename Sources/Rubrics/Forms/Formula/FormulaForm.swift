import FEEL
import Values

/// A number, kept within a range whose least may be negative.
struct FormulaForm: WrittenForm {
  let name = "formula"
  let value: Plan
  let low: Number
  let high: Number

  func plan(greatest: Number, isDeduction: Bool) -> ScorePlan {
    ScorePlan(.number(value), worth: .itself, least: min(low, .zero))
  }
}
