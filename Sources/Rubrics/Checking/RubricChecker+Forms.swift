import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// Reads the form of an item worth `points`: full marks or the cap of a deduction, `nil` if unreadable.
  mutating func form(
    _ record: Record, of item: Record, worth points: Number?
  ) -> (any ScoringForm)? {
    ScoringForms.type(named: record.construct.name)?
      .read(record, of: item, worth: points, by: &self)
  }

  /// The texts that an expression can give; `nil` where that is not known.
  func possibleTexts(_ value: Plan) -> [String]? {
    if value.shape.withoutOptional == .boolean { return ["true", "false"] }
    guard case .input(let slot) = value.step.form, slots.indices.contains(slot),
      case .fact(let number) = slots[slot]
    else { return nil }
    return facts[number].allowed
  }
}

extension Shape {
  var withoutOptional: Shape {
    if case .optional(let inner) = self { inner.withoutOptional } else { self }
  }
}
