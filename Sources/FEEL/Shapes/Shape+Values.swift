package import Values

extension Shape {
  /// The shape of a value that is at hand, for expressions over what somebody gave.
  ///
  /// Null says nothing of what else could stand there.
  package init(of value: Value) {
    switch value {
    case .null, .unknown, .function: self = .any
    case .boolean: self = .boolean
    case .number: self = .number
    case .string: self = .string
    case .date: self = .date
    case .time: self = .time
    case .dateTime: self = .dateTime
    case .dayTimeDuration: self = .dayTimeDuration
    case .yearMonthDuration: self = .yearMonthDuration
    case .list(.values(let members)): self = .list(Shape.joined(members.map(Shape.init)))
    case .list: self = .list(.any)
    case .context(let context):
      self = .context(context.entries.map { Field($0.name, Shape(of: $0.value)) })
    case .range(let range):
      self = .range((range.low ?? range.high ?? range.excluded).map(Shape.init) ?? .any)
    }
  }
}
