/// A document of a word processor as its author thinks of it: parts with their paper, and in them paragraphs and tables.
///
/// Nothing here knows of XML; texts stand as they were handed in and are escaped where they are written.
package struct WordDocument: Sendable {
  package var title: String
  /// What stands at the top of every page behind the title: that it is a draft, that it is fictional.
  package var marks: [String]
  package var parts: [Part]

  package init(title: String, marks: [String] = [], parts: [Part] = []) {
    self.title = title
    self.marks = marks
    self.parts = parts
  }

  /// A run of pages on one kind of paper.
  package struct Part: Sendable {
    package var isLandscape = false
    package var blocks: [Block] = []
  }

  package enum Block: Sendable {
    case paragraph(Paragraph)
    case table(Table)
    /// The table of contents: every heading of the document.
    case contents
    case pageBreak
  }

  package struct Paragraph: Sendable {
    package var style: Style
    package var runs: [Run]

    package init(_ style: Style, _ runs: [Run]) {
      self.style = style
      self.runs = runs
    }

    package init(_ style: Style, _ text: String) {
      self.init(style, [Run(text)])
    }
  }

  package struct Run: Sendable {
    package var text: String
    package var isBold: Bool

    package init(_ text: String, isBold: Bool = false) {
      self.text = text
      self.isBold = isBold
    }
  }

  /// The id of a paragraph style; `WordStyles` says how each looks.
  package enum Style: String, Sendable, CaseIterable {
    case title = "Title"
    case subtitle = "Subtitle"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case body = "BodyText"
    /// Body text without an indent: addresses, labels.
    case plain = "PlainBody"
    case note = "Note"
    case signature = "SignatureLine"
    case cell = "TableCell"
    case cellHead = "TableHead"
    /// Labels and lines to write on.
    case formCell = "FormCell"
    case contentsTitle = "ContentsTitle"
    case contents1 = "TOC1"
    case contents2 = "TOC2"
    case header = "Header"
    case footer = "Footer"

    var headingLevel: Int? {
      switch self {
      case .heading1: 1
      case .heading2: 2
      default: nil
      }
    }
  }
}

extension WordDocument {
  package struct Table: Sendable {
    package enum Kind: Sendable {
      /// Lines around every cell, and a head that every page repeats.
      case grid
      /// Labels, and lines to write on beside them.
      case form
    }

    package enum Alignment: String, Sendable {
      case left, center, right
    }

    package struct Column: Sendable {
      package var head: String
      /// Its part of the width, of the sum of all.
      package var weight: Int
      package var alignment: Alignment
      /// Cells one below the other with the same text are one, as far as those to their left are.
      package var merges: Bool

      package init(
        _ head: String, _ weight: Int, _ alignment: Alignment = .left, merges: Bool = false
      ) {
        self.head = head
        self.weight = weight
        self.alignment = alignment
        self.merges = merges
      }
    }

    package struct Row: Sendable {
      /// One text a column; a single text goes over all of them.
      package var cells: [String]
      package var isStrong: Bool

      package init(_ cells: [String], isStrong: Bool = false) {
        self.cells = cells
        self.isStrong = isStrong
      }
    }

    package var kind: Kind
    package var columns: [Column]
    package var rows: [Row]

    package init(_ columns: [Column], _ rows: [Row] = [], kind: Kind = .grid) {
      self.kind = kind
      self.columns = columns
      self.rows = rows
    }
  }
}

/// Saying a document from top to bottom.
extension WordDocument.Part {
  package mutating func add(_ style: WordDocument.Style, _ text: String) {
    blocks.append(.paragraph(WordDocument.Paragraph(style, text)))
  }

  package mutating func add(_ style: WordDocument.Style, _ runs: [WordDocument.Run]) {
    blocks.append(.paragraph(WordDocument.Paragraph(style, runs)))
  }

  package mutating func add(_ table: WordDocument.Table) {
    blocks.append(.table(table))
  }
}
