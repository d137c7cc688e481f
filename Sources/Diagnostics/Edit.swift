/// A change of a text after which a mistake is gone: a remedy that a machine can apply.
package struct Edit: Sendable {
  package let source: SourceText
  /// What is taken out; empty where something is only put in.
  package let span: Span
  package let text: String

  package init(_ source: SourceText, _ span: Span, _ text: String) {
    self.source = source
    self.span = span
    self.text = text
  }

  package var place: Place { .text(source, span) }

  /// Puts another text where a place is.
  ///
  /// - Returns: `nil` where the place is no text.
  package static func replacing(_ place: Place?, by text: String) -> Edit? {
    guard case .text(let source, let span)? = place?.asShown else { return nil }
    return Edit(source, span, text)
  }

  /// The same, where nothing else stands there than a given text.
  package static func replacing(exactly text: String, by meant: String, at place: Place?) -> Edit? {
    guard case .text(let source, let span)? = place?.asShown, source.slice(span) == text else {
      return nil
    }
    return Edit(source, span, meant)
  }

  /// Puts one word for another that stands at a place, alone, in quotes or once among other words.
  ///
  /// - Returns: `nil` where it does not stand there so, or where YAML might not take the new word as one.
  package static func replacing(_ word: String, by meant: String, at place: Place?) -> Edit? {
    guard case .text(let source, let span)? = place?.asShown, !word.isEmpty else { return nil }
    let found = source.slice(span)
    let ranges = found.ranges(of: word)
    guard ranges.count == 1, let range = ranges.first,
      signs(of: meant).isSubset(of: signs(of: word))
    else { return nil }
    let start = span.start + found.utf8.distance(from: found.startIndex, to: range.lowerBound)
    if let first = meant.first, "&*!|>%@`?-=".contains(first), beginsValue(source, start) {
      return nil
    }
    return Edit(source, Span(start, start + word.utf8.count), meant)
  }

  /// What means something to YAML inside a text that stands without quotes, or ends one that stands in them.
  private static func signs(of text: String) -> Set<Character> {
    Set(text.filter { ",[]{}\"'\\:#\n".contains($0) })
  }

  /// Whether a text stands at the beginning of a value or a line.
  private static func beginsValue(_ source: SourceText, _ start: Int) -> Bool {
    let line = source.lineStarts[source.line(at: start)]
    let before = source.slice(Span(line, start)).last { $0 != " " }
    return before.map { ":-,[{".contains($0) } ?? true
  }

  /// A text with edits applied; of two that meet only the first is.
  package static func applying(_ edits: [Edit], to source: SourceText) -> String {
    var text = ""
    var end = 0
    let sorted = edits.filter { $0.source === source }.enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    for (_, edit) in sorted where edit.span.start >= end {
      text += source.slice(Span(end, edit.span.start))
      text += edit.text
      end = edit.span.end
    }
    return text + source.slice(Span(end, max(end, source.text.utf8.count)))
  }
}
