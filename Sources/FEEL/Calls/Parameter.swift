package import Values

/// What a builtin takes at one place.
package struct Parameter: Sendable {
  package let name: String
  /// The shapes that are accepted, any one of them; members of lists are the body's affair.
  package let accepts: [Shape]
  /// May be left out, as all that follow it.
  package let isOptional: Bool
  /// Stands for one or more arguments; only the last parameter may.
  package let isVariadic: Bool
  let kinds: Kinds

  init(_ name: String, _ accepts: [Shape], isOptional: Bool = false, isVariadic: Bool = false) {
    self.name = name
    self.accepts = accepts
    self.isOptional = isOptional
    self.isVariadic = isVariadic
    kinds = accepts.reduce(into: []) { $0.formUnion(Kinds(of: $1)) }
  }

  /// A parameter that must be given.
  static func one(_ name: String, _ accepts: Shape...) -> Parameter {
    Parameter(name, accepts)
  }

  /// A parameter that may be left out.
  static func optional(_ name: String, _ accepts: Shape...) -> Parameter {
    Parameter(name, accepts, isOptional: true)
  }

  /// A parameter that stands for one argument or more.
  static func many(_ name: String, _ accepts: Shape...) -> Parameter {
    Parameter(name, accepts, isVariadic: true)
  }

  /// Whether an argument is taken as it is.
  func admits(_ value: Value) -> Bool {
    kinds.contains(Kinds(of: value))
  }

  /// The argument as the body gets it, after FEEL's conversions between a value and a list of it.
  ///
  /// - Returns: `nil` where the argument does not fit.
  /// - Source: DMN 1.5, clause 10.3.2.9.4.
  func fitting(_ value: Value) -> Value? {
    if admits(value) { return value }
    if case .unknown = value { return value }
    if case .null = value { return nil }
    if case .list(let list) = value {
      let members = list.members
      guard members.count == 1, let only = members.first, admits(only) else { return nil }
      return only
    }
    return kinds.contains(.list) ? .list(.values([value])) : nil
  }
}

extension Parameter {
  /// The shape of the argument as the body gets it, and whether it may turn out not to fit.
  func fitting(_ shape: Shape) -> (shape: Shape, mayFail: Bool) {
    if case .optional(let inner) = shape, !kinds.contains(.null) {
      return (fitting(inner).shape, true)
    }
    guard kinds.isDisjoint(with: Kinds(of: shape)) else { return (shape, false) }
    // A list of one stands for its member, and a value for a list of it.
    if case .list(let member) = shape { return (member.there, true) }
    return (kinds.contains(.list) ? .list(shape) : shape, false)
  }
}

/// Kinds of values, as a set that is quick to ask.
struct Kinds: OptionSet, Sendable {
  let rawValue: UInt16

  static let null = Kinds(rawValue: 1)
  static let boolean = Kinds(rawValue: 1 << 1)
  static let number = Kinds(rawValue: 1 << 2)
  static let string = Kinds(rawValue: 1 << 3)
  static let date = Kinds(rawValue: 1 << 4)
  static let time = Kinds(rawValue: 1 << 5)
  static let dateTime = Kinds(rawValue: 1 << 6)
  static let dayTimeDuration = Kinds(rawValue: 1 << 7)
  static let yearMonthDuration = Kinds(rawValue: 1 << 8)
  static let list = Kinds(rawValue: 1 << 9)
  static let context = Kinds(rawValue: 1 << 10)
  static let range = Kinds(rawValue: 1 << 11)
  static let function = Kinds(rawValue: 1 << 12)
  static let all = Kinds(rawValue: (1 << 13) - 1)

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  init(of shape: Shape) {
    self =
      switch shape {
      case .any: .all
      case .null: .null
      case .boolean: .boolean
      case .number: .number
      case .string: .string
      case .date: .date
      case .time: .time
      case .dateTime: .dateTime
      case .dayTimeDuration: .dayTimeDuration
      case .yearMonthDuration: .yearMonthDuration
      case .list: .list
      case .context: .context
      case .range: .range
      case .function: .function
      case .optional(let inner): Kinds(of: inner).union(.null)
      }
  }

  /// An unknown has no kind yet: no set holds it, not even `all`.
  init(of value: Value) {
    self =
      switch value {
      case .null: .null
      case .boolean: .boolean
      case .number: .number
      case .string: .string
      case .date: .date
      case .time: .time
      case .dateTime: .dateTime
      case .dayTimeDuration: .dayTimeDuration
      case .yearMonthDuration: .yearMonthDuration
      case .list: .list
      case .context: .context
      case .range: .range
      case .function: .function
      case .unknown: Kinds(rawValue: 1 << 15)
      }
  }
}
