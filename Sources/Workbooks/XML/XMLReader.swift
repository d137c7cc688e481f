import Archives
import Platform

/// Reads the XML of a part, one event after the other, without keeping it.
///
/// Names, values and texts are places in a window of the part; only what is asked for is copied. What events give
/// is good until the next one.
///
///     window   |…<row r="7"><c r="A7" s="1" t="s"><v>42</v></c>…|
///     position              ^ the next event begins here
///
/// - Source: XML 1.0 (fifth edition) and Namespaces in XML 1.0, without document types.
struct XMLReader: ~Copyable {
  enum Event {
    case start, end, text, done
  }

  /// Elements in elements; sheets have five, what is added to them by extensions rarely twenty.
  static let deepest = 256
  /// Of one tag or one text: a cell holds at most 32,767 characters.
  static let longest = 8 << 20
  private static let firstCapacity = 1 << 18

  private let source: XMLSource
  var window: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var filled = 0
  var position = 0

  /// The text of an event.
  private(set) var textStart = 0
  private(set) var textEnd = 0
  /// Whether `&` stands for itself in it.
  private(set) var isLiteral = false

  /// How many elements are open; the one that starts is counted, the one that ends is not.
  var depth = 0
  var isEmptyElement = false
  /// Whether the tag declares prefixes.
  var hasDeclarations = false
  private var hadRoot = false
  var tag = XMLTag()
  var open = XMLOpenElements(deepest: deepest)

  init(_ stream: any ByteStream) {
    source = XMLSource(stream)
    capacity = Self.firstCapacity
    window = .allocate(capacity: capacity)
  }

  deinit {
    window.deallocate()
    tag.deallocate()
    open.deallocate()
  }

  mutating func next() throws(XMLFault) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      close()
      return .end
    }
    while true {
      if position >= filled, try !refill() {
        guard depth == 0 else { throw .cutOff }
        guard hadRoot else { throw .illFormed(.noRoot) }
        return .done
      }
      if window[position] != UInt8(ascii: "<") {
        try readText()
        if depth > 0 { return .text }
        guard text.allSatisfy(\.isXMLBlank) else { throw .illFormed(.textOutside) }
        continue
      }
      guard try has(2) else { throw .cutOff }
      switch window[position + 1] {
      case UInt8(ascii: "/"):
        try readEndTag()
        return .end
      case UInt8(ascii: "?"):
        try skip(behind: "?>")
      case UInt8(ascii: "!"):
        if try readDeclaration() { return .text }
      default:
        if depth == 0, hadRoot { throw .illFormed(.secondRoot) }
        hadRoot = true
        try readStartTag()
        return .start
      }
    }
  }

  /// Passes over the element that has just started, with all that is in it.
  mutating func skipElement() throws(XMLFault) {
    let outside = depth - 1
    while depth > outside { _ = try next() }
  }

  /// As it stands in the part.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window + textStart, count: textEnd - textStart)
  }

  /// What stands in the window and has not been read; good until more is read.
  var ahead: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window + position, count: filled - position)
  }

  /// Whether a row of a sheet is open and no cell of it, in a part whose names without a prefix are those of SpreadsheetML.
  var isBetweenCells: Bool { depth == 3 && !isEmptyElement && open.plain == .spreadsheet }

  // MARK: window

  /// Whether so many bytes stand from `position` on.
  @inline(__always)
  mutating func has(_ count: Int) throws(XMLFault) -> Bool {
    while filled - position < count {
      guard try refill() else { return false }
    }
    return true
  }

  /// Moves what begins at `position` to the front of the window and reads behind it.
  ///
  /// - Returns: false at the end of the part.
  mutating func refill() throws(XMLFault) -> Bool {
    let kept = filled - position
    if position > 0 {
      if kept > 0 { memmove(window, window + position, kept) }
      position = 0
      filled = kept
    }
    if capacity - filled < capacity / 2 {
      guard capacity < Self.longest else { throw .tooLong }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      memcpy(larger, window, filled)
      window.deallocate()
      window = larger
      capacity *= 2
    }
    let count = try source.read(
      into: UnsafeMutableRawBufferPointer(start: window + filled, count: capacity - filled))
    filled += count
    return count > 0
  }

  /// The offset of the first `byte` at or behind `offset` from `position`, from `position`, too.
  private mutating func find(
    _ byte: UInt8, from offset: Int
  ) throws(XMLFault) -> Int? {
    var offset = offset
    while true {
      let start = position + offset
      if start < filled, let hit = memchr(window + start, Int32(byte), filled - start) {
        return hit.assumingMemoryBound(to: UInt8.self) - (window + position)
      }
      offset = max(offset, filled - position)
      guard try refill() else { return nil }
    }
  }

  // MARK: text

  private mutating func readText() throws(XMLFault) {
    let end = try find(UInt8(ascii: "<"), from: 1) ?? filled - position
    isLiteral = false
    textStart = position
    textEnd = position + end
    position = textEnd
  }

  /// Reads a section of character data; passes over a comment.
  ///
  /// - Returns: whether there is a text.
  private mutating func readDeclaration() throws(XMLFault) -> Bool {
    if try begins("<!--") {
      position += 4
      try skip(behind: "-->")
      return false
    }
    if try begins("<![CDATA[") {
      guard depth > 0 else { throw .illFormed(.textOutside) }
      position += 9
      var end = 0
      while true {
        guard let bracket = try find(UInt8(ascii: "]"), from: end) else { throw .cutOff }
        end = bracket
        while filled - position < end + 3 {
          guard try refill() else { throw .cutOff }
        }
        let at = position + end
        if window[at + 1] == UInt8(ascii: "]"), window[at + 2] == UInt8(ascii: ">") { break }
        end += 1
      }
      isLiteral = true
      textStart = position
      textEnd = position + end
      position = textEnd + 3
      return true
    }
    if try begins("<!DOCTYPE") { throw .documentType }
    throw .illFormed(.markup)
  }

  private mutating func begins(_ text: StaticString) throws(XMLFault) -> Bool {
    guard try has(text.utf8CodeUnitCount) else { return false }
    return UnsafeBufferPointer(start: window + position, count: text.utf8CodeUnitCount).is(text)
  }

  /// Passes over everything up to `mark` and over it; of whatever length, nothing is kept.
  private mutating func skip(behind mark: StaticString) throws(XMLFault) {
    while true {
      guard let first = try find(mark.utf8Start[0], from: 0) else { throw .cutOff }
      position += first
      if try begins(mark) {
        position += mark.utf8CodeUnitCount
        return
      }
      position += 1
    }
  }
}
