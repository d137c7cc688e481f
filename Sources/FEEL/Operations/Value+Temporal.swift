import Values

extension Value {
  /// An arithmetic operation in which a date, a time or a duration takes part.
  static func temporalArithmetic(
    _ operation: Operator.Arithmetic, _ left: Value, _ right: Value
  ) -> Value {
    switch operation {
    case .add: temporalSum(left, right)
    case .subtract: temporalDifference(left, right)
    case .multiply: temporalProduct(left, right)
    case .divide: temporalQuotient(left, right)
    case .power: .null(NullReason(.wrongType, operation.rawValue))
    }
  }
}
