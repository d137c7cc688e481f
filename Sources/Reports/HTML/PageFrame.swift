import Diagnostics

/// What stands around every page: head, looks, running heads, the way back and to the other language.
struct PageFrame {
  let language: Language
  let title: String
  /// What every sheet of paper says above: whose page it is, and of which round.
  var running: String = ""
  /// Two classes of looks: a column to read, or a table as wide as it needs.
  var isWide = false
  /// Links before the page: where they lead, and their words.
  var ways: [(to: String, words: String)] = []
  /// The same page in the other language.
  var other: String?
  /// Parts of the page: anchor and words.
  var parts: [(anchor: String, words: String)] = []

  func page(
    anchors: Set<String> = [], capacity: Int = 0, _ body: (inout Markup) -> Void
  ) -> [UInt8] {
    var page = Markup(anchors: anchors, capacity: capacity)
    page.trusted("<!doctype html>\n")
    page.element("html", [("lang", language == .zh ? "zh-CN" : "en")]) { page in
      page.element("head") { head in
        head.element("meta", [("charset", "utf-8")])
        head.element(
          "meta", [("name", "viewport"), ("content", "width=device-width,initial-scale=1")])
        head.leaf("title", title)
        head.element("style") { style in
          style.trusted(Stylesheet.css)
          style.trusted(Stylesheet.pages)
          style.trusted(Self.sheets(running, language))
        }
      }
      page.element("body", class: isWide ? "wide" : "narrow") { whole in
        whole.element("a", [("class", "skip"), ("href", "#page")]) {
          $0.text(PageWording.skip.text(in: language))
        }
        writeWays(into: &whole)
        whole.element("main", [("id", "page"), ("tabindex", "-1")]) { main in body(&main) }
      }
    }
    page.trusted("\n")
    return page.bytes
  }

  private func writeWays(into page: inout Markup) {
    guard !ways.isEmpty || other != nil || !parts.isEmpty else { return }
    page.element(
      "nav", [("class", "ways"), ("aria-label", PageWording.ways.text(in: language))]
    ) { nav in
      for way in ways {
        nav.element("a", [("class", "back"), ("href", Markup.address(of: way.to))]) {
          $0.text(way.words)
        }
      }
      for part in parts {
        nav.element("a", [("href", "#" + part.anchor)]) { $0.text(part.words) }
      }
      if let other {
        nav.element(
          "a",
          [
            ("class", "other"), ("href", Markup.address(of: other)),
            ("lang", language == .zh ? "en" : "zh-CN"),
            ("hreflang", language == .zh ? "en" : "zh-CN"),
          ]
        ) { $0.text(language == .zh ? "English" : "中文") }
      }
    }
  }

  /// Running heads and folios of the sheets of paper.
  private static func sheets(_ running: String, _ language: Language) -> String {
    let folio =
      language == .zh
      ? "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\""
      : "counter(page) \" / \" counter(pages)"
    return """
      @page{@bottom-center{content:\(folio);font:8pt sans-serif;color:#444}\
      @top-left{content:"\(quoted(running))";font:8pt sans-serif;color:#444}}

      """
  }

  /// A text inside a quoted string of a stylesheet: what could end the string, the sheet or the line has a code.
  static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.value >= 0x80
        ? !TextEscape.isControl(scalar)
        : scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == " "
      if isPlain {
        quoted.unicodeScalars.append(scalar)
      } else {
        quoted += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return quoted
  }
}
