import Diagnostics
import Values

extension Diagnostic {
  static func cannotCalculate(
    _ sign: Operator.Arithmetic, _ left: (shape: Shape, text: String),
    _ right: (shape: Shape, text: String), at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "cannot-calculate", at: place,
      Wording(
        en:
          "`\(sign.rawValue)` does not work on \(left.shape.words.en) and \(right.shape.words.en)",
        zh: "`\(sign.rawValue)` 不能用于\(left.shape.words.zh)与\(right.shape.words.zh)"),
      label: Wording(en: "cannot be calculated", zh: "无法计算"),
      notes: kinds(left, right),
      help: Wording(
        en:
          "calculate with two numbers, or turn one into the kind of the other: `number(…)`, `string(…)`, `date(…)`",
        zh: "请用两个数字计算，或把一方换成另一方的类型：`number(…)`、`string(…)`、`date(…)`"))
  }

  static func cannotNegate(_ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "cannot-negate", at: place,
      Wording(en: "`-` does not work on \(shape.words.en)", zh: "`-` 不能用于\(shape.words.zh)"),
      label: label(shape),
      help: Wording(
        en: "negate a number or a duration",
        zh: "请只对数字或时长取负"))
  }

  static func duplicateEntry(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "duplicate-entry", at: place,
      Wording(en: "the name `\(name)` stands twice here", zh: "名称 `\(name)` 在这里出现两次"),
      label: Wording(en: "the second one", zh: "第二次出现"),
      help: Wording(en: "give one of them another name", zh: "给其中一个换个名称"))
  }

  static func expectedBoolean(_ shape: Shape, of word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "expected-boolean", at: place,
      Wording(
        en: "`\(word)` needs true or false and gets \(shape.words.en)",
        zh: "`\(word)` 需要真假值，得到的是\(shape.words.zh)"),
      label: label(shape),
      help: Wording(en: "compare it with something, such as `… > 0`", zh: "与某个值比较，例如 `… > 0`"))
  }

  static func expectedCondition(_ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "expected-condition", at: place,
      Wording(
        en: "a filter needs a condition or a position and gets \(shape.words.en)",
        zh: "筛选需要条件或序号，得到的是\(shape.words.zh)"),
      label: label(shape),
      help: Wording(
        en: "write a condition, as in `[年龄 >= 18]`, or a position, as in `[1]`",
        zh: "请写条件，如 `[年龄 >= 18]`，或写序号，如 `[1]`"))
  }

  static func expectedList(_ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "expected-list", at: place,
      Wording(
        en: "only a list or a range can be gone through, not \(shape.words.en)",
        zh: "只能遍历列表或区间，不能遍历\(shape.words.zh)"),
      label: label(shape),
      help: Wording(
        en: "name a table, a column or a list `[a, b]` behind `in`",
        zh: "请在 `in` 后写表、列或列表 `[a, b]`"))
  }

  static func externalFunction(at place: Place) -> Diagnostic {
    Diagnostic(
      "external-function", at: place,
      Wording(en: "functions of other languages are not called", zh: "不调用其他语言的函数"),
      label: Wording(en: "external", zh: "外部函数"),
      help: Wording(en: "write the body in FEEL", zh: "用 FEEL 写函数体"))
  }

  static func hiddenName(_ name: String, isBuiltin: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      "hidden-name", .warning, at: place,
      isBuiltin
        ? Wording(
          en: "the column `\(name)` hides the function of that name",
          zh: "列 `\(name)` 遮住了同名函数")
        : Wording(
          en: "the column `\(name)` hides the value of that name outside the filter",
          zh: "列 `\(name)` 遮住了筛选之外的同名值"),
      label: Wording(en: "means the column", zh: "这里指的是列"),
      help: Wording(en: "write `item.\(name)` to mean the column", zh: "若指该列，写成 `item.\(name)`"))
  }

  static func namedZone(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "named-zone", at: place,
      Wording(
        en: "the rules of a named time zone change, so `\(text)` has no fixed meaning",
        zh: "具名时区的规则会变，`\(text)` 没有固定含义"),
      label: Wording(en: "named zone", zh: "具名时区"),
      help: Wording(en: "write the offset, such as `+08:00`", zh: "写成时差，例如 `+08:00`"))
  }

  static func neverNull(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "never-null", at: place,
      Wording(en: "`\(text)` is never null", zh: "`\(text)` 不会是空值"),
      label: Wording(en: "always the same answer", zh: "结果恒定"),
      help: Wording(
        en: "declare it with `absent: null` if an empty cell means that there is none",
        zh: "若空单元格表示“没有”，请声明 `absent: null`"))
  }

  static func noOrder(_ sign: String, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "no-order", at: place,
      Wording(
        en: "`\(sign)` needs values with an order, and \(shape.words.en) has none",
        zh: "`\(sign)` 需要可排序的值，\(shape.words.zh)没有顺序"),
      label: label(shape),
      help: Wording(
        en: "compare with `=` or `!=`, or compare numbers, texts, dates or durations",
        zh: "请用 `=` 或 `!=` 比较，或改为比较数字、文字、日期、时长"))
  }

  static func notAFunction(_ name: String, _ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-function", at: place,
      Wording(
        en: "`\(name)` is \(shape.words.en) and cannot be called",
        zh: "`\(name)` 是\(shape.words.zh)，不能调用"),
      label: Wording(en: "not a function", zh: "不是函数"),
      help: Wording(
        en: "remove the brackets behind it, or write the name of a function",
        zh: "请去掉后面的括号，或写函数名"))
  }

  static func unevenRule(
    _ rule: DecisionTable.Rule, of table: DecisionTable
  ) -> Diagnostic {
    let place = (rule.tests + rule.outputs).first.map {
      $0.place(of: Span(0, $0.text.utf8.count))
    }
    return Diagnostic(
      "uneven-rule", at: place,
      Wording(
        en: "the rule has \(rule.tests.count) tests and \(rule.outputs.count) results",
        zh: "这条规则有 \(rule.tests.count) 个条件、\(rule.outputs.count) 个结果"),
      label: Wording(en: "this rule", zh: "这条规则"),
      help: Wording(
        en: "write \(table.inputs.count) tests and \(table.outputs.count) results",
        zh: "应写 \(table.inputs.count) 个条件、\(table.outputs.count) 个结果"))
  }

  static func unexpectedShape(
    _ shape: Shape, expected: Shape, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unexpected-type", at: place,
      Wording(
        en: "\(expected.words.en) is needed here, and the expression gives \(shape.words.en)",
        zh: "这里需要\(expected.words.zh)，表达式得到的是\(shape.words.zh)"),
      label: label(shape),
      help: Wording(
        en: "let the expression give \(expected.words.en)",
        zh: "请让表达式得出\(expected.words.zh)"))
  }

  /// `table` is what the rows are called of which one is looked at.
  static func unknownEntry(
    _ name: String, of shape: Shape, in table: String?, candidates: [String], at place: Place
  ) -> Diagnostic {
    let offered = candidates.prefix(12).joined(separator: ", ")
    let inside = candidates.filter { $0.count > 1 && name.contains($0) }
    return Diagnostic(
      "unknown-entry", at: place,
      table.map {
        Wording(
          en: "the rows of `\($0)` have no column `\(name)`", zh: "`\($0)` 的各行没有 `\(name)` 这一列")
      }
        ?? Wording(
          en: "\(shape.words.en) has no entry `\(name)` here",
          zh: "这里的\(shape.words.zh)没有 `\(name)` 这一项"),
      label: table == nil
        ? Wording(en: "no such entry", zh: "没有这一项") : Wording(en: "no such column", zh: "没有这一列"),
      notes: candidates.isEmpty
        ? [] : [Wording(en: "it has: \(offered)", zh: "它有：\(offered)")],
      help: suggestion(name, candidates)
        ?? inside.first.map { Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？") }
        ?? Wording(
          en: "write a name that exists, or remove it", zh: "请写已有的名称，或删去")
    ).remedied(by: nearest(name, candidates, at: place))
  }

  static func unknownFunction(
    _ name: String, candidates: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unknown-function", at: place,
      Wording(en: "no function is named `\(name)`", zh: "没有名为 `\(name)` 的函数"),
      label: Wording(en: "not found", zh: "找不到"),
      help: elsewhere(name) ?? suggestion(name, candidates)
        ?? Wording(
          en: "write a function that there is; `hengxing eval --functions` lists them",
          zh: "请写已有的函数；`hengxing eval --functions` 列出各函数")
    ).remedied(by: elsewhere(name) == nil ? nearest(name, candidates, at: place) : nil)
  }

  static func unknownName(
    _ name: String, candidates: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unknown-name", at: place,
      Wording(en: "no value is named `\(name)` here", zh: "这里没有名为 `\(name)` 的值"),
      label: Wording(en: "not found", zh: "找不到"),
      help: negation(of: name) ?? lowerCase(of: name) ?? suggestion(name, candidates)
        ?? Wording(
          en: "declare it; if a string was meant, write `\"\(name)\"`",
          zh: "请先声明；如果是文字，写成 `\"\(name)\"`"),
      meaning: .unknownName
    ).remedied(
      by: negation(of: name) == nil && lowerCase(of: name) == nil
        ? nearest(name, candidates, at: place) : nil)
  }

  static func unknownParameter(
    _ name: String, of function: String, candidates: [String], at place: Place
  ) -> Diagnostic {
    let offered = candidates.joined(separator: ", ")
    return Diagnostic(
      "unknown-parameter", at: place,
      Wording(
        en: "`\(function)` has no parameter `\(name)`", zh: "`\(function)` 没有参数 `\(name)`"),
      label: Wording(en: "no such parameter", zh: "没有这个参数"),
      notes: [Wording(en: "its parameters: \(offered)", zh: "它的参数：\(offered)")],
      help: suggestion(name, candidates)
        ?? Wording(
          en: "write a name that exists, or remove it", zh: "请写已有的名称，或删去")
    ).remedied(by: nearest(name, candidates, at: place))
  }

  static func unknownType(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "unknown-type", at: place,
      Wording(en: "no type is named `\(name)`", zh: "没有名为 `\(name)` 的类型"),
      label: Wording(en: "not a type", zh: "不是类型"),
      help: Wording(
        en: "write a type such as `number`, `string`, `date`, `list<number>` or `Any`",
        zh: "写一个类型，例如 `number`、`string`、`date`、`list<number>`、`Any`"))
  }

  static func unreadableLiteral(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "unreadable-literal", at: place,
      Wording(
        en: "`\(text)` is no date, time or duration", zh: "`\(text)` 不是日期、时间或时长"),
      label: Wording(en: "no such value", zh: "没有这样的值"),
      help: Wording(
        en: "write dates as `2024-01-31`, times as `08:30:00`, durations as `P1Y` or `P30D`",
        zh: "日期写 `2024-01-31`，时间写 `08:30:00`，时长写 `P1Y` 或 `P30D`"))
  }

  static func wrongArgument(
    _ function: String, _ shape: Shape, expected: [Shape], at place: Place
  ) -> Diagnostic {
    var seen: Set<Wording> = []
    let words = expected.map(\.words).filter { seen.insert($0).inserted }
    let en = words.map(\.en).joined(separator: " or ")
    let zh = words.map(\.zh).joined(separator: "或")
    return Diagnostic(
      "wrong-argument", at: place,
      Wording(
        en: "`\(function)` takes \(en) here, not \(shape.words.en)",
        zh: "`\(function)` 在这里需要\(zh)，而不是\(shape.words.zh)"),
      label: label(shape),
      help: Wording(
        en: "give it \(en)",
        zh: "请在这里写\(zh)"))
  }

  static func wrongArgumentCount(
    _ function: String, _ count: Int, expected: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "wrong-argument-count", at: place,
      Wording(
        en: "`\(function)` takes \(expected) arguments and gets \(count)",
        zh: "`\(function)` 需要 \(expected) 个参数，写了 \(count) 个"),
      label: Wording(en: "wrong number of arguments", zh: "参数个数不符"),
      help: Wording(
        en: "give it \(expected) arguments; `hengxing eval --functions` lists them",
        zh: "请写 \(expected) 个参数；`hengxing eval --functions` 列出各函数"))
  }

  // MARK: Parts

  static func label(_ shape: Shape) -> Wording {
    Wording(en: "this is \(shape.words.en)", zh: "这是\(shape.words.zh)")
  }

  static func kinds(
    _ left: (shape: Shape, text: String), _ right: (shape: Shape, text: String)
  ) -> [Wording] {
    [left, right].map { part in
      Wording(
        en: "`\(part.text)` is \(part.shape.words.en)", zh: "`\(part.text)` 是\(part.shape.words.zh)"
      )
    }
  }

  /// The first suggestion, as a change of the text.
  private static func nearest(_ name: String, _ candidates: [String], at place: Place) -> Edit? {
    nearestNames(to: name, among: candidates).first.flatMap {
      .replacing(name, by: $0, at: place)
    }
  }

  static func suggestion(_ name: String, _ candidates: [String]) -> Wording? {
    let near = nearestNames(to: name, among: candidates)
    guard !near.isEmpty else { return nil }
    let en = near.map { "`\($0)`" }.joined(separator: " or ")
    let zh = near.map { "`\($0)`" }.joined(separator: "或")
    return Wording(en: "did you mean \(en)?", zh: "是不是 \(zh)？")
  }
}
