/// What a label such as `合计` or `Average` says of the numbers beside it.
package struct TotalLabel: Sendable, Hashable {
  package struct Aggregates: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let sum = Aggregates(rawValue: 1)
    package static let mean = Aggregates(rawValue: 2)
    package static let greatest = Aggregates(rawValue: 4)
    package static let least = Aggregates(rawValue: 8)
    package static let count = Aggregates(rawValue: 16)
    package static let median = Aggregates(rawValue: 32)
  }

  package let aggregates: Aggregates
  /// Also an ordinary word or a person's name (`Max`): without numbers that agree it labels nothing.
  package let isWeak: Bool

  /// `其中：男`: not the total, but a part of it.
  var isOfPart: Bool { aggregates.isEmpty && !isWeak }

  init(_ aggregates: Aggregates, isWeak: Bool = false) {
    self.aggregates = aggregates
    self.isWeak = isWeak
  }
}

extension TotalLabel {
  /// The label that a folded text is; `nil` where it is none.
  static func of(_ folded: String) -> TotalLabel? {
    if let label = exact[folded] { return label }
    // A part of the total above: `其中：男`.
    if parts.contains(where: { folded == $0 || folded.hasPrefix($0 + ":") }) {
      return TotalLabel([])
    }
    var stem = folded[...]
    // `合计(元)`, `合计:165元`.
    if stem.last == ")", let open = stem.lastIndex(of: "(") { stem = stem[..<open] }
    if let label = suffixed(stem) { return label }
    if let digit = stem.firstIndex(where: { $0.isASCII && $0.isNumber }) {
      let unit = stem[digit...].drop { $0.isNumber || $0 == "." || $0 == "," }
      guard unit.count <= 3 else { return nil }
      stem = stem[..<digit]
    }
    while let last = stem.last, ":=为是、,".contains(last) { stem.removeLast() }
    return exact[String(stem)] ?? suffixed(stem)
  }

  /// `本页合计`, `东镇小计`: whose total it is stands before the word.
  private static func suffixed(_ stem: Substring) -> TotalLabel? {
    guard stem.unicodeScalars.count <= 18 else { return nil }
    for (suffix, label) in suffixes where stem.hasSuffix(suffix) {
      let whose = stem.dropLast(suffix.count)
      // A person may be called 王小计.
      if whose.unicodeScalars.count >= 2 || wholes.contains(String(whose)) { return label }
    }
    return nil
  }

  private static let parts = ["其中", "ofwhich", "thereof"]
  /// With what a cell begins that may be one of them, blanks inside left open.
  static let partStems = ["其中", "其 中", "其　中", "of", "thereof"].map { Array($0.utf8) }

  private static let wholes: Set<String> = ["男", "女", "县", "市", "区", "省", "镇", "乡", "村", "月", "年"]

  static let suffixes: [(String, TotalLabel)] =
    ["合计", "总计", "小计", "共计", "累计", "合計", "總計", "小計", "共計", "累計", "総計", "总和"].map {
      ($0, TotalLabel(.sum))
    } + ["平均", "平均分", "平均值", "平均数", "均值"].map { ($0, TotalLabel(.mean)) }

  static let exact: [String: TotalLabel] = {
    var labels: [String: TotalLabel] = [:]
    func add(_ words: [String], _ aggregates: Aggregates, isWeak: Bool = false) {
      for word in words { labels[word] = TotalLabel(aggregates, isWeak: isWeak) }
    }
    add(
      [
        "合计", "总计", "小计", "共计", "累计", "总和", "总共", "一共", "汇总", "合计数", "总计数", "累计数", "总额",
        "合计金额", "总金额", "合計", "總計", "小計", "共計", "累計", "総計", "总分", "total", "totals",
        "grandtotal", "grandtotals", "subtotal", "subtotals", "sub-total", "sumtotal", "totalsum",
        "overalltotal", "totalamount", "pagetotal",
      ], .sum)
    add(["总数", "总人数", "总次数", "合计人数", "合计次数", "总人次", "总场次"], [.sum, .count])
    add(
      [
        "平均", "平均分", "平均值", "平均数", "均值", "均分", "人均", "平均得分", "月平均", "月均", "总平均", "总平均分",
        "average", "averages", "avg", "averagescore",
      ], .mean)
    add(["最高", "最高分", "最高值", "最大", "最大值", "maximum", "highest"], .greatest)
    add(["最低", "最低分", "最低值", "最小", "最小值", "minimum", "lowest"], .least)
    add(["计数", "个数", "行数", "条数", "总条数"], .count)
    add(["中位数", "中位值", "median"], .median)
    add(["标准差", "方差", "standarddeviation", "stddev", "variance"], [])
    add(["sum"], .sum, isWeak: true)
    add(["mean"], .mean, isWeak: true)
    add(["max"], .greatest, isWeak: true)
    add(["min"], .least, isWeak: true)
    add(["count"], .count, isWeak: true)
    return labels
  }()
}
