import Diagnostics

/// Finds where each byte of a scalar's text stood in the file.
///
/// libyaml returns unescaped and folded text, whose offsets are not the file's, so the written form is
/// walked again beside it. Where the two cannot be matched the rest keeps the last place: a
/// message may then point a few bytes off, but never outside the file.
struct ScalarAlignment {
  private let raw: UnsafeBufferPointer<UInt8>
  private let value: [UInt8]
  private let style: Scalar.Style
  private var rawOffset: Int
  private let rawEnd: Int
  private var offset = 0
  private var segments: [Passage.Segment] = []

  static func segments(
    of text: String,
    style: Scalar.Style,
    at span: Span,
    in raw: UnsafeBufferPointer<UInt8>
  ) -> [Passage.Segment] {
    var alignment = ScalarAlignment(text, style, span, raw)
    alignment.walk()
    return alignment.segments
  }

  private init(
    _ text: String, _ style: Scalar.Style, _ span: Span, _ raw: UnsafeBufferPointer<UInt8>
  ) {
    self.raw = raw
    self.style = style
    value = Array(text.utf8)
    rawOffset = span.start
    rawEnd = min(span.end, raw.count)
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: rawOffset += 1
    case .literal, .folded:
      while rawOffset < rawEnd, raw[rawOffset] != 0x0A, raw[rawOffset] != 0x0D { rawOffset += 1 }
    }
    rawOffset = min(rawOffset, rawEnd)
  }

  private var isBlock: Bool { style == .literal || style == .folded }

  private mutating func walk() {
    mark()
    while offset < value.count, rawOffset < rawEnd {
      let byte = raw[rawOffset]
      if style == .doubleQuoted, byte == 0x5C {
        passEscape()
      } else if style == .singleQuoted, byte == 0x27 {
        mark()
        offset += 1
        rawOffset += 2
        mark()
      } else if isBlank(byte) || isBreak(byte) {
        passBlanks()
      } else if byte == value[offset] {
        offset += 1
        rawOffset += 1
      } else {
        return
      }
    }
  }

  /// A run of blanks without a line break is itself; one with a break was folded, and lost its indentation.
  private mutating func passBlanks() {
    var end = rawOffset
    var breakCount = 0
    while end < rawEnd, isBlank(raw[end]) || isBreak(raw[end]) {
      if isBreak(raw[end]) {
        breakCount += 1
        if raw[end] == 0x0D, end + 1 < rawEnd, raw[end + 1] == 0x0A { end += 1 }
      }
      end += 1
    }
    guard breakCount > 0 else {
      offset += end - rawOffset
      rawOffset = end
      return
    }
    mark()
    if isBlock {
      let first = offset
      while offset < value.count, isBlank(value[offset]) || isBreak(value[offset]) { offset += 1 }
      passIndentation(of: value[first..<offset], endingAt: end)
    } else {
      offset +=
        breakCount == 1 ? (offset < value.count && value[offset] == 0x20 ? 1 : 0) : breakCount - 1
    }
    rawOffset = end
    mark()
  }

  /// Blanks before the first letter of a block's line belong to the text where they go beyond its indentation.
  private mutating func passIndentation(of run: ArraySlice<UInt8>, endingAt end: Int) {
    let kept = run.reversed().prefix { isBlank($0) }.count
    guard kept > 0, kept <= end - rawOffset else { return }
    segments.append(Passage.Segment(start: offset - kept, fileStart: end - kept))
  }

  private mutating func passEscape() {
    mark()
    guard rawOffset + 1 < rawEnd else {
      rawOffset = rawEnd
      return
    }
    let letter = raw[rawOffset + 1]
    if isBreak(letter) {
      rawOffset += 1
      while rawOffset < rawEnd, isBlank(raw[rawOffset]) || isBreak(raw[rawOffset]) {
        rawOffset += 1
      }
    } else {
      let digits: Int =
        switch letter {
        case 0x78: 2  // x
        case 0x75: 4  // u
        case 0x55: 8  // U
        default: 0
        }
      offset += 1
      while offset < value.count, value[offset] & 0xC0 == 0x80 { offset += 1 }
      rawOffset = min(rawEnd, rawOffset + 2 + digits)
    }
    mark()
  }

  private mutating func mark() {
    guard offset < value.count || segments.isEmpty else { return }
    if let last = segments.last {
      if rawOffset - last.fileStart == offset - last.start { return }
      if last.start == offset { segments.removeLast() }
    }
    segments.append(Passage.Segment(start: offset, fileStart: rawOffset))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
