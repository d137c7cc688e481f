import Diagnostics

/// What made libyaml stop.
struct YAMLFault {
  /// libyaml's words; they never quote the file.
  let problem: String
  /// What libyaml was at: "while scanning a block scalar".
  let context: String
  /// The byte at which the problem was seen.
  let offset: Int
  /// The byte at which what is described by `context` began.
  let contextOffset: Int
  let isControlCharacter: Bool

  /// What the author most likely wrote where libyaml stopped.
  ///
  /// - Source: the sentences of libyaml 0.2.5's scanner and parser; an unknown sentence is shown as it is.
  func diagnostic(in source: SourceText) -> Diagnostic {
    let here = source.place(at: offset)
    let beginning = source.place(at: contextOffset)
    if isControlCharacter { return .yamlControlCharacter(at: here) }
    if let quote = openQuote(in: source) {
      return .yamlUnclosedQuote(at: source.place(at: quote))
    }
    switch context {
    case "while scanning an anchor": return .yamlAnchor(at: beginning)
    case "while scanning an alias": return .yamlAlias(at: beginning)
    case "while scanning a tag", "while parsing a tag": return .yamlTag(at: beginning)
    case "while scanning a directive", "while scanning a %YAML directive",
      "while scanning a %TAG directive":
      return .yamlDirective(at: beginning)
    case "while scanning a block scalar" where problem.contains("comment or line break"):
      return .yamlBlockIndicator(source.character(at: contextOffset), at: beginning)
    case "while scanning a quoted scalar" where problem.hasPrefix("found unexpected"):
      return .yamlUnclosedQuote(at: beginning)
    case "while parsing a quoted scalar": return .yamlEscape(at: here)
    case "while scanning a simple key": return keyWithoutColon(in: source)
    default: return diagnosticOfProblem(in: source, at: here)
    }
  }

  private func diagnosticOfProblem(in source: SourceText, at here: Place) -> Diagnostic {
    let character = source.character(at: offset)
    switch problem {
    case _ where problem.contains("tab character"): return .yamlTab(at: here)
    case "found character that cannot start any token":
      return character == "\t" ? .yamlTab(at: here) : .yamlReservedCharacter(character, at: here)
    case "did not find expected node content" where ",]}".contains(character):
      return .yamlReservedCharacter(character, at: here)
    case "mapping values are not allowed in this context":
      return source.beginning(ofLineAt: offset).contains(": ")
        ? .yamlColonInText(at: here) : .yamlIndentation(at: here)
    case "block sequence entries are not allowed in this context":
      return .yamlDashAfterKey(at: here)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return .yamlUnclosedBracket(
        source.character(at: contextOffset), at: source.place(at: contextOffset), seen: here)
    case "did not find expected key", "did not find expected '-' indicator":
      return textBehind(in: source, at: here)
    default: return .yamlSyntax(problem, at: here)
    }
  }

  /// The quote that a line above opens and never closes, so that it ended at the first quote of this line.
  ///
  /// Only where this line has a quote before the place at which libyaml stopped.
  private func openQuote(in source: SourceText) -> Int? {
    let line = source.line(at: offset)
    guard line > 0, source.beginning(ofLineAt: offset).contains("\"") else { return nil }
    for above in stride(from: line - 1, through: max(0, line - 3), by: -1) {
      let text = source.lineText(above)
      let quotes = text.utf8.indices.filter { text.utf8[$0] == 0x22 }
      guard let last = quotes.last else { continue }
      let before = text[..<last].unicodeScalars.last { $0 != " " }
      guard quotes.count % 2 == 1, before.map({ ":[{,-".unicodeScalars.contains($0) }) ?? true
      else {
        return nil
      }
      return source.lineStarts[above] + text.utf8.distance(from: text.utf8.startIndex, to: last)
    }
    return nil
  }

  /// A line that has no `: ` where a key was expected.
  private func keyWithoutColon(in source: SourceText) -> Diagnostic {
    let line = source.line(at: contextOffset)
    let text = source.lineText(line)
    let wide = text.firstIndex(of: "：")
    if let colon = wide ?? text.firstIndex(of: ":") {
      let start =
        source.lineStarts[line] + text.utf8.distance(from: text.utf8.startIndex, to: colon)
      let place = Place.text(source, Span(start, start + (wide == nil ? 1 : 3)))
      return wide == nil ? .yamlColonWithoutSpace(at: place) : .yamlFullWidthColon(at: place)
    }
    let end = source.lineStarts[line] + text.utf8.count
    return .yamlKeyWithoutColon(at: .text(source, Span(contextOffset, end)))
  }

  /// Something stands behind a complete value: after a quote, after a bracket, or in the wrong column.
  private func textBehind(in source: SourceText, at here: Place) -> Diagnostic {
    let before = source.beginning(ofLineAt: offset).unicodeScalars.last {
      !$0.properties.isWhitespace
    }
    return switch before {
    case "\"", "'": .yamlTextAfterQuote(at: here)
    case "]", "}": .yamlTextAfterBracket(at: here)
    default: .yamlIndentation(at: here)
    }
  }
}

extension SourceText {
  /// The character at `offset`; an empty text at the end of the file.
  fileprivate func character(at offset: Int) -> String {
    text.utf8.count > offset
      ? String(slice(Span(offset, min(offset + 4, text.utf8.count))).unicodeScalars.prefix(1)) : ""
  }

  fileprivate func place(at offset: Int) -> Place {
    .text(self, Span(offset, offset + character(at: offset).utf8.count))
  }

  fileprivate func beginning(ofLineAt offset: Int) -> Substring {
    slice(Span(lineStarts[line(at: offset)], offset))
  }
}
