import NormalForms

/// What one text says of the row in which it stands; texts alone, no arithmetic.
///
///     RowLabels.total("合　计：")       // a sum
///     RowLabels.isNote("填表人：01")     // true
///     RowLabels.isNothing("暂无")        // true
package enum RowLabels {
  /// Longer texts are no labels.
  static let longestLabel = 60

  /// Emptiness, and what people and spreadsheets write into a cell that holds nothing.
  package static func isNothing(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.count <= longestLabel, PlainText(text)?.mayBeNothing ?? true else {
      return false
    }
    let folded = fold(text)
    if folded.isEmpty || nothings.contains(folded) { return true }
    // `----`, `——`, `//`, `□□`: signs alone.
    if folded.unicodeScalars.allSatisfy({ signs.contains($0) }) { return true }
    return isRecordOfNothing(folded)
  }

  /// The total label that a text is; `nil` where it is none.
  package static func total(_ text: String) -> TotalLabel? {
    guard !text.isEmpty, text.utf8.count <= longestLabel, let last = text.utf8.last,
      !(0x30...0x39 ~= last && text.utf8.first.map { 0x30...0x39 ~= $0 } == true),
      PlainText(text)?.mayBeTotal ?? true
    else { return nil }
    // `East total` ends in a word of its own; `Capitotal` does not.
    let words = text.lowercased().split { $0.isWhitespace || $0 == ":" }
    if words.count > 1, words.count <= 6, let last = words.last,
      ["total", "subtotal", "sub-total"].contains(last)
    {
      return TotalLabel(.sum)
    }
    let folded = fold(text)
    return folded.isEmpty ? nil : TotalLabel.of(folded)
  }

  /// Whether a cell that should name a subject holds something else: nothing, a label, a note, a header.
  package static func speaksOfNoSubject(_ text: String) -> Bool {
    isNothing(text) || total(text) != nil || isNote(text) || isHeaderWord(text)
      || isExample(text)
  }

  /// Without blanks, in one width and case, without the colons and brackets around it.
  static func fold(_ text: String) -> String {
    var scalars = plainlyFolded(text) ?? carefullyFolded(text)
    while let last = scalars.last, ":。;,、*_".unicodeScalars.contains(last) { scalars.removeLast() }
    while let first = scalars.first, "*".unicodeScalars.contains(first) { scalars.removeFirst() }
    if scalars.first == "(", scalars.last == ")", scalars.count > 2 {
      scalars.removeFirst()
      scalars.removeLast()
    } else if scalars.first == "[", scalars.last == "]", scalars.count > 2 {
      scalars.removeFirst()
      scalars.removeLast()
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Of ASCII and Chinese letters, which no compatibility mapping changes; most texts hold nothing else.
  private static func plainlyFolded(_ text: String) -> String.UnicodeScalarView? {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20: if scalar.value != 0x20, !scalar.properties.isWhitespace { return nil }
      case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
      case 0x21...0x7E: folded.append(scalar)
      case chinese: folded.append(scalar)
      default: return nil
      }
    }
    return folded
  }

  private static func carefullyFolded(_ text: String) -> String.UnicodeScalarView {
    let wide = text.normalFormKC.lowercased()
    return wide.unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{200B}"
    }
  }

  static let nothings: Set<String> = [
    "无", "無", "暂无", "没有", "未有", "空", "空白", "无记录", "无内容", "无数据", "暂无数据", "暂无记录", "尚无", "均无",
    "未发生", "不适用", "不涉及", "未填", "未填写", "n/a", "na", "#n/a", "none", "nil", "null", "nothing",
    "notapplicable", "nan", "undefined", "同无", "无此项", "无此情况", "没有记录", "零", "norecords", "norecord",
    "nodata", "noentries", "nothingtoreport", "#div/0!", "#ref!", "#value!", "#name?", "#num!",
    "#null!",
    "#calc!", "#spill!",
  ]

  private static let signs: Set<Unicode.Scalar> = [
    "/", "\\", "-", "—", "–", "‐", "‑", "−", "─", "━", "－", "_", "=", "*", "·", ".", "…", "~", "～",
    "□",
    "☐", "◻", "▢", "#", "|", "+", "、", "。", ",", ";", ":", "ー", "'", "\"", "(", ")",
  ]

  /// `本年度无违规记录`, `全年没有发生投诉`; a sentence that says more, such as `没有按时报送`, is content.
  private static func isRecordOfNothing(_ folded: String) -> Bool {
    var rest = folded[...]
    while let first = rest.first, first.isNumber { rest.removeFirst() }
    while let word = spans.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(word.count)
    }
    guard let denial = denials.first(where: { rest.hasPrefix($0) }) else { return false }
    rest = rest.dropFirst(denial.count)
    while let word = matters.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(word.count)
    }
    return rest.isEmpty
  }

  static let spans = [
    "截至目前", "截止目前", "评估期内", "评估期", "本年度", "本季度", "本年", "全年", "年度", "本期", "本月", "当年", "今年", "上半年",
    "下半年", "期间", "期内", "目前", "我站", "本站", "本单位", "年", "内", "尚", "均",
  ]

  static let denials = ["未发生过", "未发生", "没有发生", "没有", "暂无", "未出现", "未收到", "未有", "无"]

  /// What offices deny; a text of these words alone denies all of it.
  private static let matters = [
    "任何", "此类", "该类", "该项", "相关", "有关", "其他", "重大", "一般", "违规", "违纪", "违法", "违约", "不良", "失信", "安全",
    "责任", "投诉", "举报", "信访", "处罚", "行政", "通报", "批评", "事故", "事件", "记录", "情况", "情形", "事项", "行为", "问题",
    "内容", "数据", "登记", "业务", "活动", "人员", "变动", "发生", "过", "的", "和", "或", "及", "、", ",",
  ]
}
