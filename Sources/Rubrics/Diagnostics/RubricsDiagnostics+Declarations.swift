import Diagnostics
import Values

/// What the checker says about declarations, names, figures and decision tables.
extension Diagnostic {
  static func absentOfAnotherType(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "absent-of-another-type", at: place,
      Wording(
        en: "`\(text)` is not a value of the declared type", zh: "`\(text)` 不是所声明类型的值"),
      label: Wording(en: "does not fit the type", zh: "与类型不符"),
      help: Wording(
        en: "write `unknown`, `null`, or a value of that type",
        zh: "请写 `unknown`、`null` 或该类型的一个值"))
  }

  static func bareColumn(
    _ column: String, of tables: [String], declared: [Place], at place: Place
  ) -> Diagnostic {
    let table = tables.first ?? ""
    let all = tables.prefix(4)
    return Diagnostic(
      "bare-column", at: place,
      Wording(
        en: "`\(column)` is a column and needs its table",
        zh: "`\(column)` 是一列，要写明属于哪张表"),
      label: Wording(en: "of which rows?", zh: "哪些行的？"),
      notes: [
        Wording(
          en: "it is a column of `\(all.joined(separator: "`, `"))`",
          zh: "有这一列的表：`\(all.joined(separator: "`、`"))`")
      ],
      help: Wording(
        en: "write `\(table).\(column)`, or use it inside `\(table)[…]`",
        zh: "请写 `\(table).\(column)`，或用在 `\(table)[…]` 里")
    ).pointing(at: declared.map { .declared($0) })
  }

  static func cellCount(_ count: Int, expected: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule-cells", at: place,
      Wording(
        en: "this rule has \(count) cells, and the table \(expected) columns",
        zh: "这条规则有 \(count) 格，而表有 \(expected) 列"),
      help: Wording(
        en: "write one test an input, then one expression an output; `-` means any",
        zh: "请为每个输入写一个条件，再为每个输出写一个表达式；`-` 表示任意"))
  }

  static func columnHides(_ column: String, _ table: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "column-hides-name", .warning, at: place,
      Wording(
        en:
          "the column `\(column)` hides the fact, table or figure of that name inside `\(table)[…]`",
        zh: "在 `\(table)[…]` 里，列 `\(column)` 会遮住同名的输入、表或中间数"),
      label: Wording(en: "same name", zh: "重名"),
      help: Wording(
        en: "rename one of the two; the file's name goes into `header`",
        zh: "请改其中一个的名字；文件里的列名写进 `header`"))
  }

  static func columnHidesFunction(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "column-hides-function", .warning, at: place,
      Wording(
        en: "the column `\(column)` has the name of a function", zh: "列 `\(column)` 与一个函数同名"),
      label: Wording(en: "a function, too", zh: "也是函数名"),
      help: Wording(
        en: "rename the column; the file's name goes into `header`",
        zh: "请改列名；文件里的列名写进 `header`"))
  }

  static func declaredTwice(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "declared-twice", at: place,
      Wording(en: "the name `\(name)` is declared twice", zh: "名称 `\(name)` 声明了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      notes: [Wording(en: "first at \(first.description)", zh: "第一次在 \(first.description)")],
      help: Wording(en: "rename one of the two", zh: "请改其中一个的名字")
    ).pointing(at: .first(first))
  }

  static func emptyList(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "empty-list", at: place,
      Wording(en: "the list behind `\(key)` is empty", zh: "`\(key)` 后面的列表是空的"),
      help: Wording(en: "write at least one entry, or remove the key", zh: "请至少写一项，或删去这个键"))
  }

  static func figureCycle(_ names: [String], at place: Place) -> Diagnostic {
    let path = (names + [names[0]]).joined(separator: " → ")
    return Diagnostic(
      "figure-cycle", at: place,
      Wording(
        en: "figures are defined by each other in a circle", zh: "中间数互相定义，成了循环"),
      label: Wording(en: "part of the circle", zh: "在循环中"),
      notes: [Wording(path)],
      help: Wording(
        en: "define one of them by inputs alone", zh: "请让其中一个只用输入来定义"))
  }

  static func figureForm(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "figure-form", at: place,
      Wording(
        en: "the figure `\(name)` takes one of `value`, `table` and `calendar`",
        zh: "中间数 `\(name)` 要写 `value`、`table`、`calendar` 之一"),
      help: Wording(en: "write exactly one of the three", zh: "请只写其中一个"))
  }

  static func fileName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "file-name", at: place,
      Wording(
        en: "`\(name)` is not the name of a file beside the others", zh: "`\(name)` 不是同一文件夹里的文件名"),
      label: Wording(en: "not a file name", zh: "不是文件名"),
      help: Wording(
        en: "write a name without `/`, `\\` and `:`, not beginning with a dot",
        zh: "文件名里不能有 `/`、`\\`、`:`，也不能以点开头"))
  }

  static func fillDownOfNoColumn(
    _ name: String, among columns: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "fill-down-of-no-column", at: place,
      Wording(
        en: "`fill down` names `\(name)`, which is no column of the table",
        zh: "`fill down` 写了 `\(name)`，表中没有声明这一列"),
      label: Wording(en: "not a column", zh: "不是表中的列"),
      help: namesNear(name, in: columns).first.map {
        Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？")
      }
        ?? Wording(
          en: "name declared columns, or write `true` for the cell that says whose a row is",
          zh: "请写已声明的列；编号列写 `true`")
    ).remedied(by: .nearest(to: name, among: columns, at: place))
  }

  static func givenName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "given-name", at: place,
      Wording(
        en: "`\(name)` already means \(meaning(of: name).en)",
        zh: "`\(name)` 已另有含义：\(meaning(of: name).zh)"),
      label: Wording(en: "taken", zh: "已被占用"),
      help: Wording(en: "choose another name", zh: "请另取一个名字"))
  }

  /// What a name of the engine means, and where.
  private static func meaning(of name: String) -> Wording {
    switch name {
    case "total":
      Wording(
        en: "the rounded total, in caps, vetoes, downgrades and tables of grades",
        zh: "舍入后的总分，用在等级上限、一票否决、降级和等级决策表里")
    case "items":
      Wording(
        en: "the points of items, in gates, tables of grades and the formula of the total",
        zh: "各指标的得分，用在门槛、等级决策表和总分公式里")
    case "sections":
      Wording(
        en:
          "the points and shares of sections, in gates, tables of grades and the formula of the total",
        zh: "各部分的得分和得分率，用在门槛、等级决策表和总分公式里")
    case "stage":
      Wording(en: "the stage being scored, in items that have stages", zh: "正在计分的阶段，用在分阶段的指标里")
    case "as of": Wording(en: "the day of the evaluation", zh: "评估日期")
    case "period start": Wording(en: "the first day of the period", zh: "评估期首日")
    case "period end": Wording(en: "the last day of the period", zh: "评估期末日")
    case "judgements": Wording(en: "the papers of the assessors", zh: "评审表")
    case "visit":
      Wording(
        en: "the term of the stage being scored, where a stage is held again and again",
        zh: "正在计分的一期，用在按期反复进行的阶段里")
    case "faults":
      Wording(
        en: "what visits found, where a stage is held again and again",
        zh: "走访指出的问题，用在有按期反复进行的阶段的细则里")
    case "operation":
      Wording(en: "who runs the subject, as the round or the bundle says", zh: "运营方式，由本轮文件或证据包说明")
    default: Wording(en: "a name that every expression has", zh: "各处表达式通用的名称")
    }
  }

  static func headerTwice(_ header: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "header-twice", at: place,
      Wording(
        en: "two columns are called `\(header)` in the file", zh: "有两列在文件里都叫 `\(header)`"),
      label: Wording(en: "second column", zh: "第二列"),
      notes: [Wording(en: "first at \(first.description)", zh: "第一次在 \(first.description)")],
      help: Wording(en: "give each column headers of its own", zh: "请让每列的列名各不相同")
    ).pointing(at: .first(first))
  }

  static func keyOfAnotherType(_ key: String, _ owner: String, _ type: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "key-of-another-type", at: place,
      Wording(
        en: "`\(key)` is for type `\(owner)`, and the type here is `\(type)`",
        zh: "`\(key)` 用于 `\(owner)` 类型，而这里的类型是 `\(type)`"),
      help: Wording(en: "remove the key, or change the type", zh: "请删去这个键，或改类型"))
  }

  static func noRules(at place: Place) -> Diagnostic {
    Diagnostic(
      "no-rules", at: place,
      Wording(en: "the decision table has no rules", zh: "决策表里没有规则"),
      help: Wording(en: "write at least one rule", zh: "请至少写一条规则"))
  }

  static func notAName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-name", at: place,
      Wording(
        en: "expressions cannot use `\(name)` as a name", zh: "表达式里不能用 `\(name)` 作名称"),
      label: Wording(en: "not a name", zh: "不能作名称"),
      help: Wording(
        en:
          "begin with a letter, use no keyword and no full-width mark; what the file calls it goes into `header`",
        zh: "请以文字开头，不用关键字和全角标点；文件里的叫法写进 `header`"))
  }

  static func quotesTaken(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "quotes-taken", at: place,
      Wording(
        en: "YAML takes the quotes, so that FEEL reads the name `\(text)`",
        zh: "引号被 YAML 取走了，FEEL 读到的是名称 `\(text)`"),
      label: Wording(en: "a name, not a text", zh: "是名称，不是文字"),
      help: Wording(
        en: "write `'\"\(text)\"'` for a text", zh: "要写文字，请写成 `'\"\(text)\"'`")
    ).remedied(by: .replacing(place, by: "'\"\(text)\"'"))
  }

  static func sheetName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "sheet-name", at: place,
      Wording(
        en: "`\(name)` cannot be the name of a sheet", zh: "`\(name)` 不能是工作表的名称"),
      label: Wording(en: "not a sheet's name", zh: "不是工作表名"),
      help: Wording(
        en: "write at most 31 letters without `/`, `\\`, `?`, `*`, `[`, `]` and `:`",
        zh: "最多 31 个字，不能有 `/`、`\\`、`?`、`*`、`[`、`]`、`:`"))
  }

  static func tableGives(_ shape: Shape, expected: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "table-gives", at: place,
      Wording(
        en:
          "the decision table gives a \(typeName(shape).en), and a \(typeName(expected).en) is needed here",
        zh: "决策表给出的是\(typeName(shape).zh)，这里需要\(typeName(expected).zh)"),
      help: Wording(
        en: "write outputs of that type; a text keeps its quotes inside YAML quotes: `'\"5\"'`",
        zh: "请写该类型的输出；文字要在 YAML 引号里保留自己的引号：`'\"5\"'`"))
  }

  static func figureUnit(_ declared: String, _ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "figure-unit", .warning, at: place,
      Wording(
        en: "the unit is written as `\(declared)`, and the expression gives `\(found)`",
        zh: "单位写的是 `\(declared)`，而表达式得出的是 `\(found)`"),
      label: Wording(en: "another unit", zh: "单位不同"),
      help: Wording(en: "use one label for one unit", zh: "同一单位请用同一种写法"))
  }

  static func typeName(_ shape: Shape) -> Wording {
    switch shape {
    case .any: Wording(en: "value", zh: "值")
    case .null: Wording(en: "null", zh: "空值")
    case .boolean: Wording(en: "true or false", zh: "真假值")
    case .number: Wording(en: "number", zh: "数字")
    case .string: Wording(en: "text", zh: "文字")
    case .date: Wording(en: "date", zh: "日期")
    case .time: Wording(en: "time", zh: "时间")
    case .dateTime: Wording(en: "date and time", zh: "日期时间")
    case .dayTimeDuration, .yearMonthDuration: Wording(en: "duration", zh: "时长")
    case .list: Wording(en: "list", zh: "列表")
    case .context: Wording(en: "context", zh: "上下文")
    case .range: Wording(en: "range", zh: "区间")
    case .function: Wording(en: "function", zh: "函数")
    case .optional(let inner): typeName(inner)
    }
  }
}
