package import Values

extension Value {
  /// FEEL's `instance of`; null is an instance of nothing.
  static func isInstance(_ value: Value, of shape: Shape) -> Truth {
    switch value {
    case .null:
      if case .optional = shape { return Truth(true) }
      return Truth(shape == .null)
    case .unknown(let unknown):
      if let all = value.alternatives {
        var truth = all.dropFirst().reduce(isInstance(all[0], of: shape)) {
          $0.union(isInstance($1, of: shape))
        }
        if !truth.isKnown { truth.missing = unknown.missing }
        return truth
      }
      var may: Truth.Set = [.isTrue, .isFalse]
      if let own = unknown.bounds.kind.shape {
        switch (own, shape) {
        case (_, .any): may = .isTrue
        case (.number, .number): may = .isTrue
        case _ where own == shape: may = .isTrue
        case (.number, _), (.string, _), (.date, _), (.time, _), (.dateTime, _),
          (.dayTimeDuration, _), (.yearMonthDuration, _):
          may = .isFalse
        default: break
        }
      }
      if unknown.bounds.mayBeNull { may.insert(.isFalse) }
      return Truth(may, missing: unknown.missing)
    default: return Truth(value.conforms(to: shape))
    }
  }

  /// Whether a value is of a type; a null conforms to every type, as FEEL has it for members.
  package func conforms(to shape: Shape) -> Bool {
    conforms(to: shape, depth: 0)
  }

  private func conforms(to shape: Shape, depth: Int) -> Bool {
    guard depth < Limits.maximumDepth else { return false }
    switch (shape, self) {
    case (_, .null), (_, .unknown), (.any, _): return true
    case (.optional(let inner), _): return conforms(to: inner, depth: depth + 1)
    case (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date),
      (.time, .time), (.dateTime, .dateTime), (.dayTimeDuration, .dayTimeDuration),
      (.yearMonthDuration, .yearMonthDuration):
      return true
    case (.list(let member), .list(let list)):
      if member == .any { return true }
      let cursor = ListCursor(list)
      return (0..<cursor.count).allSatisfy { cursor[$0].conforms(to: member, depth: depth + 1) }
    case (.context(let fields), .context(let context)):
      return fields.allSatisfy {
        context[$0.name]?.conforms(to: $0.shape, depth: depth + 1) ?? false
      }
    case (.range(let ends), .range(let range)):
      return range.parts.allSatisfy { $0.conforms(to: ends, depth: depth + 1) }
    case (.function(let parameters, let result), .function(let function)):
      return function.conforms(toParameters: parameters, result: result)
    default:
      // A value of another type.
      return false
    }
  }

  /// The value as a parameter or result of a declared type takes it.
  ///
  /// - Returns: null with a reason where it does not fit.
  /// - Source: DMN 1.5, clause 10.3.2.9.4.
  package func coerced(to shape: Shape) -> Value {
    if conforms(to: shape) { return self }
    switch (shape, self) {
    case (.optional(let inner), _): return coerced(to: inner)
    case (.list(let member), _) where !isList && conforms(to: member):
      return .list(.values([self]))
    case (_, .list(let list)):
      let cursor = ListCursor(list)
      guard cursor.count == 1, !cursor.hasOpenMembers, cursor[0].conforms(to: shape) else { break }
      return cursor[0]
    case (.dateTime, .date(let date)):
      guard let midnight = TimeOfDay(hour: 0, minute: 0, second: 0, zone: .offset(seconds: 0))
      else { break }
      return .dateTime(DateTime(date, midnight))
    default: break
    }
    return .null(NullReason(.wrongType))
  }

  private var isList: Bool {
    if case .list = self { true } else { false }
  }
}

extension FunctionValue {
  /// Parameters of a function may be wider than asked for, its result narrower.
  func conforms(toParameters parameters: [Shape], result: Shape) -> Bool {
    guard parameterNames.count == parameters.count else { return false }
    guard let closure = self as? Closure else { return true }
    return zip(closure.function.parameters, parameters).allSatisfy { mine, asked in
      asked.fits(mine.shape)
    } && closure.function.result.fits(result)
  }
}
