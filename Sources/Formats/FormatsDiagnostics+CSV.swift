package import Diagnostics

/// What the reader of tables says; never what a cell holds.
extension Diagnostic {
  static func blankRows(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "blank-rows", .note, at: place,
      Wording(
        en: "rows without any content: \(count); they are not counted",
        zh: "有 \(count) 行没有内容，不计入"))
  }

  static func cellTooLarge(limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "cell-too-large", at: place,
      Wording(
        en: "a cell is larger than \(limit) bytes; the table ends before it",
        zh: "一个单元格超过 \(limit) 字节，表格读到此前为止"),
      help: Wording(en: "look for a quote that is not closed", zh: "请检查是否有引号没有结束"))
  }

  /// The columns are counted from 1.
  package static func duplicateHeader(
    _ name: String, _ first: Int, _ second: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-header", at: place,
      Wording(
        en: "columns \(first) and \(second) are both named `\(name)`",
        zh: "第 \(first) 列和第 \(second) 列都叫 `\(name)`"),
      help: Wording(en: "rename or remove one of the two", zh: "请改名或删去其中一列"))
  }

  static func emptyTable(_ path: String) -> Diagnostic {
    Diagnostic(
      "empty-table", at: .file(path),
      Wording(en: "the table has no header", zh: "表格没有表头"),
      help: Wording(
        en:
          "write the names of the columns into the first line; a table without rows has only them",
        zh: "请在第一行写上各列名称；没有数据的表只留这一行"))
  }

  static func lineTooLarge(limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "line-too-large", at: place,
      Wording(
        en: "a row is larger than \(limit) bytes; the table ends before it",
        zh: "一行超过 \(limit) 字节，表格读到此前为止"),
      help: Wording(
        en: "save the file anew as CSV, one record a line",
        zh: "请重新另存为 CSV，一行一条记录"))
  }

  static func noGB18030(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-gb18030", at: .file(path),
      Wording(
        en: "the file is not UTF-8, and this system cannot convert GB 18030",
        zh: "文件不是 UTF-8，而本机无法转换 GB 18030"),
      help: Wording(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8 编码"))
  }

  static func notATable(_ path: String, _ kind: CSVReader.ForeignKind) -> Diagnostic {
    let what: Wording =
      switch kind {
      case .workbook: Wording(en: "a workbook", zh: "电子表格工作簿")
      case .utf16: Wording(en: "UTF-16 text", zh: "UTF-16 文本")
      case .binary: Wording(en: "no text", zh: "非文本文件")
      }
    return Diagnostic(
      "not-a-table", at: .file(path),
      Wording(en: "the file is \(what.en), not a CSV table", zh: "这是\(what.zh)，不是 CSV 表格"),
      help: Wording(
        en: "save it from the spreadsheet as `CSV UTF-8`", zh: "请在电子表格中另存为“CSV UTF-8”"))
  }

  static func overlongRow(_ count: Int, _ expected: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "overlong-row", at: place,
      Wording(
        en: "a row has \(count) cells under \(expected) headers",
        zh: "一行有 \(count) 个单元格，表头只有 \(expected) 列"),
      help: Wording(
        en: "put a cell that holds a comma in double quotes", zh: "含逗号的单元格要加双引号"))
  }

  static func shortRow(_ count: Int, _ expected: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "short-row", .warning, at: place,
      Wording(
        en: "a row has \(count) cells under \(expected) headers; the others are taken as empty",
        zh: "一行只有 \(count) 个单元格，表头有 \(expected) 列，其余按空白处理"),
      help: Wording(en: "write a comma for each empty cell", zh: "空白单元格也要留出逗号"))
  }

  static func textAfterQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      "text-after-quote", at: place,
      Wording(en: "text follows the closing quote of a cell", zh: "单元格的右引号之后还有文字"),
      help: Wording(
        en: "double each quote that belongs to the text: `\"\"`", zh: "属于文字内容的引号要写两遍：`\"\"`"))
  }

  static func tooManyColumns(_ count: Int, limit: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "too-many-columns", at: .file(path),
      Wording(en: "\(count) columns are more than \(limit)", zh: "共 \(count) 列，超过 \(limit) 列"),
      help: Wording(
        en: "remove columns that nobody reads, and save the file anew",
        zh: "请删去没有用的列后重新保存"))
  }

  static func tooManyRows(limit: Int, _ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      "too-many-rows", at: .cell(file: path, line: line, column: "-"),
      Wording(
        en: "the table of one subject has more than \(limit) rows; nobody reads it",
        zh: "一个对象的表格超过 \(limit) 行，整张表都不读"),
      help: Wording(
        en: "hand over the rows of the period, or score the table of many subjects with `batch`",
        zh: "请只交考核期内的行；若是许多对象共用的大表，请用 `batch` 评分"))
  }

  static func unclosedQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      "unclosed-quote", at: place,
      Wording(
        en: "a quote opens a cell and never closes; the table ends before this row",
        zh: "单元格的引号没有结束，表格读到此行之前为止"),
      help: Wording(en: "add the closing quote", zh: "请补上右引号"))
  }

  static func undecodableByte(
    _ fault: UTF8Survey.Fault, _ encoding: TextEncoding, count: Int, _ path: String
  ) -> Diagnostic {
    let hexadecimal = "0x" + String(fault.byte, radix: 16, uppercase: true)
    var notes = [
      Wording(en: "it is letter \(fault.column) of the line", zh: "在该行第 \(fault.column) 个字的位置")
    ]
    if count > 1 {
      notes.append(
        Wording(en: "the file has \(count) such bytes", zh: "文件中这样的字节共 \(count) 个"))
    }
    return Diagnostic(
      "undecodable-byte",
      at: .cell(file: path, line: fault.line, column: String(fault.column)),
      Wording(
        en: "the byte \(hexadecimal) is no letter in \(encoding.rawValue)",
        zh: "字节 \(hexadecimal) 在 \(encoding.rawValue) 中不成字"),
      notes: notes,
      help: encoding == .utf8
        ? .typeAgain : Wording(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8 编码"))
  }
}

extension Wording {
  /// What to do about a place in a file that is UTF-8 elsewhere.
  static let typeAgain = Wording(
    en: "the rest is UTF-8: open the file, delete what stands in this place and type it again",
    zh: "文件的其余部分是 UTF-8：请打开文件，把此处删去后重新输入")
}
