/// A text taken out of a file that still knows where each of its bytes stood.
///
/// A FEEL expression in a YAML block scalar is such a text: its lines lost their indentation, so one
/// offset is not enough. Segments say where each run of bytes begins:
///
///     file     |  when: |\n    a >= 1\n    and b\n
///     passage  |               a >= 1\n    and b
///     segments |             (0 -> 12)   (7 -> 23)
package struct Passage: Sendable {
  package struct Segment: Sendable, Hashable {
    package let start: Int
    package let fileStart: Int

    package init(start: Int, fileStart: Int) {
      self.start = start
      self.fileStart = fileStart
    }
  }

  package let text: String
  package let source: SourceText
  /// Ascending by `start`; the first starts at 0.
  package let segments: [Segment]

  package init(_ text: String, in source: SourceText, segments: [Segment]) {
    self.text = text
    self.source = source
    self.segments = segments.isEmpty ? [Segment(start: 0, fileStart: 0)] : segments
  }

  /// A text that is a whole file of its own, such as an argument of the command line.
  package init(_ text: String, path: String = "<expression>") {
    self.init(text, in: SourceText(text, path: path), segments: [])
  }

  /// Where `span` of this passage stands in the file.
  package func place(of span: Span) -> Place {
    .text(
      source,
      Span(
        fileOffset(span.start),
        fileOffset(max(span.start, span.end - 1)) + (span.end > span.start ? 1 : 0)))
  }

  private func fileOffset(_ offset: Int) -> Int {
    let segment = segments.last { $0.start <= offset } ?? segments[0]
    return segment.fileStart + offset - segment.start
  }
}
