import Diagnostics

/// HTML under construction: every text that goes in is escaped, every element that opens is closed.
///
/// Bytes go into one buffer; of a text only what means something in HTML is looked at, the rest is copied as it is.
struct Markup {
  private(set) var bytes: [UInt8] = []
  /// The anchors of the page; a link to anything else would lead nowhere and is plain text.
  private let anchors: Set<String>

  init(anchors: Set<String> = [], capacity: Int = 0) {
    self.anchors = anchors
    bytes.reserveCapacity(capacity)
  }

  var html: String { String(decoding: bytes, as: UTF8.self) }

  mutating func element(
    _ tag: StaticString,
    _ attributes: [(StaticString, String)] = [],
    _ body: (inout Markup) -> Void = { _ in }
  ) {
    open(tag)
    for (name, value) in attributes {
      append(UInt8(ascii: " "))
      append(name)
      append("=\"")
      text(value)
      append(UInt8(ascii: "\""))
    }
    append(UInt8(ascii: ">"))
    if Markup.isVoid(tag) { return }
    body(&self)
    close(tag)
  }

  mutating func element(
    _ tag: StaticString, class name: String, _ body: (inout Markup) -> Void = { _ in }
  ) {
    open(tag)
    appendClass(name)
    append(UInt8(ascii: ">"))
    body(&self)
    close(tag)
  }

  /// An element that holds only text.
  mutating func leaf(_ tag: StaticString, class name: String? = nil, _ text: String) {
    open(tag)
    if let name { appendClass(name) }
    append(UInt8(ascii: ">"))
    self.text(text)
    close(tag)
  }

  mutating func link(to anchor: String, class name: String? = nil, _ text: String) {
    guard anchors.contains(anchor) else {
      leaf("span", class: name, text)
      return
    }
    append("<a href=\"#")
    self.text(anchor)
    append(UInt8(ascii: "\""))
    if let name { appendClass(name) }
    append(UInt8(ascii: ">"))
    self.text(text)
    append("</a>")
  }

  /// A sentence: what stands in backticks is code.
  mutating func prose(_ sentence: String) {
    guard sentence.utf8.contains(UInt8(ascii: "`")) else {
      text(sentence)
      return
    }
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else {
      text(sentence)
      return
    }
    for (index, part) in parts.enumerated() {
      if index % 2 == 0 { text(String(part)) } else { leaf("code", String(part)) }
    }
  }

  /// An element that holds one sentence.
  mutating func sentence(_ tag: StaticString, class name: String? = nil, _ sentence: String) {
    open(tag)
    if let name { appendClass(name) }
    append(UInt8(ascii: ">"))
    prose(sentence)
    close(tag)
  }

  /// Markup of our own; nothing from a file goes through here.
  mutating func trusted(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func trusted(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

  // MARK: pieces

  mutating func append(_ run: Slice<UnsafeBufferPointer<UInt8>>) { bytes.append(contentsOf: run) }

  private mutating func append(_ byte: UInt8) { bytes.append(byte) }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func open(_ tag: StaticString) {
    append(UInt8(ascii: "<"))
    append(tag)
  }

  private mutating func appendClass(_ name: String) {
    append(" class=\"")
    text(name)
    append(UInt8(ascii: "\""))
  }

  private mutating func close(_ tag: StaticString) {
    append("</")
    append(tag)
    append(UInt8(ascii: ">"))
    if Markup.isBlock(tag) { append(UInt8(ascii: "\n")) }
  }

  /// Names of up to eight letters as numbers, to be found quickly.
  private static func key(_ tag: StaticString) -> UInt64 {
    tag.withUTF8Buffer { $0.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
  }

  private static let voidKeys = Set(
    (["br", "meta", "hr", "col", "link", "input"] as [StaticString]).map(key))
  /// Elements inside a line; the others end it.
  private static let inlineKeys = Set(
    ([
      "span", "a", "td", "th", "code", "strong", "small", "b", "button", "option", "cite", "label",
      "summary", "dt", "dd", "title", "style", "del",
    ] as [StaticString]).map(key))

  private static func isVoid(_ tag: StaticString) -> Bool { voidKeys.contains(key(tag)) }

  private static func isBlock(_ tag: StaticString) -> Bool { !inlineKeys.contains(key(tag)) }
}
