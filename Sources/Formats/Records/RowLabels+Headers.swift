import NormalForms

extension RowLabels {
  /// Whether a text belongs under a header rather than into a record: a unit, a type, a code of HXL, a hint.
  package static func isHeaderWord(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longestLabel else { return false }
    let trimmed = text.normalFormKC.filter { !$0.isWhitespace }
      .lowercased()
    if trimmed.hasPrefix("#"), trimmed.dropFirst().first?.isLetter == true { return true }
    let folded = fold(text)
    if pending.contains(folded) { return false }
    if headerWords.contains(folded) { return true }
    if hints.contains(where: { folded.hasPrefix($0) }) { return true }
    if folded.hasPrefix("单位:") || folded.hasPrefix("unit:")
      || folded.hasPrefix("in") && isBracketed(trimmed)
    {
      return true
    }
    return isBracketed(trimmed)
  }

  /// Whether a text says that its row is an example of how to fill in the others.
  package static func isExample(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 240 else { return false }
    let folded = fold(String(text.prefix(80)))
    if ["示例", "样例", "例", "例子", "范例", "填写示例", "example", "sample", "e.g."].contains(folded) {
      return true
    }
    if ["例:", "例如:", "例如", "示例:", "样例:", "如:", "example:", "e.g."].contains(where: {
      folded.hasPrefix($0)
    }) {
      return true
    }
    let tail = text.normalFormKC.lowercased()
    return ["(示例)", "(例)", "(样例)", "(example)", "(sample)"].contains { tail.hasSuffix($0) }
  }

  /// Latin words without digits, as names of columns are written: `Participants`, `start_date`.
  static func isLatinName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic,
      text.utf8.count <= longestLabel, !pending.contains(fold(text))
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || " _-./()%'&".unicodeScalars.contains($0))
    }
  }

  /// What stands inside a pair of brackets; the text itself where there is none around it.
  package static func unbracketed(_ text: String) -> String {
    let trimmed = text.normalFormKC.filter { !$0.isWhitespace }
    return isBracketed(trimmed) ? String(trimmed.dropFirst().dropLast()) : text
  }

  private static func isBracketed(_ trimmed: String) -> Bool {
    guard let first = trimmed.first, let last = trimmed.last, trimmed.count > 2 else {
      return false
    }
    return [("(", ")"), ("[", "]"), ("【", "】"), ("<", ">"), ("{", "}")].contains {
      $0.0 == String(first) && $0.1 == String(last)
    }
  }

  /// What stands in a cell that somebody will still fill in; no name of a column.
  private static let pending: Set<String> = [
    "待定", "待核", "待核实", "待查", "待补", "待填", "未知", "不详", "缺", "暂缺", "未付", "未完成", "未定", "无", "略", "tbd",
    "tbc",
    "pending", "unknown", "na", "n/a", "none", "nil", "null", "missing", "yes", "no", "true",
    "false", "y", "n",
  ]

  static let hints = [
    "请填", "请选", "填写", "必填", "选填", "下拉", "单选", "多选", "格式:", "格式为", "如:", "例:", "例如", "示例", "输入",
    "请输入", "按实际", "保留", "精确到", "enter", "pleaseenter", "select", "choose",
  ]

  static let headerWords: Set<String> = [
    // Units.
    "人", "人次", "次", "场", "场次", "个", "名", "名称", "件", "项", "户", "份", "页", "条", "元", "万元", "亿元", "千元",
    "元/年",
    "元/月", "小时", "时", "分钟", "分", "天", "日", "周", "月", "年", "季度", "岁", "%", "百分比", "百分数", "㎡", "m2",
    "m²", "平方米", "公里", "千米", "米", "cny", "rmb", "usd", "hours", "hour", "hrs", "days", "years",
    "persons",
    "people", "yuan", "percent", "number", "年月日", "年/月/日", "年-月-日", "年月", "年/月", "yyyy-mm-dd",
    "yyyy/mm/dd",
    "yyyymmdd", "yyyy-mm", "mm/dd/yyyy", "dd/mm/yyyy", "yyyy.mm.dd", "hh:mm", "是/否", "是或否", "y/n",
    "yes/no",
    "有/无", "true/false",
    // Types.
    "文本", "文字", "字符", "字符串", "数字", "数值", "整数", "小数", "日期", "时间", "日期型", "数值型", "文本型", "字符型", "整型",
    "布尔", "布尔型", "布尔值", "逻辑", "枚举", "text", "string", "integer", "int", "decimal", "float",
    "double",
    "boolean", "bool", "date", "datetime", "timestamp", "varchar", "char", "numeric", "enum",
    "bigint",
    // Whether to fill in.
    "必填", "选填", "可选", "非必填", "必填项", "选填项", "可空", "不可空", "必须", "required", "optional", "mandatory",
    "主键", "自动", "自动计算", "系统生成", "只读", "key", "primarykey",
  ]
}
