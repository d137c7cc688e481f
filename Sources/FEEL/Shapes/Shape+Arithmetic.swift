import Values

extension Shape {
  /// The shape of `left sign right`, nulls left aside; `nil` where FEEL has no such operation.
  ///
  /// - Source: DMN 1.5, clause 10.3.2.3.6, tables 56 to 60.
  static func arithmetic(
    _ sign: Operator.Arithmetic, _ left: Shape, _ right: Shape
  ) -> Shape? {
    let left = left.withoutNull
    let right = right.withoutNull
    if left.isAny || right.isAny { return anyArithmetic(sign, left.isAny ? right : left) }
    switch sign {
    case .add: return added(left, right) ?? added(right, left)
    case .subtract: return subtracted(left, right)
    case .multiply:
      switch (left, right) {
      case (.number(let one), .number(let other)):
        // A number without a unit scales; the unit of a product of two is nobody's word.
        return .number(unit: one == nil ? other : other == nil ? one : nil)
      case (.number, .dayTimeDuration), (.dayTimeDuration, .number): return .dayTimeDuration
      case (.number, .yearMonthDuration), (.yearMonthDuration, .number): return .yearMonthDuration
      default: return nil
      }
    case .divide:
      switch (left, right) {
      case (.number(let one), .number(let other)): return .number(unit: other == nil ? one : nil)
      case (.dayTimeDuration, .number): return .dayTimeDuration
      case (.yearMonthDuration, .number): return .yearMonthDuration
      case (.dayTimeDuration, .dayTimeDuration), (.yearMonthDuration, .yearMonthDuration):
        return .number
      default: return nil
      }
    case .power:
      if case (.number, .number) = (left, right) { return .number }
      return nil
    }
  }

  private static func added(_ left: Shape, _ right: Shape) -> Shape? {
    switch (left, right) {
    case (.number(let one), .number(let other)): .number(unit: one == other ? one : one ?? other)
    case (.string, .string): .string
    case (.dayTimeDuration, .dayTimeDuration), (.yearMonthDuration, .yearMonthDuration): left
    case (.date, .dayTimeDuration), (.date, .yearMonthDuration): .date
    case (.dateTime, .dayTimeDuration), (.dateTime, .yearMonthDuration): .dateTime
    case (.time, .dayTimeDuration): .time
    default: nil
    }
  }

  private static func subtracted(_ left: Shape, _ right: Shape) -> Shape? {
    switch (left, right) {
    case (.number, .number): added(left, right)
    case (.dayTimeDuration, .dayTimeDuration), (.yearMonthDuration, .yearMonthDuration): left
    case (.date, .dayTimeDuration), (.date, .yearMonthDuration): .date
    case (.dateTime, .dayTimeDuration), (.dateTime, .yearMonthDuration): .dateTime
    case (.time, .dayTimeDuration): .time
    case (.date, .date), (.dateTime, .dateTime), (.date, .dateTime), (.dateTime, .date),
      (.time, .time):
      .dayTimeDuration
    default: nil
    }
  }

  /// With one operand that may be anything, only what the other excludes is known.
  private static func anyArithmetic(_ sign: Operator.Arithmetic, _ other: Shape) -> Shape? {
    switch other {
    case .boolean, .list, .context, .range, .function, .null: nil
    case .string: sign == .add ? .string : nil
    default: .any
    }
  }
}
