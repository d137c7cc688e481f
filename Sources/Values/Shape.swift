/// The type of a value, as the checker knows it.
package indirect enum Shape: Sendable, Hashable {
  /// Agrees with everything; also the type of what was already reported as a mistake.
  case any
  case null
  case boolean
  case number(unit: String?)
  case string
  case date
  case time
  case dateTime
  case dayTimeDuration
  case yearMonthDuration
  case list(Shape)
  case context([Field])
  case range(Shape)
  case function(parameters: [Shape], result: Shape)
  /// A value that may be null: `absent: null` inputs, division, a mean of nothing.
  case optional(Shape)

  package struct Field: Sendable, Hashable {
    package let name: String
    package let shape: Shape

    package init(_ name: String, _ shape: Shape) {
      self.name = name
      self.shape = shape
    }
  }

  package static let number = Shape.number(unit: nil)
}
