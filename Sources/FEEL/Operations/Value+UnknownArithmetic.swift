import Values

extension Value {
  /// Arithmetic on bounds: the result holds what every pair of completed operands gives.
  static func unknownArithmetic(
    _ operation: Operator.Arithmetic, _ left: Value, _ right: Value
  ) -> Value {
    let missing = missing(left, right)
    let mayBeNull = left.mayBeNull || right.mayBeNull
    if let mine = left.bounds.interval, let theirs = right.bounds.interval {
      let result =
        switch operation {
        case .add: mine.adding(theirs)
        case .subtract: mine.subtracting(theirs)
        case .multiply: mine.multiplied(by: theirs)
        case .divide: mine.divided(by: theirs)
        case .power: mine.power(theirs)
        }
      if operation == .divide, theirs.point?.isZero == true {
        return .null(NullReason(.divisionByZero, operation.rawValue))
      }
      let bounds = Bounds(result.interval, mayBeNull: mayBeNull || result.mayFail)
      return .within(bounds, missing: missing)
    }
    let counted = hullOfCombinations(left, right, missing: missing) {
      arithmetic(operation, $0, $1)
    }
    if let counted { return counted }
    guard let mine = left.bounds.kind.shape, let theirs = right.bounds.kind.shape else {
      return .unknown(Unknown(.any, missing: missing))
    }
    guard let shape = Shape.result(of: operation, mine, theirs) else {
      return .null(NullReason(.wrongType, operation.rawValue))
    }
    // Texts may grow past their limit, dates leave the calendar.
    return .unknown(Unknown(Bounds(of: shape).orNull(), missing: missing))
  }

  /// The hull over every pair of alternatives, where they are few.
  static func hullOfCombinations(
    _ left: Value, _ right: Value, missing: [Missing], _ operation: (Value, Value) -> Value
  ) -> Value? {
    guard let lefts = left.alternatives, let rights = right.alternatives,
      lefts.count * rights.count <= Limits.maximumCombinations
    else { return nil }
    var results: [Value] = []
    for mine in lefts {
      for theirs in rights { results.append(operation(mine, theirs)) }
    }
    return .hull(of: results, missing: missing)
  }
}

extension Shape {
  /// The type of the result of an arithmetic operation on values of two types.
  ///
  /// - Returns: `nil` where FEEL has no such operation: the result is null.
  static func result(of operation: Operator.Arithmetic, _ left: Shape, _ right: Shape) -> Shape? {
    switch (operation, left, right) {
    case (_, .number, .number): .number
    case (.add, .string, .string): .string
    case (.add, .date, .dayTimeDuration), (.add, .date, .yearMonthDuration),
      (.subtract, .date, .dayTimeDuration), (.subtract, .date, .yearMonthDuration),
      (.add, .dayTimeDuration, .date), (.add, .yearMonthDuration, .date):
      .date
    case (.add, .dateTime, .dayTimeDuration), (.add, .dateTime, .yearMonthDuration),
      (.subtract, .dateTime, .dayTimeDuration), (.subtract, .dateTime, .yearMonthDuration),
      (.add, .dayTimeDuration, .dateTime), (.add, .yearMonthDuration, .dateTime):
      .dateTime
    case (.add, .time, .dayTimeDuration), (.subtract, .time, .dayTimeDuration),
      (.add, .dayTimeDuration, .time):
      .time
    case (.subtract, .date, .date), (.subtract, .dateTime, .dateTime), (.subtract, .time, .time),
      (.subtract, .date, .dateTime), (.subtract, .dateTime, .date),
      (.add, .dayTimeDuration, .dayTimeDuration), (.subtract, .dayTimeDuration, .dayTimeDuration),
      (.multiply, .dayTimeDuration, .number), (.multiply, .number, .dayTimeDuration),
      (.divide, .dayTimeDuration, .number):
      .dayTimeDuration
    case (.add, .yearMonthDuration, .yearMonthDuration),
      (.subtract, .yearMonthDuration, .yearMonthDuration),
      (.multiply, .yearMonthDuration, .number), (.multiply, .number, .yearMonthDuration),
      (.divide, .yearMonthDuration, .number):
      .yearMonthDuration
    case (.divide, .dayTimeDuration, .dayTimeDuration),
      (.divide, .yearMonthDuration, .yearMonthDuration):
      .number
    default: nil
    }
  }
}
