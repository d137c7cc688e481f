import Values

extension Value {
  /// FEEL's `+ - * / **`: null with a reason where the operator does not know the operands.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.3, tables 57 to 62.
  static func arithmetic(
    _ operation: Operator.Arithmetic, _ left: Value, _ right: Value
  ) -> Value {
    switch (left, right) {
    case (.number(let left), .number(let right)): return numbers(operation, left, right)
    case (.null(let reason), _), (_, .null(let reason)): return .null(reason)
    case (.unknown, _), (_, .unknown): return unknownArithmetic(operation, left, right)
    case (.string(let left), .string(let right)) where operation == .add:
      guard left.utf8.count + right.utf8.count <= Limits.textLength else {
        return .null(NullReason(.limitExceeded, operation.rawValue))
      }
      return .string(left + right)
    default:
      return temporalArithmetic(operation, left, right)
    }
  }

  private static func numbers(
    _ operation: Operator.Arithmetic, _ left: Number, _ right: Number
  ) -> Value {
    let result: Number?
    switch operation {
    case .add: result = left.adding(right)
    case .subtract: result = left.subtracting(right)
    case .multiply: result = left.multiplied(by: right)
    case .divide:
      if right.isZero { return .null(NullReason(.divisionByZero, operation.rawValue)) }
      result = left.divided(by: right)
    case .power:
      guard let power = left.power(right) else {
        let isDomainError = left.isZero || left.isNegative && !right.isInteger
        return .null(
          NullReason(isDomainError ? .domainError : .numberTooLarge, operation.rawValue))
      }
      result = power
    }
    return result.map(Value.number) ?? .null(NullReason(.numberTooLarge, operation.rawValue))
  }

  /// FEEL's unary minus.
  static func negated(_ value: Value) -> Value {
    switch value {
    case .number(let number): return .number(number.negated)
    case .dayTimeDuration, .yearMonthDuration:
      return temporalNegation(value)
    case .null: return value
    case .unknown(let unknown):
      if let interval = unknown.bounds.interval {
        let bounds = Bounds(interval.negated, mayBeNull: unknown.bounds.mayBeNull)
        return .within(bounds, missing: unknown.missing)
      }
      if let all = value.alternatives {
        return .hull(of: all.map(negated), missing: unknown.missing)
      }
      switch unknown.bounds.kind {
      case .shaped(.dayTimeDuration), .shaped(.yearMonthDuration): return value
      default: return .unknown(Unknown(.any, missing: unknown.missing))
      }
    default: return .null(NullReason(.wrongType, "-"))
    }
  }
}
