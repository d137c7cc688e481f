package import Values

extension DocumentDeclaration {
  /// The columns of every kind of document.
  package static let columns: [Shape.Field] = [
    Shape.Field("file", .string), Shape.Field("dated", .optional(.date)),
    Shape.Field("from", .optional(.date)), Shape.Field("to", .optional(.date)),
    Shape.Field("pages", .optional(.number)), Shape.Field("stage", .optional(.string)),
  ]

  package static let rowsShape = Shape.list(.context(columns))
}
