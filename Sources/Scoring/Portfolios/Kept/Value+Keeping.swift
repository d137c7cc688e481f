import Formats
import Values

/// Values as bytes: a tag, then what it needs.
extension ByteWriter {
  /// - Returns: `false` for lists, contexts and the like, which are not kept.
  mutating func value(_ value: Value) -> Bool {
    switch value {
    case .null(let reason):
      integer(UInt8(0))
      integer(reason.kind.rawValue)
      optional(reason.subject)
    case .boolean(let boolean):
      integer(UInt8(1))
      flag(boolean)
    case .number(let number):
      integer(UInt8(2))
      text(number.description)
    case .string(let string):
      integer(UInt8(3))
      text(string)
    case .date(let date):
      integer(UInt8(4))
      integer(Int64(date.dayNumber))
    case .unknown(let unknown):
      integer(UInt8(5))
      integer(UInt32(clamping: unknown.missing.count))
      for missing in unknown.missing {
        text(missing.name)
        text(missing.cause.rawValue)
        optional(missing.place)
      }
      return bounds(unknown.bounds)
    case .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .list, .context, .range,
      .function:
      return false
    }
    return true
  }

  private mutating func optional(_ words: String?) {
    flag(words != nil)
    if let words { text(words) }
  }

  private mutating func bounds(_ bounds: Bounds) -> Bool {
    flag(bounds.mayBeNull)
    switch bounds.kind {
    case .any: integer(UInt8(0))
    case .boolean: integer(UInt8(1))
    case .number(let low, let high, let isWhole):
      integer(UInt8(2))
      optional(low?.description)
      optional(high?.description)
      flag(isWhole)
    case .oneOf(let values):
      integer(UInt8(3))
      count(values.count)
      for value in values where !self.value(value) { return false }
    case .shaped(let shape):
      guard let tag = KeptShapes.plain.firstIndex(of: shape) else { return false }
      integer(UInt8(4))
      integer(UInt8(tag))
    }
    return true
  }
}

/// Shapes of unknowns that are kept, by number.
private enum KeptShapes {
  static let plain: [Shape] = [
    .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration, .any, .null, .boolean,
    .number,
  ]
}

extension ByteReader {
  /// Values inside an unknown's bounds hold no further unknowns.
  mutating func value(mayBeUnknown: Bool = true) throws(Fault) -> Value {
    switch try integer(UInt8.self) {
    case 0:
      guard let kind = NullReason.Kind(rawValue: try integer()) else { throw Fault() }
      return .null(NullReason(kind, try optional()))
    case 1: return .boolean(try flag())
    case 2: return .number(try number())
    case 3: return .string(try text())
    case 4:
      guard let day = Int(exactly: try integer(Int64.self)), Int32(exactly: day) != nil,
        let date = CalendarDate(dayNumber: day)
      else { throw Fault() }
      return .date(date)
    case 5 where mayBeUnknown:
      var missing: [Missing] = []
      for _ in 0..<(try count(ofAtLeast: 9)) {
        let name = try text()
        guard let cause = Missing.Cause(rawValue: try text()) else { throw Fault() }
        missing.append(Missing(name, cause, place: try optional()))
      }
      return .unknown(Unknown(try bounds(), missing: missing))
    default: throw Fault()
    }
  }

  mutating func number() throws(Fault) -> Number {
    guard let number = Number(try text()) else { throw Fault() }
    return number
  }

  private mutating func optional() throws(Fault) -> String? { try flag() ? try text() : nil }

  private mutating func bounds() throws(Fault) -> Bounds {
    let mayBeNull = try flag()
    switch try integer(UInt8.self) {
    case 0: return Bounds(.any, mayBeNull: mayBeNull)
    case 1: return Bounds(.boolean, mayBeNull: mayBeNull)
    case 2:
      let low = try optionalNumber()
      let high = try optionalNumber()
      if let low, let high, low > high { throw Fault() }
      return Bounds(.number(low: low, high: high, isWhole: try flag()), mayBeNull: mayBeNull)
    case 3:
      var values: [Value] = []
      for _ in 0..<(try count(ofAtLeast: 2)) {
        let value = try value(mayBeUnknown: false)
        if case .null = value { throw Fault() }
        values.append(value)
      }
      if values.isEmpty { throw Fault() }
      return Bounds(.oneOf(values), mayBeNull: mayBeNull)
    case 4:
      let tag = Int(try integer(UInt8.self))
      guard KeptShapes.plain.indices.contains(tag) else { throw Fault() }
      return Bounds(.shaped(KeptShapes.plain[tag]), mayBeNull: mayBeNull)
    default: throw Fault()
    }
  }

  private mutating func optionalNumber() throws(Fault) -> Number? {
    try flag() ? try number() : nil
  }
}
