package import Diagnostics

/// What is said about a cell that does not fit; never what it holds.
extension Diagnostic {
  package static func cellMismatch(_ mismatch: CellMismatch, at place: Place) -> Diagnostic {
    Diagnostic(
      "cell-mismatch", .warning, at: place,
      Wording(
        en: "a cell does not fit its column: \(mismatch.wording.en)",
        zh: "单元格与所在列不符：\(mismatch.wording.zh)"),
      help: mismatch.help)
  }
}

extension CellMismatch {
  package var wording: Wording {
    switch self {
    case .notANumber: Wording(en: "no number", zh: "不是数字")
    case .misplacedSeparators:
      Wording(en: "its commas do not part off three digits each", zh: "千位分隔符的位置不对")
    case .numberTooLarge:
      Wording(en: "a number that is too large or has too many decimals", zh: "数值过大，或小数位太多")
    case .scaleUnknown:
      Wording(en: "its sign has two readings here", zh: "所带的符号在这一列有两种读法")
    case .amountUnknown:
      Wording(en: "its sign of money has two readings here", zh: "所带的货币符号在这一列有两种读法")
    case .otherUnit: Wording(en: "it is in another unit", zh: "单位与声明的不同")
    case .undeclaredUnit:
      Wording(en: "it names a unit, and none is declared", zh: "带有单位，而细则没有声明单位")
    case .notABoolean: Wording(en: "neither true nor false", zh: "看不出是或否")
    case .notADate: Wording(en: "no date", zh: "不是日期")
    case .noSuchDay: Wording(en: "no such day", zh: "没有这一天")
    case .implausibleYear:
      Wording(en: "a year outside 1900 to 2200", zh: "年份不在 1900 至 2200 之间")
    case .noDay: Wording(en: "a month without its day", zh: "只有年月，没有写哪一天")
    case .dayOrMonth:
      Wording(en: "nobody said whether the day or the month comes first", zh: "没有说明日与月哪个在前")
    case .notATime: Wording(en: "no time", zh: "不是时间")
    case .notADateTime: Wording(en: "no date and time", zh: "不是日期和时间")
    case .notADuration: Wording(en: "no duration", zh: "不是时长")
    case .garbled: Wording(en: "bytes that are no letters", zh: "含有无法识别的字节")
    case .unreckoned: Wording(en: "a formula without a stored value", zh: "公式没有存下结果")
    case .errorValue: Wording(en: "the error of a formula", zh: "是公式的错误值")
    case .moreDigits:
      Wording(
        en: "it has more than fifteen digits, and with fifteen it is another number",
        zh: "超过 15 位有效数字，按 15 位取舍后是另一个数")
    case .shownOtherwise:
      Wording(
        en: "the format of the cell shows another number than it holds",
        zh: "单元格格式显示的数与所存的数不同")
    }
  }

  package var help: Wording? {
    switch self {
    case .notANumber:
      Wording(en: "write digits only, as in `30` or `1,200.5`", zh: "只写数字，如 `30` 或 `1,200.5`")
    case .misplacedSeparators, .numberTooLarge: nil
    case .scaleUnknown:
      Wording(
        en:
          "write the number without the sign, or declare `unit: \"%\"` where 95 is meant, `unit: \"1\"` where 0.95 is",
        zh: "请写不带符号的数；或在细则中声明：指 95 时写 `unit: \"%\"`，指 0.95 时写 `unit: \"1\"`")
    case .otherUnit:
      Wording(en: "write the number in the unit that is declared", zh: "请按声明的单位写数字")
    case .amountUnknown:
      Wording(
        en: "write the number without the sign, in the unit that is declared",
        zh: "请按声明的单位写不带符号的数")
    case .undeclaredUnit:
      Wording(
        en: "write digits only, or declare the `unit` of the column",
        zh: "只写数字，或在细则中用 `unit` 声明这一列的单位")
    case .notABoolean: Wording(en: "write `是` or `否`", zh: "请写“是”或“否”")
    case .implausibleYear:
      Wording(
        en: "correct the year, or declare with `must be` which days can be",
        zh: "请更正年份；确有这样的日期时，在细则中用 `must be` 声明")
    case .dayOrMonth:
      Wording(
        en:
          "write `2024-03-01`, or declare the order of the column: `order: d/m/y` or `order: m/d/y`",
        zh: "请写作 `2024-03-01`，或在细则中声明这一列的次序：`order: d/m/y` 或 `order: m/d/y`")
    case .notADate, .noSuchDay, .noDay:
      Wording(en: "write the date as `2024-03-01`", zh: "日期请写作 `2024-03-01`")
    case .notATime: Wording(en: "write the time as `08:30`", zh: "时间请写作 `08:30`")
    case .notADateTime:
      Wording(en: "write it as `2024-03-01T08:30`", zh: "请写作 `2024-03-01T08:30`")
    case .notADuration:
      Wording(en: "write it as `P1DT2H` or `P1Y6M`", zh: "请写作 `P1DT2H` 或 `P1Y6M`")
    case .garbled: Wording(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8 编码")
    case .unreckoned:
      Wording(en: "open the workbook and save it once", zh: "请打开工作簿，保存一次")
    case .errorValue:
      Wording(en: "mend the formula, or write the value", zh: "请改正公式，或直接填写数值")
    case .moreDigits:
      Wording(
        en: "round the formula (`=ROUND(…, 10)`), or type the number; until then it may be either",
        zh: "请在公式外加 `=ROUND(…, 10)`，或直接填数；更正之前两个数都可能")
    case .shownOtherwise:
      Wording(
        en:
          "let the format show the number as it is, or say by what it counts (`0.0,\"千元\"`); until then it may be either",
        zh: "请把单元格格式改成原样显示，或写明按什么计数（如 `0.0,\"千元\"`）；更正之前两个数都可能")
    }
  }
}

extension CellNotes {
  /// What was done, one sentence each, in a fixed order.
  package var wordings: [Wording] {
    var wordings: [Wording] = []
    if contains(.fullWidth) {
      wordings.append(Wording(en: "full-width letters read as half-width", zh: "全角字符按半角读取"))
    }
    if contains(.currency) { wordings.append(Wording(en: "currency sign left out", zh: "略去货币符号")) }
    if contains(.separators) {
      wordings.append(Wording(en: "thousands separators left out", zh: "略去千位分隔符"))
    }
    if contains(.percent) {
      wordings.append(Wording(en: "percent divided by 100", zh: "百分数除以 100"))
    }
    if contains(.spelling) {
      wordings.append(
        Wording(en: "blanks, width and case as declared", zh: "空格、全半角、大小写按声明的写法"))
    }
    if contains(.unit) {
      wordings.append(Wording(en: "unit left out", zh: "略去单位"))
    }
    if contains(.power) {
      wordings.append(Wording(en: "amount brought to the declared unit", zh: "按声明的单位换算"))
    }
    if contains(.tenThousands) {
      wordings.append(Wording(en: "万 multiplied by 10,000", zh: "“万”乘以 10,000"))
    }
    return wordings
  }
}
