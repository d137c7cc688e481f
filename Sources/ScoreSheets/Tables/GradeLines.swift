import Values

/// Grades as notes give them: 90 分（含）以上为优秀，80—89 分为良好.
struct GradeLines {
  struct Line: Equatable {
    let title: String
    /// From this total on; `nil`: the rest.
    let least: Number?
  }

  var lines: [Line] = []
  var questions: [Question] = []

  private static let words: Set<String> = [
    "优秀", "优良", "优等", "优", "良好", "良", "中等", "中", "合格", "基本合格", "不合格", "差", "较差", "一般", "达标", "不达标",
    "较好",
    "好", "基本达标", "示范", "不及格", "及格", "五星", "四星", "三星", "二星", "一星", "五星级", "四星级", "三星级", "二星级", "一星级",
    "无星级",
    "5A", "4A", "3A", "2A", "1A", "AAAAA", "AAAA", "AAA", "AA", "A", "B", "C", "D", "E", "A级", "B级",
    "C级", "D级",
    "5A级", "4A级", "3A级", "2A级", "1A级", "一等", "二等", "三等", "四等", "一级", "二级", "三级", "四级", "五级", "一类",
    "二类", "三类",
  ]

  /// - Returns: `nil` where the texts give no grades.
  init?(in texts: [String]) {
    for text in texts {
      var bounds: [(title: String, bound: Bound)] = []
      let pieces = Self.pieces(text)
      for (index, piece) in pieces.enumerated() {
        // 80 分以上，90 分以下为良好 is one line in two pieces.
        let next = index + 1 < pieces.count ? pieces[index + 1] : Letters("")
        let joined = Letters(piece.text + "，" + next.text)
        let before = index > 0 && Self.grade(piece) != nil ? pieces[index - 1] : Letters("")
        let isSecond = before.count > 0 && Self.grade(before) == nil && Bound(before) != nil
        if isSecond { continue }
        guard let found = Self.grade(piece) ?? Self.grade(joined, inTwo: true) else { continue }
        if !bounds.contains(where: { $0.title == found.title }) { bounds.append(found) }
      }
      guard bounds.count > 1, take(bounds) else { continue }
      return
    }
    return nil
  }

  private static func pieces(_ text: String) -> [Letters] {
    let letters = Letters(text)
    var pieces: [Letters] = []
    var start = 0
    let ends: Set<Character> = ["，", "。", "；", "、", "\n"]
    for index in 0...letters.count where index == letters.count || ends.contains(letters.all[index])
    {
      let piece = letters[start..<index].trimmed
      if piece.count > 1, piece.count <= 60 { pieces.append(withoutPoints(piece)) }
      start = index + 1
    }
    return pieces
  }

  /// 90分以上 as 90以上.
  private static func withoutPoints(_ piece: Letters) -> Letters {
    var text = ""
    for (index, letter) in piece.all.enumerated() {
      if letter == "分", let before = piece[index - 1], before.isASCIIDigit || before == "）" {
        continue
      }
      text.append(letter)
    }
    return Letters(text)
  }

  private static func grade(
    _ piece: Letters, inTwo: Bool = false
  ) -> (title: String, bound: Bound)? {
    guard let bound = Bound(piece), bound.unit.isEmpty || bound.unit == "个",
      !inTwo || bound.lower != nil && bound.upper != nil && !bound.isExact
    else { return nil }
    for side in [bound.rest, bound.quantity] {
      var word = side.text.filter { $0.isLetter || $0.isNumber }
      for prefix in [
        "的评定为", "的评为", "评定为", "评为", "确定为", "定为", "的为", "为", "的", "属", "得分在", "总分在", "总分", "得分",
      ]
      where word.hasPrefix(prefix) && word.count > prefix.count {
        word.removeFirst(prefix.count)
      }
      for ending in ["等级", "等次", "档次", "单位", "社工站"]
      where word.hasSuffix(ending) && word.count > ending.count {
        word.removeLast(ending.count)
      }
      if words.contains(word) { return (word, bound) }
    }
    return nil
  }

  private mutating func take(_ bounds: [(title: String, bound: Bound)]) -> Bool {
    let lower = bounds.filter { $0.bound.lower != nil && !$0.bound.isExact }
      .sorted { ($0.bound.lower?.value ?? .zero) > ($1.bound.lower?.value ?? .zero) }
    let rest = bounds.filter { $0.bound.lower == nil }
    guard !lower.isEmpty, rest.count <= 1 else { return false }
    var above: Bound.Line?
    for entry in lower {
      guard let line = entry.bound.lower, lines.last?.least != line.value else { return false }
      questions += Question.between(entry.bound.upper, and: above, "分")
      questions += Question.line(line, "分")
      above = line
      lines.append(Line(title: entry.title, least: line.value))
    }
    if let rest = rest.first {
      questions += Question.between(rest.bound.upper, and: above, "分")
      lines.append(Line(title: rest.title, least: nil))
    } else if let last = lines.last, last.least?.isZero == true {
      lines[lines.count - 1] = Line(title: last.title, least: nil)
    } else {
      questions.append(.belowGrades)
      lines.append(Line(title: "未评等级", least: nil))
    }
    return true
  }
}
