package import Diagnostics

/// What a Word document says, as far as forms and tables need it: its paragraphs and tables, in their order.
package struct TextDocument: Sendable {
  package enum Block: Sendable {
    case paragraph(String)
    case table(Table)
  }

  package struct Table: Sendable {
    package var cells: [Cell] = []
  }

  /// A cell, or a further part of the one above or to the left of it.
  package struct Cell: Sendable, Hashable {
    /// From 1, as the grid of the table counts.
    package let row: Int
    package let column: Int
    /// Columns that it spans.
    package var width: Int
    /// Whether it goes on with the cell above.
    package var continuesAbove: Bool
    /// Lines, one a paragraph.
    package var text: String
  }

  /// As messages name it.
  package let path: String
  package let blocks: [Block]

  /// A document at a path of the disk; `path` is its name in messages, too.
  ///
  /// - Returns: `nil` where it is none that can be read; that was reported.
  package static func open(
    _ path: String, into diagnostics: inout Diagnostics
  ) -> TextDocument? {
    var opening = TextDocumentOpening(path: path)
    let document = opening.open()
    diagnostics.append(opening.diagnostics)
    return document
  }
}
