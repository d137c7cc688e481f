import Diagnostics
import Values

extension JSON {
  /// The one way to write this document: no blanks, keys sorted by their UTF-8, exact decimals.
  ///
  /// - Source: RFC 8785 in spirit; numbers are plain decimals here, and keys are not ordered by UTF-16.
  package var canonicalText: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self, depth: 0)
    return writer.text
  }

  /// For people: two spaces a level, keys sorted by their UTF-8, LF at the end.
  package var prettyText: String {
    var writer = JSONWriter(isPretty: true)
    writer.write(self, depth: 0)
    return writer.text + "\n"
  }
}

private struct JSONWriter {
  let isPretty: Bool
  var text = ""

  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  mutating func write(_ json: JSON, depth: Int) {
    switch json {
    case .null: text += "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .number(let number): number.write(to: &text)
    case .string(let string): write(string)
    case .array(let items):
      writeGroup("[", items, "]", depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      let sorted = members.sorted { $0.key.precedesByUTF8($1.key) }
      writeGroup("{", sorted, "}", depth) { writer, member in
        writer.write(member.key)
        writer.text += writer.isPretty ? ": " : ":"
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeGroup<Element>(
    _ open: String,
    _ elements: [Element],
    _ close: String,
    _ depth: Int,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if isPretty { breakLine(depth + 1) }
      write(&self, element)
    }
    if isPretty, !elements.isEmpty { breakLine(depth) }
    text += close
  }

  private mutating func breakLine(_ depth: Int) {
    text += "\n"
    for _ in 0..<depth { text += "  " }
  }

  private mutating func write(_ string: String) {
    text += "\""
    JSON.escapes.append(string, to: &text)
    text += "\""
  }
}
