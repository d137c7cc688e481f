import FEEL
import Values

extension Stage {
  /// The term in which a stage is held, as expressions see it.
  static let visitShape = Shape.context([
    Shape.Field("name", .string), Shape.Field("from", .date), Shape.Field("to", .date),
  ])
}
