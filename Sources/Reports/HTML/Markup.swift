import Diagnostics

/// HTML under construction: every text that goes in is escaped, every element that opens is closed.
struct Markup {
  private(set) var html = ""
  /// The anchors of the page; a link to anything else would lead nowhere and is plain text.
  private let anchors: Set<String>

  init(anchors: Set<String> = []) {
    self.anchors = anchors
  }

  mutating func element(
    _ tag: String,
    _ attributes: [(String, String)] = [],
    _ body: (inout Markup) -> Void = { _ in }
  ) {
    html += "<"
    html += tag
    for (name, value) in attributes {
      html += " "
      html += name
      html += "=\""
      Markup.append(value, to: &html)
      html += "\""
    }
    html += ">"
    if Markup.voidElements.contains(tag) { return }
    body(&self)
    html += "</"
    html += tag
    html += ">"
    if Markup.blockElements.contains(tag) { html += "\n" }
  }

  mutating func element(_ tag: String, class name: String, _ body: (inout Markup) -> Void) {
    element(tag, [("class", name)], body)
  }

  /// An element that holds only text.
  mutating func leaf(_ tag: String, class name: String? = nil, _ text: String) {
    element(tag, name.map { [("class", $0)] } ?? []) { $0.text(text) }
  }

  mutating func link(to anchor: String, class name: String? = nil, _ text: String) {
    guard anchors.contains(anchor) else {
      leaf("span", class: name, text)
      return
    }
    var attributes = [("href", "#" + anchor)]
    if let name { attributes.append(("class", name)) }
    element("a", attributes) { $0.text(text) }
  }

  mutating func text(_ text: String) {
    Markup.append(text, to: &html)
  }

  /// A sentence: what stands in backticks is code.
  mutating func prose(_ sentence: String) {
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
  mutating func sentence(_ tag: String, class name: String? = nil, _ sentence: String) {
    element(tag, name.map { [("class", $0)] } ?? []) { $0.prose(sentence) }
  }

  /// Markup of our own; nothing from a file goes through here.
  mutating func trusted(_ text: String) {
    html += text
  }

  private static let voidElements: Set<String> = ["br", "meta", "hr", "col"]
  private static let blockElements: Set<String> = [
    "div", "section", "table", "tr", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "header",
    "footer",
    "main", "article", "dl", "colgroup", "thead", "tbody", "svg", "nav", "figure",
  ]

  /// A name could read otherwise than it is written, so controls are replaced; the stylesheet has lines.
  private static let escapes = EscapeTable(
    ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\n": "\n"],
    control: { _ in "\u{FFFD}" })

  private static func append(_ text: String, to html: inout String) {
    escapes.append(text, to: &html)
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    append(text, to: &escaped)
    return escaped
  }

  /// The address of a file in the same output folder: what means something in addresses is escaped.
  static func address(of path: String) -> String {
    var address = ""
    for scalar in path.unicodeScalars {
      let isPlain =
        scalar.value >= 0x80 || "/-._~".unicodeScalars.contains(scalar)
        || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
        || ("A"..."Z").contains(scalar)
      if isPlain {
        address.unicodeScalars.append(scalar)
      } else {
        address +=
          (scalar.value < 0x10 ? "%0" : "%") + String(scalar.value, radix: 16, uppercase: true)
      }
    }
    return address
  }

  /// An anchor for a name: letters and digits stay, the rest becomes its code, so two never meet.
  static func anchor(_ kind: String, _ name: String) -> String {
    var anchor = kind + "-"
    for scalar in name.unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        anchor.unicodeScalars.append(scalar)
      } else {
        anchor += "_" + String(scalar.value, radix: 16)
      }
    }
    return anchor
  }
}
