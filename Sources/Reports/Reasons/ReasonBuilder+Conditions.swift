import Diagnostics
import FEEL
import Rubrics
import Scoring
import Values

/// Conditions that do not hold: of several only those that do not.
extension ReasonBuilder {
  /// What of a condition does not hold: of several only those that do not.
  func lacking(
    _ step: Step, _ looked: KnownNumbers.Looked, _ item: Item, depth: Int = 0
  ) -> [Report.ReasonLine] {
    func words(_ step: Step) -> Wording? {
      SheetPhrase.words(of: step, of: looked.plan, in: rubric)
    }
    switch step.form {
    case .and(let terms) where depth < 4:
      let failing = terms.filter { holds($0, looked) == false }
      let holding = terms.filter { holds($0, looked) == true }
      guard !failing.isEmpty, failing.count + holding.count == terms.count else { break }
      return failing.flatMap { lacking($0, looked, item, depth: depth + 1) }
    case .comparison(let comparison, let left, let right):
      guard let value = known.number(left, looked), let line = known.number(right, looked) else {
        break
      }
      switch comparison {
      case .atLeast, .greater:
        guard let distance = line.subtracting(value) else { break }
        var told = reason(.below, left, looked, item, value, line, distance)
        if comparison == .greater { told.isStrict = true }
        return [told]
      case .atMost, .less:
        guard let distance = value.subtracting(line) else { break }
        var told = reason(.above, left, looked, item, value, line, distance)
        if comparison == .less { told.isStrict = true }
        return [told]
      case .equal, .unequal: break
      }
    case .input:
      return [Report.ReasonLine(.lacking, words(step) ?? item.says)]
    default: break
    }
    return [Report.ReasonLine(.unmet, words(step) ?? item.says)]
  }

  /// Whether a condition over what is known holds; `nil` where that cannot be told from it alone.
  private func holds(_ step: Step, _ looked: KnownNumbers.Looked) -> Bool? {
    switch step.form {
    case .input(let slot):
      if case .boolean(let holds)? = known.value(ofSlot: slot) { return holds }
      return nil
    case .comparison(let comparison, let left, let right):
      guard let left = known.number(left, looked), let right = known.number(right, looked) else {
        return nil
      }
      return comparison.holds(left, right)
    default: return nil
    }
  }
}
