extension SheetReader {
  /// Reads the plain cells that come next, as far as they stand in the window; what else there is comes as events.
  ///
  /// Nine of ten cells are such, and an event for each of their tags takes twice as long.
  mutating func readPlainCells(_ take: Taker) {
    while let cell = PlainCell(reader.ahead) {
      read(cell, take)
      reader.position += cell.end
    }
  }

  private mutating func read(_ cell: PlainCell, _ take: Taker) {
    guard findPlace(cell.name) else { return }
    guard let text = cell.text else { return finishBlank(take) }
    switch cell.type {
    case .text, .inline: return hand(.text, false, false, text, take)
    case .shared:
      guard let range = Self.integer(text).flatMap(strings.range) else { break }
      return strings.bytes.withUnsafeBufferPointer {
        hand(.text, false, false, UnsafeBufferPointer(rebasing: $0[range]), take)
      }
    case .number:
      guard NumberText.isNumber(text) else { break }
      let meaning = styles.meaning(ofStyle: cell.style, text)
      guard meaning == .number || meaning == .percent else { break }
      return hand(.number, false, meaning == .percent, text, take)
    case .boolean, .error, .day, .unknown: break
    }
    value.removeAll(keepingCapacity: true)
    value.append(contentsOf: text)
    finish(cell.type, cell.style, false, take)
  }
}
