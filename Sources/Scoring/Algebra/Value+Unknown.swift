import Values

extension Value {
  var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

extension Value {
  /// Stands where the row evaluator must have the whole subject.
  static var notPlain: Value { .unknown(Unknown(Bounds(.everyNumber), missing: [])) }
}
