/// Draws diagnostics for a terminal: headline, place, the marked line, notes and help.
package struct DiagnosticRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func render(_ diagnostic: Diagnostic) -> String {
    var screen = "\(word(for: diagnostic.severity))[\(diagnostic.code)]: "
    screen += words(diagnostic.headline) + "\n"
    if let place = diagnostic.place { draw(place, diagnostic.label, into: &screen) }
    draw(diagnostic.related, of: diagnostic, into: &screen)
    for note in diagnostic.notes {
      screen += "\(Wording(en: "note", zh: "说明").text(in: language)): "
      screen += words(note) + "\n"
    }
    if let help = diagnostic.help {
      screen += "\(Wording(en: "help", zh: "建议").text(in: language)): "
      screen += words(help) + "\n"
    }
    return screen
  }

  /// All diagnostics in the order of their reporting, with a blank line between two.
  package func render(_ diagnostics: Diagnostics) -> String {
    var screen = diagnostics.all.map(render).joined(separator: "\n")
    if diagnostics.omittedCount > 0 {
      let omitted = Wording(
        en: "and \(diagnostics.omittedCount) more",
        zh: "另有 \(diagnostics.omittedCount) 条未列出"
      )
      screen += "\n" + omitted.text(in: language) + "\n"
    }
    return screen
  }

  private func word(for severity: Severity) -> String {
    let word =
      switch severity {
      case .error: Wording(en: "error", zh: "错误")
      case .warning: Wording(en: "warning", zh: "警告")
      case .note: Wording(en: "note", zh: "说明")
      }
    return word.text(in: language)
  }

  /// Words may name a file, a header or a key, which may hold anything.
  private func words(_ wording: Wording) -> String {
    visible(wording.text(in: language)[...])
  }

  /// A line for each; what a note names already is not said again.
  private func draw(
    _ related: [RelatedPlace], of diagnostic: Diagnostic, into screen: inout String
  ) {
    let gutter = diagnostic.place.map(gutter) ?? " "
    for related in related {
      let place = related.place.description
      guard !diagnostic.notes.contains(where: { $0.en.hasSuffix(place) }) else { continue }
      screen += "\(gutter)::: \(visible(place[...])): \(words(related.role))\n"
    }
  }

  /// As wide as the number of the line that is shown.
  private func gutter(of place: Place) -> String {
    guard case .text(let source, let span) = place, !source.isPrivate else { return " " }
    let line = source.line(at: span.start)
    return String(repeating: " ", count: String(line + 1).count)
  }

  private func draw(_ place: Place, _ label: Wording?, into screen: inout String) {
    guard case .text(let source, let span) = place, !source.isPrivate else {
      screen += " --> \(visible(place.description[...]))\n"
      if let label { screen += "     \(words(label))\n" }
      return
    }
    let line = source.line(at: span.start)
    let gutter = gutter(of: place)
    screen += "\(gutter)--> \(visible(place.description[...]))\n"
    screen += "\(gutter) |\n"
    let (shown, before, marked) = window(of: source, line: line, span: span)
    screen += "\(line + 1) | \(shown)\n"
    screen += "\(gutter) | " + String(repeating: " ", count: before)
    screen += String(repeating: "^", count: max(1, marked))
    if let label { screen += " " + words(label) }
    screen += "\n"
  }

  /// A line longer than this is shown as a window around the mark.
  private static let widestLine = 160
  /// So many bytes hold more letters than are ever shown of one part of a line.
  private static let farthestByte = 1024

  private func window(
    of source: SourceText,
    line: Int,
    span: Span
  ) -> (shown: String, before: Int, marked: Int) {
    let lineStart = source.lineStarts[line]
    let whole = source.lineText(line)
    let lineEnd = lineStart + whole.utf8.count
    // A file may be one line of many megabytes; only what could be shown of it is looked at.
    let markStart = min(span.start, lineEnd)
    let markEnd = min(span.end, lineEnd, markStart + Self.farthestByte)
    let start = max(lineStart, markStart - Self.farthestByte)
    let end = min(lineEnd, markEnd + Self.farthestByte)
    var before = visible(source.slice(Span(start, markStart)))
    var marked = visible(source.slice(Span(markStart, markEnd)))
    var after = visible(source.slice(Span(markEnd, end)))
    if displayWidth(of: before) + displayWidth(of: marked) + displayWidth(of: after)
      > Self.widestLine
    {
      if before.count > 40 { before = "…" + before.suffix(39) }
      if marked.count > 80 { marked = marked.prefix(79) + "…" }
      if after.count > 30 { after = after.prefix(29) + "…" }
    }
    return (
      before + marked + after, displayWidth(of: before), displayWidth(of: marked)
    )
  }

  /// One scalar for each, so that carets stay under their words.
  private func visible(_ text: Substring) -> String { TextEscape.line(String(text)) }
}
