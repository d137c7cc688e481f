import Diagnostics
import Formats
import Rubrics

/// What is said about rows that are no records, and about headers that are not where they are looked for.
extension Diagnostic {
  static func anonymousRows(_ file: String) -> Diagnostic {
    Diagnostic(
      "anonymous-rows", .warning, at: .file(file),
      Wording(
        en: "rows of this anonymous survey look like totals, headers or notes",
        zh: "这份匿名问卷里有像合计、表头或备注的行"),
      help: Wording(
        en: "whoever collected the answers removes what is no answer",
        zh: "请由收集答卷的人删去不是答卷的行"))
  }

  static func doubtfulRows(
    _ doubt: RowDoubt, _ rows: RowLines, canBeListed: Bool
  ) -> Diagnostic {
    let file = rows.file.split(separator: "/").last.map(String.init) ?? rows.file
    let listed = rows.lines.prefix(8).map(String.init).joined(separator: ", ")
    let words = doubt.wording
    return Diagnostic(
      "doubtful-rows", .warning, at: rows.place,
      Wording(
        en: "\(rows.wording.en) may be no record: \(words.en)",
        zh: "\(rows.wording.zh)可能不是记录：\(words.zh)"),
      notes: [
        Wording(
          en: "until somebody says so, numbers made from this table have bounds",
          zh: "说清之前，由这张表得出的数只能给出范围")
      ],
      help: canBeListed
        ? Wording(
          en:
            "remove what is no record, or say it in bundle.yaml: `rows: {\(file): {no records: [\(listed)]}}`; where every row is one: `rows: {\(file): all}`",
          zh:
            "请删去不是记录的行，或在 bundle.yaml 写 `rows: {\(file): {no records: [\(listed)]}}`；都是记录就写 `rows: {\(file): all}`"
        )
        : Wording(
          en: "remove what is no record, or declare `rows: all` with the table in the rubric",
          zh: "请删去不是记录的行，或在细则的表声明里写 `rows: all`"))
  }

  static func headerBelowFirstLine(_ first: Int, _ line: Int, in file: String) -> Diagnostic {
    Diagnostic(
      "header-below-first-line", .note,
      at: .cell(file: file, line: line, column: "-"),
      Wording(
        en: "line \(first) looks like a title; the header stands in line \(line)",
        zh: "第 \(first) 行像标题，表头在第 \(line) 行"))
  }

  static func noDeclaredColumn(
    _ declaration: TableDeclaration, found: [String], in file: String
  ) -> Diagnostic {
    let wanted = declaration.columns.map { $0.headers.first ?? $0.name }
    let wantedList = wanted.prefix(8).map { "`\($0)`" }
    // A file without a header begins with a record, which may be private.
    let isShown = !declaration.columns.contains(where: \.isPrivate)
    let shown = found.prefix(8).map { "`\(String($0.prefix(24)))`" }
    let closest = found.lazy.compactMap { header in
      namesNear(header, in: wanted).first.map { (header, $0) }
    }.first
    var notes = [
      Wording(
        en: "the rubric asks for \(wantedList.joined(separator: ", "))",
        zh: "细则要的列：\(wantedList.joined(separator: "、"))")
    ]
    if isShown {
      notes.append(
        Wording(
          en: "the first line has \(shown.joined(separator: ", "))",
          zh: "文件第一行是 \(shown.joined(separator: "、"))"))
    }
    let separator = found.count == 1 ? found[0].first { ";；，|、".contains($0) } : nil
    let help: Wording =
      if let separator {
        Wording(
          en: "the line looks separated by `\(separator)`; save the file with commas",
          zh: "这一行像是用 `\(separator)` 分隔的，请另存为逗号分隔")
      } else if isShown, let closest {
        Wording(
          en: "is `\(closest.0)` the column `\(closest.1)`? rename it, or declare it as `header`",
          zh: "`\(closest.0)` 是不是 `\(closest.1)`？请改名，或在细则中用 `header` 写明")
      } else {
        Wording(
          en: "write the header into the first line, or declare what the file calls it as `header`",
          zh: "请在第一行写上表头，或在细则中用 `header` 写明文件里的列名")
      }
    return Diagnostic(
      "no-declared-column", .warning, at: .file(file),
      Wording(
        en:
          "no declared column of `\(declaration.name)` is found, so nothing of the table is known",
        zh: "找不到“\(declaration.name)”声明的任何一列，整张表按未知处理"),
      notes: notes, help: help)
  }

