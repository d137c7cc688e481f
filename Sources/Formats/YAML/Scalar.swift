package import Diagnostics

/// A text in a YAML file.
package struct Scalar: Sendable {
  /// How the text was written down.
  package enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  package let style: Style
  /// The text, each byte of which knows where it stood.
  package let passage: Passage
  /// With quotes; a block scalar from its `|` or `>` to the end of its last line.
  package let span: Span

  package var text: String { passage.text }
  package var source: SourceText { passage.source }
  package var place: Place { .text(source, span) }

  /// Nothing was written: `key:` and the end of the line.
  package var isAbsent: Bool { style == .plain && span.start == span.end }

  /// The line of the file on which the text begins, without its line end.
  package var rawLine: Substring { source.lineText(source.line(at: span.start)) }

  /// The YAML comment that follows on the same line: `# y` of `when: x # y`.
  ///
  /// An author of expressions may have meant it to be part of the text.
  package var trailingComment: Span? {
    let line = source.line(at: max(span.start, span.end - 1))
    let end = source.lineStarts[line] + source.lineText(line).utf8.count
    guard style != .literal, style != .folded, span.end < end else { return nil }
    let rest = source.slice(Span(span.end, end)).utf8
    let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 }
    guard !blanks.isEmpty, rest.dropFirst(blanks.count).first == 0x23 else { return nil }
    return Span(span.end + blanks.count, end)
  }

  /// Where a full-width `：` stands that YAML does not take for the `: ` of a mapping.
  package var fullWidthColon: Span? {
    var offset = span.start
    for scalar in source.slice(span).unicodeScalars {
      let length = UTF8.width(scalar)
      if scalar == "：" { return Span(offset, offset + length) }
      offset += length
    }
    return nil
  }
}
