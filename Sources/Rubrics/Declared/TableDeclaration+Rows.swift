package import Values

extension TableDeclaration {
  /// A list of contexts, one for each row.
  package var rowsShape: Shape {
    .list(.context(columns.map { Shape.Field($0.name, $0.shape) }))
  }
}