  static func noRecords(
    _ why: NoRecord, _ rows: RowLines, _ remedy: RowRemedy = .bundle
  ) -> Diagnostic {
    switch why {
    case .blank:
      Diagnostic(
        "rows-without-content", .note, at: rows.place,
        Wording(
          en: "nothing stands in the declared columns of \(rows.wording.en): not counted",
          zh: "\(rows.wording.zh)在声明的各列里没有内容，不计入"))
    case .total:
      Diagnostic(
        "total-rows", .warning, at: rows.place,
        Wording(
          en: "\(rows.wording.en) adds up other rows: no record, not counted",
          zh: "\(rows.wording.zh)是对其他行的汇总，不是记录，不计入"),
        help: remedy.wording)
    case .repeatedHeader:
      Diagnostic(
        "repeated-header", .warning, at: rows.place,
        Wording(
          en: "\(rows.wording.en) repeats the header: no record, not counted",
          zh: "\(rows.wording.zh)重复了表头，不是记录，不计入"),
        help: Wording(en: "remove it", zh: "请删去"))
    case .declared:
      Diagnostic(
        "rows-left-out", .note, at: rows.place,
        Wording(
          en: "\(rows.wording.en) is not counted, as the bundle says",
          zh: "按证据包的说明，\(rows.wording.zh)不计入"))
    }
  }

  static func recordLeftOut(at place: Place) -> Diagnostic {
    Diagnostic(
      "record-left-out", .warning, at: place,
      Wording(
        en: "the bundle lists this row as no record, and it reads like one",
        zh: "证据包把这一行列为“不是记录”，但它看上去是记录"),
      help: Wording(
        en: "take the line out of `no records`, or remove the row from the file",
        zh: "请从 `no records` 中去掉这一行，或从文件中删去该行"))
  }

  static func tooManyCells(rows: Int, columns: Int, limit: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "too-many-cells", at: .file(path),
      Wording(
        en:
          "\(rows) rows of \(columns) declared columns are more than \(limit) cells; nobody reads the table",
        zh: "\(rows) 行乘声明的 \(columns) 列，超过 \(limit) 个单元格，整张表都不读"),
      help: Wording(
        en: "hand over the rows of the period, or one row a month",
        zh: "请只交考核期内的行，或按月汇总成一行"))
  }

  static func totalsNotSought(_ table: String, rows: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "totals-not-sought", .warning, at: .file(path),
      Wording(
        en:
          "rows of `\(table)` without any text may be totals, and are not held against the others",
        zh: "“\(table)”中有些行没有文字，可能是合计，没有与其他各行核对"),
      notes: [
        Wording(
          en: "their subjects have \(rows) rows, more than may be kept at once",
          zh: "有关对象共有 \(rows) 行，超出了一次可以保留的行数")
      ],
      help: Wording(
        en: "give more with `--memory`, or declare `rows: all` where every row is a record",
        zh: "请用 `--memory` 放宽内存；若各行都是记录，请在细则的表声明里写 `rows: all`"))
  }
}

/// What somebody can do who has a total that is a record after all.
enum RowRemedy {
  case bundle, facts, table

  var wording: Wording {
    switch self {
    case .bundle:
      Wording(
        en: "remove it; where it is a record, say so in bundle.yaml: `rows: {FILE: all}`",
        zh: "请删去；若确是记录，请在 bundle.yaml 写 `rows: {文件名: all}`")
    case .facts:
      Wording(
        en: "remove it; where it is a subject, give it another name",
        zh: "请删去；若确是对象，请换一个名称")
    case .table:
      Wording(
        en: "remove it; where it is a record, declare `rows: all` with the table in the rubric",
        zh: "请删去；若确是记录，请在细则的表声明里写 `rows: all`")
    }
  }
}

extension RowLines {
  /// The lines in words, a few of many.
  var wording: Wording {
    let shown = lines.prefix(8).map(String.init)
    let rest = count - shown.count
    let more = rest > 0 ? Wording(en: " and \(rest) more", zh: " 等 \(count) 行") : Wording("")
    return count == 1
      ? Wording(en: "line \(shown[0])", zh: "第 \(shown[0]) 行")
      : Wording(
        en: "each of the lines \(shown.joined(separator: ", "))\(more.en)",
        zh: "第 \(shown.joined(separator: "、")) 行\(more.zh)")
  }
}

extension RowDoubt {
  var wording: Wording {
    switch self {
    case .totalLabel:
      Wording(
        en: "it is labelled as a total, and its numbers are not those of other rows",
        zh: "写着合计一类的字样，但数字与其他各行对不上")
    case .partLabel:
      Wording(
        en: "it is labelled as a part of a total, which other rows may hold already",
        zh: "写着“其中”一类的字样，是合计的一部分，可能与其他各行重复")
    case .totalNumbers, .meanNumbers:
      Wording(
        en: "it has no text, and its numbers are the total or the mean of other rows",
        zh: "没有文字，数字正好是其他各行的合计或平均")
    case .secondHeader:
      Wording(
        en: "it looks like a further line of the header, or an example",
        zh: "像表头的另一行，或填写示例")
    case .note:
      Wording(en: "it looks like a note, a signature or a page line", zh: "像备注、落款或页码")
    case .title:
      Wording(en: "it stands like a title above a repeated header", zh: "像是重复表头上方的标题")
    case .zeros:
      Wording(en: "it holds nothing but zeros or spellings of nothing", zh: "只有 0 或“无”一类的字样")
    case .nothingDeclared:
      Wording(
        en: "nothing stands in the columns that the rubric asks for", zh: "细则要的各列都空着")
    }
  }
}
