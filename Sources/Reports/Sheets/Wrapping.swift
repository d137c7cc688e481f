import Diagnostics

/// Breaks a text into lines of at most `width` columns, at spaces and between wide characters.
///
/// A word that is longer than a line is cut; closing marks are not put at the beginning of a line.
func wrapped(_ text: String, to width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .flatMap { paragraph(String($0), to: max(2, width)) }
}

private func paragraph(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: text) {
    let isClosing = piece.first.map { closing.contains($0) } ?? false
    if displayWidth(of: line) + displayWidth(of: trimmed(piece)) <= width || line.isEmpty {
      line += line.isEmpty && !lines.isEmpty ? trimmedStart(piece) : piece
    } else if isClosing, line.last != " " {
      // The mark takes the character before it along, with the marks between them.
      var taken = String(line.removeLast())
      while let first = taken.first, closing.contains(first), let next = line.popLast() {
        taken = String(next) + taken
      }
      lines.append(trimmed(line))
      line = taken + piece
    } else {
      lines.append(trimmed(line))
      line = trimmedStart(piece)
    }
    while displayWidth(of: line) > width, line.count > 1 {
      var head = ""
      for character in line {
        guard displayWidth(of: head) + displayWidth(of: String(character)) <= width else { break }
        head.append(character)
      }
      if head.isEmpty || head.count == line.count { break }
      // A trailing space may stand over the edge.
      if trimmed(line) == trimmed(head) { break }
      lines.append(trimmed(head))
      line = String(line.dropFirst(head.count))
    }
  }
  lines.append(trimmed(line))
  return lines
}

private let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", "”", "》", "！", "？", "%"]

/// Words with the spaces behind them; each wide character is a piece of its own.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var word = ""
  for character in text {
    if displayWidth(of: String(character)) > 1 || closing.contains(character) {
      if isCounted(word) {
        word.append(character)
        continue
      }
      if !word.isEmpty { pieces.append(word) }
      word = ""
      pieces.append(String(character))
    } else {
      if word.last == " " {
        pieces.append(word)
        word = ""
      }
      word.append(character)
    }
  }
  if !word.isEmpty { pieces.append(word) }
  return pieces
}

/// `4 ` keeps the unit that follows: `4 分`.
private func isCounted(_ word: String) -> Bool {
  word.last == " " && (word.dropLast().last?.isNumber ?? false)
}

private func trimmed(_ text: String) -> String {
  var text = text
  while text.last == " " { text.removeLast() }
  return text
}

private func trimmedStart(_ text: String) -> String { String(text.drop { $0 == " " }) }
