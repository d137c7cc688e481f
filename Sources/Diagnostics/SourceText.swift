/// The text of one file, with its name and the start of every line.
///
/// Compared by identity: two readings of one file are two texts.
package final class SourceText: Sendable {
  /// The name as messages print it; never an absolute path of the machine unless the user typed one.
  package let path: String
  package let text: String
  /// The UTF-8 offset at which each line begins; at least one entry.
  package let lineStarts: [Int]
  /// The lines belong to evidence: messages name their place and never show them.
  package let isPrivate: Bool
  /// By line: the cell of a workbook that it was written of; empty for a text that somebody has written.
  package let cells: [SheetPlace]

  /// What cells of a workbook say, a line each.
  package convenience init(_ text: String, of cells: [SheetPlace]) {
    self.init(text, path: cells.first?.workbook ?? "", isPrivate: true, cells: cells)
  }

  package init(
    _ text: String, path: String, isPrivate: Bool = false, cells: [SheetPlace] = []
  ) {
    var text = text
    text.makeContiguousUTF8()
    var starts = [0]
    var offset = 0
    for byte in text.utf8 {
      offset += 1
      if byte == 0x0A { starts.append(offset) }
    }
    self.path = path
    self.isPrivate = isPrivate
    self.cells = cells
    self.text = text
    self.lineStarts = starts
  }

  /// The line that holds `offset`, counted from 0.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Line and column of `offset`, both counted from 1; columns count Unicode scalars.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let prefix = slice(Span(lineStarts[line], min(offset, text.utf8.count)))
    return (line + 1, prefix.unicodeScalars.count + 1)
  }

  /// The text of a line (counted from 0) without its line end.
  package func lineText(_ line: Int) -> Substring {
    let start = lineStarts[line]
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : text.utf8.count
    var slice = slice(Span(start, end))
    while let last = slice.unicodeScalars.last, last == "\n" || last == "\r" {
      slice.unicodeScalars.removeLast()
    }
    return slice
  }

  /// The text of `span`; offsets outside the text are clamped.
  package func slice(_ span: Span) -> Substring {
    let bytes = text.utf8
    let count = bytes.count
    let start = bytes.index(bytes.startIndex, offsetBy: min(max(0, span.start), count))
    let end = bytes.index(bytes.startIndex, offsetBy: min(max(0, span.end), count))
    return text[start..<max(start, end)]
  }
}
