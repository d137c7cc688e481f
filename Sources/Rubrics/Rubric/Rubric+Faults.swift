import FEEL
package import Values

extension Rubric {
  /// What visits found, one row a fault.
  package static let faultColumns: [Shape.Field] = [
    Shape.Field("id", .string), Shape.Field("item", .optional(.string)),
    Shape.Field("by", .string), Shape.Field("stage", .optional(.string)),
    Shape.Field("date", .optional(.date)), Shape.Field("due", .optional(.date)),
    Shape.Field("state", .string), Shape.Field("checked", .optional(.date)),
  ]

  package static let faultsShape = Shape.list(.context(faultColumns))
}
