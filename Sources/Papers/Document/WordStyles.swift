/// How every style of a document looks: `word/styles.xml` and `word/fontTable.xml`.
///
/// Fonts are named, never embedded; each has another name to fall back to, because the ones that the standard asks for are
/// on few machines.
///
/// - Source: GB/T 9704-2012: body in 16 points of 仿宋, headings in 黑体 and 楷体, the title in 22 points of 小标宋.
enum WordStyles {
  private static let song = "宋体"
  private static let fangsong = "仿宋_GB2312"
  private static let hei = "黑体"
  private static let kai = "楷体_GB2312"
  private static let title = "方正小标宋简体"
  private static let latin = "Times New Roman"

  /// Each font and the one that stands in for it.
  private static let fonts = [
    (fangsong, "仿宋"), (hei, "SimHei"), (kai, "楷体"), (title, song), (song, "SimSun"),
  ]

  static var fontTable: String {
    var text = WordXML.declaration + "<w:fonts\(WordXML.namespaces)>"
    for (name, other) in fonts {
      text +=
        "<w:font w:name=\"\(name)\"><w:altName w:val=\"\(other)\"/><w:charset w:val=\"86\"/></w:font>"
    }
    text += "<w:font w:name=\"\(latin)\"><w:charset w:val=\"00\"/></w:font></w:fonts>"
    return text
  }

  static var xml: String {
    WordXML.declaration + "<w:styles\(WordXML.namespaces)>" + defaults
      + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
      + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/></w:style>"
      + gap + WordDocument.Style.allCases.map(style).joined() + "</w:styles>"
  }

  private static let defaults =
    "<w:docDefaults><w:rPrDefault><w:rPr>\(faces(fangsong))<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
    + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
    + "<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/></w:pPr></w:pPrDefault></w:docDefaults>"

  /// An empty line of no height to speak of: behind tables and around breaks.
  private static let gap =
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Gap\"><w:name w:val=\"Gap\"/><w:basedOn w:val=\"Normal\"/>"
    + "<w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"120\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz w:val=\"8\"/></w:rPr></w:style>"

  private static func faces(_ name: String) -> String {
    "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(name)\" w:cs=\"\(latin)\"/>"
  }

  /// What 28 letters of 16 points give up each to fit 156 mm, in twentieths of a point.
  ///
  /// A grid of letters would do the same, but word processors disagree about it.
  private static let closeness = -5

  private struct Look {
    var name: String
    var isOurs = false
    /// In the order that the schema wants.
    var paragraph = ""
    var face: String?
    /// Whether letters stand so close that a line takes 28 of them.
    var isClose = false
    /// In half points.
    var size: Int?
  }

  private static func style(_ style: WordDocument.Style) -> String {
    let look = look(of: style)
    var text =
      "<w:style w:type=\"paragraph\"\(look.isOurs ? " w:customStyle=\"1\"" : "") w:styleId=\"\(style.rawValue)\">"
      + "<w:name w:val=\"\(look.name)\"/><w:basedOn w:val=\"Normal\"/>"
    if style.headingLevel != nil { text += "<w:next w:val=\"BodyText\"/>" }
    text += "<w:qFormat/>"
    if !look.paragraph.isEmpty { text += "<w:pPr>\(look.paragraph)</w:pPr>" }
    var letters = look.face.map(faces) ?? ""
    if look.isClose { letters += "<w:spacing w:val=\"\(closeness)\"/>" }
    if let size = look.size { letters += "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" }
    if !letters.isEmpty { text += "<w:rPr>\(letters)</w:rPr>" }
    return text + "</w:style>"
  }

  private static func look(of style: WordDocument.Style) -> Look {
    switch style {
    case .title:
      Look(
        name: "Title", paragraph: "\(spacing(before: 240, after: 240, line: 640))\(centred)",
        face: title, size: 44)
    case .subtitle: Look(name: "Subtitle", paragraph: centred, face: kai, size: 32)
    case .heading1:
      Look(
        name: "heading 1", paragraph: "<w:keepNext/>\(indent)<w:outlineLvl w:val=\"0\"/>", face: hei
      )
    case .heading2:
      Look(
        name: "heading 2", paragraph: "<w:keepNext/>\(indent)<w:outlineLvl w:val=\"1\"/>", face: kai
      )
    case .body:
      Look(
        name: "Body Text", paragraph: "\(indent)<w:jc w:val=\"both\"/>", face: fangsong,
        isClose: true)
    case .plain: Look(name: "Plain Body", isOurs: true, face: fangsong, isClose: true)
    case .note:
      Look(
        name: "Note", isOurs: true, paragraph: "\(loose)\(spacing(before: 60, line: 340))", size: 21
      )
    case .signature:
      Look(name: "Signature Line", isOurs: true, paragraph: "<w:keepNext/><w:ind w:left=\"3840\"/>")
    case .cell:
      Look(
        name: "Table Cell", isOurs: true, paragraph: "\(loose)\(cellSpacing)", face: fangsong,
        size: 21)
    case .cellHead:
      Look(
        name: "Table Head", isOurs: true, paragraph: "\(loose)\(cellSpacing)", face: hei, size: 21)
    case .formCell:
      Look(
        name: "Form Cell", isOurs: true,
        paragraph: "\(loose)\(spacing(before: 80, line: 440))", face: fangsong)
    case .contentsTitle: Look(name: "Contents Title", isOurs: true, paragraph: centred, face: hei)
    case .contents1: Look(name: "toc 1", paragraph: dots)
    case .contents2: Look(name: "toc 2", paragraph: "\(dots)<w:ind w:left=\"320\"/>")
    case .header:
      Look(
        name: "header", paragraph: "\(loose)\(spacing(line: 300))\(centred)", face: song, size: 18)
    case .footer:
      Look(
        name: "footer", paragraph: "\(loose)\(spacing(line: 360))\(centred)", face: song, size: 28)
    }
  }

  private static let centred = "<w:jc w:val=\"center\"/>"
  /// Two letters.
  private static let indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
  private static let loose = "<w:snapToGrid w:val=\"0\"/>"
  private static let dots =
    "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8834\"/></w:tabs>"
  private static let cellSpacing =
    "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"300\" w:lineRule=\"atLeast\"/>"

  private static func spacing(before: Int = 0, after: Int = 0, line: Int) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"\(line)\" w:lineRule=\"atLeast\"/>"
  }
}
