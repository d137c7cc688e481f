package import FEEL
package import Values

extension Step {
  /// The value where the step is a constant, or arithmetic on constants.
  package var constantValue: Value? {
    switch form {
    case .constant(let value): value
    case .negation, .arithmetic: constantNumber.map { .number($0) }
    default: nil
    }
  }

  var constantNumber: Number? {
    switch form {
    case .constant(.number(let number)): return number
    case .negation(let inner): return inner.constantNumber?.negated
    case .arithmetic(let sign, let left, let right):
      guard let left = left.constantNumber, let right = right.constantNumber else { return nil }
      return switch sign {
      case .add: left.adding(right)
      case .subtract: left.subtracting(right)
      case .multiply: left.multiplied(by: right)
      case .divide: left.divided(by: right)
      case .power: left.power(right)
      }
    default: return nil
    }
  }
}
