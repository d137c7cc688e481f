import FEEL
import Values

extension NumberSet {
  init(_ sign: Operator.Comparison, _ number: Number) {
    self =
      switch sign {
      case .equal: .only(number)
      case .unequal: NumberSet.only(number).complement
      case .less: .to(number, included: false)
      case .atMost: .to(number, included: true)
      case .greater: .from(number, included: false)
      case .atLeast: .from(number, included: true)
      }
  }
}
