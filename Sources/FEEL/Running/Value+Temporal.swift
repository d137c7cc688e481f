import Values

extension Value {
  static func temporalEquality(_ left: Value, _ right: Value, in zones: ZoneRules?) -> Bool? {
    temporalOrder(left, right, in: zones).map { $0 == 0 }
  }

  /// Below 0, 0 or above 0; `nil` where the two have no order.
  static func temporalOrder(_ left: Value, _ right: Value, in zones: ZoneRules?) -> Int? {
    nil
  }

  static func temporalArithmetic(
    _ operation: Operator.Arithmetic, _ left: Value, _ right: Value, in zones: ZoneRules?
  ) -> Value? {
    nil
  }

  func temporalProperty(_ name: String) -> Value? {
    nil
  }
}

extension CalendarDate {
  var dayNumber: Int { 0 }

  init?(dayNumber: Int) {
    return nil
  }
}

package struct ZoneRules: Sendable {}
