package import Diagnostics

extension Edit {
  /// Puts a further entry at the end of the mapping to which a key belongs.
  ///
  /// - Parameters:
  ///   - entry: `when closed: open`, without a line end.
  ///   - key: where one of the keys of the mapping stands.
  /// - Returns: `nil` where the mapping is laid out in a way that this does not know.
  package static func adding(_ entry: String, toMappingOf key: Place?) -> Edit? {
    guard case .text(let source, let span)? = key?.asShown else { return nil }
    let bytes = Array(source.text.utf8)
    guard span.start < bytes.count else { return nil }
    let line = source.lineStarts[source.line(at: span.start)]
    let before = bytes[..<span.start].last { !Self.isSpace($0) }
    if before == UInt8(ascii: "{") || before == UInt8(ascii: ",") {
      guard let end = Self.endOfFlow(bytes, from: span.start) else { return nil }
      return Edit(source, Span(end, end), ", \(entry)")
    }
    let indentation = bytes[line..<span.start]
    guard indentation.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
    let end = Self.endOfBlock(source, bytes, from: span.start, indentation: indentation.count)
    let margin = String(repeating: " ", count: indentation.count)
    return Edit(source, Span(end, end), "\n\(margin)\(entry)")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Behind the last entry of the braces around `start`.
  private static func endOfFlow(_ bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var end = start
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        let isEscaped = open == UInt8(ascii: "\"") && bytes[index - 1] == UInt8(ascii: "\\")
        if byte == open, !isEscaped { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          // Inside a plain word it is a letter like any other.
          if opens(bytes, index) { quote = byte }
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "}"):
          if depth == 0 { return end }
          depth -= 1
        case UInt8(ascii: "#") where index > 0 && isSpace(bytes[index - 1]): return nil
        default: break
        }
      }
      if !isSpace(byte) { end = index + 1 }
    }
    return nil
  }

  private static func opens(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard let before = bytes[..<index].last(where: { !isSpace($0) }) else { return true }
    return ",:[{".utf8.contains(before)
  }

  /// Behind the last line of the lines that are not further left than a key.
  private static func endOfBlock(
    _ source: SourceText, _ bytes: [UInt8], from start: Int, indentation: Int
  ) -> Int {
    var number = source.line(at: start)
    var end = lineEnd(source, number)
    while number + 1 < source.lineStarts.count {
      number += 1
      let text = source.lineText(number)
      let margin = text.utf8.prefix { $0 == 0x20 }.count
      let first = text.utf8.dropFirst(margin).first
      if first == nil { continue }
      if first == UInt8(ascii: "#"), margin < indentation { continue }
      if margin < indentation { break }
      end = lineEnd(source, number)
    }
    return end
  }

  private static func lineEnd(_ source: SourceText, _ number: Int) -> Int {
    source.lineStarts[number] + source.lineText(number).utf8.count
  }
}
