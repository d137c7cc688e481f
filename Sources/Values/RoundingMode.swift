/// How a number between two that may be kept chooses one of them.
package enum RoundingMode: String, Sendable, Hashable, CaseIterable {
  case halfEven, halfUp, halfDown
  /// Away from zero.
  case up
  /// Towards zero.
  case down
  case floor, ceiling

  /// Whether the magnitude goes to the next step; `order` is that of twice the remainder to the step.
  func raises(isNegative: Bool, isOdd: Bool, hasRemainder: Bool, order: Int) -> Bool {
    switch self {
    case .halfEven: order > 0 || (order == 0 && isOdd)
    case .halfUp: order >= 0
    case .halfDown: order > 0
    case .up: hasRemainder
    case .down: false
    case .floor: hasRemainder && isNegative
    case .ceiling: hasRemainder && !isNegative
    }
  }
}
