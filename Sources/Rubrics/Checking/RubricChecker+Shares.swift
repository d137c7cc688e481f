import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// A share of the same thing is rarely asked to be one and a half of it.
  private static let greatestShare = Number("1.5") ?? .one

  /// A ladder over a share all of whose thresholds are percentages without their sign.
  mutating func reportShares(_ value: Plan, _ lines: [LadderLine]) {
    guard isShare(value.step, of: value), !lines.isEmpty,
      lines.allSatisfy({ $0.threshold > Self.greatestShare })
    else { return }
    // What the bounds of the quantity exclude has been told.
    let domain = finder.domain(of: value.step)
    guard let line = lines.first, domain.set.contains(line.threshold) else { return }
    diagnostics.report(
      .shareNeverReaches(
        String(value.text(of: value.step)), line.threshold, at: line.place))
  }

  /// Comparisons of a share with a percentage without its sign.
  mutating func reportShares(in plan: Plan) {
    var found: [(share: Step, threshold: Number, place: Place)] = []
    plan.step.walk { step in
      guard case .comparison(_, let left, let right) = step.form else { return }
      for (share, constant) in [(left, right), (right, left)] {
        if let number = constant.constantNumber, number > Self.greatestShare,
          isShare(share, of: plan)
        {
          found.append((share, number, plan.place(of: constant)))
        }
      }
    }
    for (share, threshold, place) in found {
      diagnostics.report(
        .shareNeverReaches(String(plan.text(of: share)), threshold, at: place))
    }
  }

  /// A quotient of two quantities of one unit, or a figure without a unit of its own that is one.
  private func isShare(_ step: Step, of plan: Plan) -> Bool {
    switch step.form {
    case .arithmetic(.divide, let left, let right):
      guard left.constantNumber == nil, right.constantNumber == nil,
        let one = plan.notes[Int(left.id)].shape.unit,
        let other = plan.notes[Int(right.id)].shape.unit
      else { return false }
      return one == other
    case .input(let slot):
      guard let figure = figures.first(where: { $0.slot == slot }), figure.unit == nil,
        case .expression(let plan) = figure.value
      else { return false }
      return isShare(plan.step, of: plan)
    default: return false
    }
  }
}
