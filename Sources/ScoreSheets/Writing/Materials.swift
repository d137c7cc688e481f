/// The documents that a cell of a score sheet asks for.
enum Materials {
  private static let none: Set<String> = [
    "无", "/", "-", "现场查看", "现场核查", "实地查看", "无需提供", "等", "相关资料", "相关材料",
  ]
  private static let most = 12
  private static let longest = 40

  static func titles(in text: String) -> [String] {
    let letters = Letters(text)
    var titles: [String] = []
    var start = 0
    var depth = 0
    let ends: Set<Character> = ["，", "。", "；", "、", "\n"]
    for index in 0...letters.count {
      if index < letters.count {
        if letters.all[index] == "（" { depth += 1 }
        if letters.all[index] == "）" { depth = max(0, depth - 1) }
        guard ends.contains(letters.all[index]), depth == 0 || letters.all[index] == "\n" else {
          continue
        }
      }
      if letters[index] == "\n" { depth = 0 }
      var title = letters[start..<index].trimmed.text
      start = index + 1
      if title.hasSuffix("等") { title.removeLast() }
      guard title.count > 1, title.count <= longest, !none.contains(title),
        !titles.contains(title), !FactNames.plain(title).isEmpty, titles.count < most
      else { continue }
      titles.append(title)
    }
    return titles
  }
}
