import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// The texts that an expression can give; `nil` where that is not known.
  func possibleTexts(_ value: Plan) -> [String]? {
    if value.shape.withoutOptional == .boolean { return ["true", "false"] }
    guard case .input(let slot) = value.step.form, slots.indices.contains(slot),
      case .fact(let number) = slots[slot]
    else { return nil }
    return facts[number].allowed
  }

  /// Where the fact is declared that a value is.
  func declaration(of value: Plan) -> RelatedPlace? {
    guard case .input(let slot) = value.step.form, slots.indices.contains(slot),
      case .fact(let number) = slots[slot]
    else { return nil }
    return .declared(facts[number].place)
  }

  mutating func reportTwice(_ id: Scalar?, among seen: inout [String: Place]) {
    guard let id else { return }
    if let first = seen[id.text] {
      diagnostics.report(.idTwice(id.text, at: id.place, first: nil).pointing(at: .first(first)))
    } else {
      seen[id.text] = id.place
    }
  }
}
