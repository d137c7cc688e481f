package import Values

extension Shape {
  /// The shape of the values that are not null.
  package var withoutNull: Shape {
    if case .optional(let inner) = self { inner.withoutNull } else { self }
  }

  /// Whether null is among the values that the checker expects.
  package var mayBeNull: Bool {
    switch self {
    case .optional, .null: true
    default: false
    }
  }

  /// Whether a value of this shape can never be null.
  var isAlwaysThere: Bool { !mayBeNull && self != .any }

  /// The same shape, with null among its values.
  package var orNull: Shape {
    switch self {
    case .optional, .null, .any: self
    default: .optional(self)
    }
  }

  func orNull(if mayBeNull: Bool) -> Shape {
    mayBeNull ? orNull : self
  }

  var isAny: Bool { self == .any }

  /// What a list of this shape holds; another value is a list of itself.
  var element: Shape {
    switch withoutNull {
    case .list(let element): element
    case .any: .any
    default: withoutNull
    }
  }

  var isBoolean: Bool {
    switch withoutNull {
    case .boolean, .any, .null: true
    default: false
    }
  }

  /// Whether FEEL says which of two such values comes first.
  var isOrdered: Bool {
    switch withoutNull {
    case .any, .number, .string, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration:
      true
    default: false
    }
  }

  /// Whether values of both shapes may be compared, with units and nulls left aside.
  package func agrees(with other: Shape) -> Bool {
    switch (withoutNull, other.withoutNull) {
    case (.any, _), (_, .any), (.null, _), (_, .null), (.number, .number): true
    case (.list(let left), .list(let right)), (.range(let left), .range(let right)):
      left.agrees(with: right)
    case (.context, .context), (.function, .function): true
    case (let left, let right): left == right
    }
  }

  /// Whether a value of this shape may stand where `expected` is asked for, nulls left aside.
  package func fits(_ expected: Shape) -> Bool {
    switch (withoutNull, expected.withoutNull) {
    case (.any, _), (_, .any), (.null, _), (.number, .number): true
    case (.list(let left), .list(let right)), (.range(let left), .range(let right)):
      left.fits(right)
    case (.context(let fields), .context(let wanted)):
      wanted.allSatisfy { field in
        fields.first { $0.name == field.name }.map { $0.shape.fits(field.shape) } ?? false
      }
    case (.function, .function): true
    case (let left, let right): left == right
    }
  }

  /// The shape that holds the values of both; `nil` where they have nothing in common.
  package func joined(with other: Shape) -> Shape? {
    let mayBeNull = mayBeNull || other.mayBeNull
    switch (withoutNull, other.withoutNull) {
    case (.any, _), (_, .any): return .any
    case (.null, let shape), (let shape, .null): return shape.orNull
    case (.number(let left), .number(let right)):
      return Shape.number(unit: left == right ? left : nil).orNull(if: mayBeNull)
    case (.list(let left), .list(let right)):
      return Shape.list(left.joined(with: right) ?? .any).orNull(if: mayBeNull)
    case (.range(let left), .range(let right)):
      return Shape.range(left.joined(with: right) ?? .any).orNull(if: mayBeNull)
    case (.context(let left), .context(let right)):
      let common = left.compactMap { field in
        right.first { $0.name == field.name }.map {
          Field(field.name, field.shape.joined(with: $0.shape) ?? .any)
        }
      }
      return Shape.context(common).orNull(if: mayBeNull)
    case (.function, .function): return .any
    case (let left, let right): return left == right ? left.orNull(if: mayBeNull) : nil
    }
  }

  /// The members of a list literal together.
  static func joined(_ shapes: [Shape]) -> Shape {
    guard var all = shapes.first else { return .any }
    for shape in shapes.dropFirst() {
      guard let joined = all.joined(with: shape) else { return .any }
      all = joined
    }
    return all
  }

  /// Whether two such values may turn out to have no order: one with a zone and one without.
  var mayLackOrder: Bool {
    switch withoutNull {
    case .any, .time, .dateTime: true
    default: false
    }
  }

  var unit: String? {
    if case .number(let unit) = withoutNull { unit } else { nil }
  }
}
