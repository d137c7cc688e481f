import Diagnostics
import Formats
import Rubrics

/// A header in which something was sought and not found, as messages show it.
struct HeaderFace {
  enum Separation {
    case semicolons, bars, wideCommas, tabs, quotedLines, separatorLine
  }

  let names: [String]
  /// The headers that no declaration reads: one of them may be what is missed.
  private let unread: [String]
  private static let mostShown = 12
  private static let longestShown = 40

  /// `read` are the places of the headers that a declaration reads.
  init(_ names: [String], read: Set<Int> = []) {
    self.names = names
    unread = names.indices.filter { !read.contains($0) }.map { names[$0] }
  }

  /// What was found, for a note.
  var found: Wording {
    let shown = names.prefix(Self.mostShown).map { "`\(Self.shown($0))`" }
    let more = names.count - shown.count
    return Wording(
      en: "its headers are: " + shown.joined(separator: ", ")
        + (more > 0 ? " and \(more) more" : ""),
      zh: "表头有：" + shown.joined(separator: "、") + (more > 0 ? "，另有 \(more) 列" : ""))
  }

  private static func shown(_ name: String) -> String {
    let line = String(name.map { $0.isWhitespace ? " " : $0 })
    return line.count > longestShown ? line.prefix(longestShown) + "…" : line
  }

  /// What the file looks separated by, where it is neither commas nor tabs.
  var separation: Separation? {
    guard let first = names.first else { return nil }
    if first.lowercased().hasPrefix("sep=") { return .separatorLine }
    guard names.count == 1 else { return nil }
    let signs: [(Character, Separation)] = [
      (";", .semicolons), ("；", .semicolons), ("|", .bars), ("，", .wideCommas), ("\t", .tabs),
      (",", .quotedLines),
    ]
    return signs.first { first.contains($0.0) }?.1
  }

  /// The header that differs in little from one of the names.
  func nearest(toOneOf names: [String]) -> String? {
    names.lazy.compactMap(nearest).first
  }

  /// The header that differs from a name in little: spaces, signs around it, a unit behind it.
  func nearest(to name: String) -> String? {
    let wanted = Self.letters(name)
    guard !wanted.isEmpty else { return nil }
    if let same = unread.first(where: { Self.letters($0) == wanted }) { return same }
    // A unit or a remark in brackets behind it.
    let start = HeaderName(name).text + "("
    return unread.first { HeaderName($0).text.hasPrefix(start) }
      ?? namesNear(name, in: unread).first
      ?? (name.count > 1
        ? unread.first { HeaderName($0).text.contains(HeaderName(name).text) } : nil)
  }

  /// What is left of a name without spaces and signs.
  private static func letters(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        HeaderName(name).text.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }
}

extension HeaderFace.Separation {
  var note: Wording {
    switch self {
    case .semicolons:
      Wording(en: "its cells look separated by semicolons", zh: "各格像是用分号隔开的")
    case .bars: Wording(en: "its cells look separated by bars `|`", zh: "各格像是用竖线 `|` 隔开的")
    case .wideCommas:
      Wording(en: "its cells look separated by full-width commas", zh: "各格像是用全角逗号隔开的")
    case .tabs: Wording(en: "its cells look separated by tabs", zh: "各格像是用制表符隔开的")
    case .quotedLines:
      Wording(en: "every line looks quoted as one cell", zh: "像是每一行都被引号括成了一格")
    case .separatorLine:
      Wording(
        en: "its first line names a separator; that line is no header",
        zh: "第一行写的是分隔符，不是表头")
    }
  }

  var help: Wording {
    switch self {
    case .quotedLines:
      Wording(
        en: "save it again with quotes around single cells, or take the outer quotes away",
        zh: "请重新另存为 CSV，引号只括单个格，或去掉每行外面的引号")
    case .separatorLine:
      Wording(
        en: "remove the first line, and save it as `CSV UTF-8`, separated by commas",
        zh: "请删去第一行，并另存为“CSV UTF-8”，用半角逗号分隔")
    case .semicolons, .bars, .wideCommas, .tabs:
      Wording(
        en: "save it as `CSV UTF-8`, separated by commas", zh: "请另存为“CSV UTF-8”，用半角逗号分隔")
    }
  }
}
