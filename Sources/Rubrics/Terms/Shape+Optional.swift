import Values

extension Shape {
  var withoutOptional: Shape {
    if case .optional(let inner) = self { inner.withoutOptional } else { self }
  }
}
