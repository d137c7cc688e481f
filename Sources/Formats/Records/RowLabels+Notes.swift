import NormalForms

extension RowLabels {
  /// Whether a text is a note, a signature, a source or a page line rather than the content of a record.
  package static func isNote(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9" ~= first && text.utf8.count < 6) else {
      return false
    }
    guard PlainText(text)?.mayBeNote ?? true else { return false }
    let head = text.utf8.count > 240 ? String(text.prefix(80)) : text
    let folded = foldKeepingEnds(head)
    if ends.contains(folded) || isPageLine(folded) || isCountLine(folded) { return true }
    guard let colon = folded.firstIndex(of: ":") else {
      return starts.contains { folded.hasPrefix($0) }
        || signatures.contains { isFollowedByBlank($0, in: text) }
    }
    var key = String(folded[..<colon])
    while let last = key.last, last.isNumber || last == ")" || last == "." { key.removeLast() }
    if key.hasPrefix("*") { key.removeFirst() }
    if let open = key.firstIndex(of: "("), open > key.startIndex { key = String(key[..<open]) }
    return keys.contains(key) || starts.contains { folded.hasPrefix($0) }
  }

  /// `填表人 张三`, or the word alone; `审核人员培训` is something else.
  private static func isFollowedByBlank(_ word: String, in text: String) -> Bool {
    guard text.hasPrefix(word) else { return false }
    return text.dropFirst(word.count).first?.isWhitespace ?? true
  }

  /// A note that ends where its content would begin, such as `填表人：`.
  static func announces(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { $0 == ":" || $0 == "：" } ?? false
  }

  private static func foldKeepingEnds(_ text: String) -> String {
    var folded = fold(text + "\u{2060}")
    folded.unicodeScalars.removeAll { $0 == "\u{2060}" }
    while folded.hasPrefix("("), folded.hasSuffix(")"), folded.count > 2 {
      folded = String(folded.dropFirst().dropLast())
    }
    return folded
  }

  /// What stands before the colon of a note.
  static let keys: Set<String> = [
    "注", "备注", "附注", "说明", "填表说明", "填报说明", "填写说明", "注意", "注意事项", "提示", "填表人", "填报人", "填写人",
    "制表人", "制表", "制表单位", "制表日期", "制表时间", "填表日期", "填表时间", "填报日期", "填报时间", "填报单位", "填表单位",
    "填报机构", "审核人", "审核", "复核人", "复核", "审批人", "单位负责人", "负责人", "机构负责人", "站长", "统计负责人", "经办人",
    "记录人", "登记人", "统计人", "报送单位", "报送人", "编制单位", "编制人", "主管", "主管领导", "领导签字", "签字", "签名",
    "签章", "盖章", "公章", "单位盖章", "日期", "时间", "联系人", "联系电话", "电话", "数据来源", "资料来源", "来源", "单位",
    "计量单位", "金额单位", "统计时间", "统计口径", "截止日期", "截至日期", "打印时间", "打印日期", "导出时间", "制单", "制单人",
    "note", "notes", "n.b", "nb", "remark", "remarks", "source", "sources", "datasource",
    "preparedby", "checkedby", "reviewedby", "approvedby", "signature", "signed", "date", "unit",
    "units", "exported", "exportedat", "exportedon", "generated", "generatedat", "generatedon",
    "printed", "page", "author", "compiledby", "filledinby", "reportedby", "asof",
  ]

  /// Beginnings that need no colon.
  static let starts = [
    "以下空白", "以下无正文", "以下为空", "注:", "*注", "※", "endof", "generatedon", "exportedon",
  ]

  static let signatures = [
    "填表人", "填报人", "填表日期", "填报日期", "制表人", "制表日期", "审核人", "复核人", "单位负责人", "经办人", "数据来源", "资料来源",
    "填表说明", "填报说明", "Prepared by", "Checked by",
  ]

  static let ends: Set<String> = [
    "以下空白", "以下无正文", "以下为空", "完", "结束", "全文完", "end", "eof", "续表", "续", "转下页", "接上页", "承上页", "过次页",
    "承前页", "下页续", "continued", "theend", "签字", "签章", "盖章", "公章", "signature", "endoffile",
  ]

  /// `第1页共2页`, `-1-`, `page1of2`.
  private static func isPageLine(_ folded: String) -> Bool {
    if folded.hasPrefix("第"), folded.contains("页"),
      folded.unicodeScalars.allSatisfy({ isDigit($0) || "第页共,/-、·()".unicodeScalars.contains($0) })
    {
      return true
    }
    if folded.hasPrefix("共"), folded.hasSuffix("页") { return true }
    if folded.hasPrefix("page"), folded.dropFirst(4).first?.isNumber == true { return true }
    let inner = folded.drop { $0 == "-" || $0 == "—" }
    let ring = inner.prefix { $0.isNumber }
    return inner.count < folded.count && !ring.isEmpty
      && inner.dropFirst(ring.count).allSatisfy { $0 == "-" || $0 == "—" }
      && inner.count > ring.count
  }

  /// `(11rows)`, `共11条记录`.
  private static func isCountLine(_ folded: String) -> Bool {
    var rest = folded[...]
    var isAnnounced = false
    for word in ["共计", "合计", "总计", "共有", "共"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      isAnnounced = true
      break
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 9 else { return false }
    let unit = String(rest.dropFirst(digits.count))
    if [
      "rows", "row", "records", "record", "rowsselected", "rowsaffected", "entries", "条记录", "行记录",
    ]
    .contains(unit) {
      return true
    }
    return isAnnounced && ["条", "行", "人", "次", "项", "个", "名", "件", "户", "份", "场"].contains(unit)
  }

  /// `一、困难家庭`, `(二)重点对象`.
  static func isNumberedHeading(_ text: String) -> Bool {
    guard text.utf8.count <= longestLabel else { return false }
    let folded = text.normalFormKC.filter { !$0.isWhitespace }
    let numerals = "一二三四五六七八九十"
    let inner = folded.hasPrefix("(") ? folded.dropFirst() : folded[...]
    let numeral = inner.prefix { numerals.contains($0) }
    guard !numeral.isEmpty, numeral.count <= 3 else { return false }
    let next = inner.dropFirst(numeral.count).first
    return folded.hasPrefix("(") ? next == ")" : next == "、"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
