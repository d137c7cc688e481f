import Diagnostics
import Formats

/// What the reader of keys says.
extension Diagnostic {
  static func commentAfterExpression(at place: Place) -> Diagnostic {
    Diagnostic(
      "comment-after-expression", .warning, at: place,
      Wording(
        en: "YAML takes the rest of the line as a comment",
        zh: "从 ` #` 起的内容被 YAML 当作注释"),
      label: Wording(en: "not part of the expression", zh: "不属于表达式"),
      help: Wording(
        en: "move the comment to a line of its own, or write the expression in a `|` block",
        zh: "请把注释另起一行，或把表达式写成 `|` 块"))
  }

  static func emptyValue(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "empty-value", at: place,
      Wording(en: "nothing is written behind `\(key)`", zh: "`\(key)` 后面什么也没写"),
      label: Wording(en: "no value", zh: "没有值"),
      help: Wording(en: "write the value, or remove the key", zh: "请写上值，或删去这个键"))
  }

  static func fullWidthColon(at place: Place) -> Diagnostic {
    Diagnostic(
      "full-width-colon", at: place,
      Wording(
        en: "a full-width colon does not separate a key from its value",
        zh: "全角冒号不能把键和值分开"),
      label: Wording(en: "full-width", zh: "全角"),
      help: Wording(en: "write `: `, a colon and a space", zh: "请写成半角冒号加空格 `: `")
    ).remedied(by: .replacing(place, by: ": "))
  }

  static func keyTwice(_ key: String, at place: Place, first: Place?) -> Diagnostic {
    Diagnostic(
      "key-twice", at: place,
      Wording(
        en: "`\(key)` is written twice, under two names", zh: "`\(key)` 用两种写法写了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      help: Wording(en: "keep one of the two", zh: "请只保留一处")
    ).pointing(at: first.map { .first($0) })
  }

  static func listForExpression(_ text: String?, for key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "list-for-expression", at: place,
      Wording(
        en: "YAML reads this as a list, not as a FEEL expression",
        zh: "这里被 YAML 读成了列表，而不是 FEEL 表达式"),
      label: Wording(en: "a YAML list", zh: "YAML 列表"),
      help: text.map {
        Wording(en: "put quotes around it: `\"\($0)\"`", zh: "请加引号：`\"\($0)\"`")
      }
        ?? Wording(
          en: "write one expression behind `\(key)`", zh: "`\(key)` 后面请写一个表达式")
    ).remedied(by: text.flatMap { quoting($0, "\"", at: place) })
  }

  static func mappingForExpression(_ text: String?, for key: String, at place: Place) -> Diagnostic
  {
    Diagnostic(
      "mapping-for-expression", at: place,
      Wording(
        en: "YAML reads this as a mapping, not as a FEEL expression",
        zh: "这里被 YAML 读成了映射，而不是 FEEL 表达式"),
      label: Wording(en: "a YAML mapping", zh: "YAML 映射"),
      help: text.map {
        Wording(en: "put quotes around it: `'\($0)'`", zh: "请加引号：`'\($0)'`")
      }
        ?? Wording(
          en: "write the expression behind `\(key)`, in a `|` block if it is long",
          zh: "请把表达式写在 `\(key)` 后面，较长时用 `|` 块")
    ).remedied(by: text.flatMap { quoting($0, "'", at: place) })
  }

  /// The text in quotes, where it holds none and no sign that they would change.
  private static func quoting(_ text: String, _ quote: String, at place: Place) -> Edit? {
    text.contains { "\"'\\\n".contains($0) }
      ? nil : .replacing(place, by: quote + text + quote)
  }

  static func missingKey(_ key: Key, of construct: Construct, at place: Place) -> Diagnostic {
    Diagnostic(
      "missing-key", at: place,
      Wording(
        en: "`\(key.name)` is missing from this \(construct.name)",
        zh: "“\(construct.chineseName)”缺少 `\(key.name)`"),
      notes: [
        Wording(en: "`\(key.name)`: \(key.summary.en)", zh: "`\(key.name)`：\(key.summary.zh)")
      ],
      help: Wording(en: "add `\(key.name)`", zh: "请补上 `\(key.name)`"))
  }

  static func noForm(_ forms: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "no-form", at: place,
      Wording(en: "no scoring form is written here", zh: "这里没有写计分形式"),
      label: Wording(en: "none of the forms", zh: "不是任何一种形式"),
      help: Wording(
        en: "write one of `\(forms.joined(separator: "`, `"))`",
        zh: "请写以下之一：`\(forms.joined(separator: "`、`"))`"))
  }

  static func notAChoice(_ text: String, among words: [String], for key: String, at place: Place)
    -> Diagnostic
  {
    let meant = namesNear(text, in: words).first
    return Diagnostic(
      "not-a-choice", at: place,
      Wording(
        en: "`\(key)` cannot be `\(text)`", zh: "`\(key)` 不能是 `\(text)`"),
      label: Wording(en: "not one of the choices", zh: "不在可选之列"),
      notes: [
        Wording(
          en: "it is one of `\(words.joined(separator: "`, `"))`",
          zh: "可选：`\(words.joined(separator: "`、`"))`")
      ],
      help: meant.map { Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？") }
        ?? Wording(en: "write one of them", zh: "请写其中之一")
    ).remedied(by: .nearest(to: text, among: words, at: place))
  }

  static func notACount(_ text: String, for key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-count", at: place,
      Wording(
        en: "`\(key)` takes a whole number from 0 on, not `\(text)`",
        zh: "`\(key)` 要写不小于 0 的整数，不能是 `\(text)`"),
      label: Wording(en: "not a count", zh: "不是个数"),
      help: Wording(
        en: "write a whole number such as `3`",
        zh: "请写整数，如 `3`"))
  }

  static func notADate(_ text: String, for key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-calendar-date", at: place,
      Wording(
        en: "`\(key)` takes a date, not `\(text)`", zh: "`\(key)` 要写日期，不能是 `\(text)`"),
      label: Wording(en: "not a date", zh: "不是日期"),
      help: Wording(en: "write it like `2024-12-31`", zh: "请写成 `2024-12-31` 这样"))
  }

  static func notALanguage(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-language", at: place,
      Wording(
        en: "a text has the languages `zh` and `en`, not `\(key)`",
        zh: "文字只有 `zh` 和 `en` 两种语言，没有 `\(key)`"),
      label: Wording(en: "no such language", zh: "没有这种语言"),
      help: Wording(
        en: "put quotes around a text that holds a colon or a comma",
        zh: "文字里有冒号或逗号时请加引号"))
  }

  static func notANumber(_ text: String, for key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-a-plain-number", at: place,
      Wording(
        en: "`\(key)` takes a number, not `\(text)`", zh: "`\(key)` 要写数字，不能是 `\(text)`"),
      label: Wording(en: "not a number", zh: "不是数字"),
      help: Wording(
        en: "write it like `6`, `0.5` or `80%`", zh: "请写成 `6`、`0.5` 或 `80%` 这样"))
  }

  static func notAnIdentifier(_ text: String, for key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-an-identifier", at: place,
      Wording(
        en: "`\(key)` takes an identifier, not `\(text)`", zh: "`\(key)` 要写标识，不能是 `\(text)`"),
      label: Wording(en: "not an identifier", zh: "不是标识"),
      help: Wording(
        en: "use 1 to 80 letters, digits, `_`, `-` and `.`, and not dots alone",
        zh: "请用 1 到 80 个字母、数字、`_`、`-` 和 `.`，不能只有点"))
  }

  static func notTrueOrFalse(_ text: String, for key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "not-true-or-false", at: place,
      Wording(
        en: "`\(key)` takes `true` or `false`, not `\(text)`",
        zh: "`\(key)` 要写 `true` 或 `false`，不能是 `\(text)`"),
      label: Wording(en: "neither true nor false", zh: "既非真也非假"),
      help: Wording(
        en: "write `true` or `false`",
        zh: "请写 `true` 或 `false`"))
  }

  static func twoForms(_ first: String, _ second: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "two-forms", at: place,
      Wording(
        en: "an item has one scoring form, not `\(first)` and `\(second)`",
        zh: "一项指标只有一种计分形式，不能同时有 `\(first)` 和 `\(second)`"),
      label: Wording(en: "second form", zh: "第二种形式"),
      help: Wording(en: "make it two items, or keep one form", zh: "请拆成两项，或只保留一种"))
  }

  static func unknownKey(_ key: String, of construct: Construct, at place: Place)
    -> Diagnostic
  {
    let names = construct.keys.map(\.name)
    let meant = namesNear(key, in: names).first
    return Diagnostic(
      "unknown-key", at: place,
      Wording(
        en: "\(construct.withArticle) has no key `\(key)`",
        zh: "“\(construct.chineseName)”里没有 `\(key)` 这个键"),
      label: Wording(en: "unknown key", zh: "未知的键"),
      notes: meant == nil
        ? [
          Wording(
            en: "its keys: \(names.joined(separator: ", "))",
            zh: "可用的键：\(names.joined(separator: "、"))")
        ] : [],
      help: meant.map { Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？") }
        ?? hint(for: key, in: construct)
        ?? Wording(en: "write one of them, or remove the line", zh: "请写其中之一，或删去这一行")
    ).remedied(by: .nearest(to: key, among: names, at: place))
  }

  /// Where something stands that others write as a key of its own.
  private static func hint(for key: String, in construct: Construct) -> Wording? {
    switch construct.name {
    case "decision table" where ["aggregate", "aggregation", "aggregator"].contains(key):
      Wording(
        en: "write how results are taken together into the policy: `hit policy: collect sum`",
        zh: "汇总方式写在命中策略里：`hit policy: collect sum`")
    case "cross-tab" where key == "hit policy":
      Wording(
        en: "remove it: of a grid exactly one row and one column hold",
        zh: "请删去：交叉表里总是恰好一行、一列成立")
    case "table declaration":
      Wording(
        en: "if it is a column, write it under `columns:`", zh: "如果这是一列，请写在 `columns:` 下面")
    default: nil
    }
  }

  enum ExpectedForm {
    case text, list, mapping

    fileprivate var example: String {
      switch self {
      case .text: "`key: value`"
      case .list: "`key: [a, b]`"
      case .mapping: "`key: {a: 1, b: 2}`"
      }
    }
  }

  static func wrongForm(_ expected: ExpectedForm, for key: String, found node: Node) -> Diagnostic {
    let wanted =
      switch expected {
      case .text: Wording(en: "one text or number", zh: "单个文字或数字")
      case .list: Wording(en: "a list", zh: "列表")
      case .mapping: Wording(en: "a mapping of keys", zh: "由键组成的映射")
      }
    let found =
      switch node {
      case .scalar: Wording(en: "a text", zh: "文字")
      case .sequence: Wording(en: "a list", zh: "列表")
      case .mapping: Wording(en: "a mapping", zh: "映射")
      }
    return Diagnostic(
      "wrong-form", at: node.place,
      Wording(
        en: "`\(key)` takes \(wanted.en), not \(found.en)",
        zh: "`\(key)` 要写\(wanted.zh)，不能是\(found.zh)"),
      label: found,
      help: Wording(
        en: "write it like \(expected.example)",
        zh: "请写成 \(expected.example) 这样"))
  }
}
