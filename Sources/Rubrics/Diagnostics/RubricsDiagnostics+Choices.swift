import Diagnostics
import Values

/// What the checker says about ids and open choices, and how lists of names are written.
extension Diagnostic {
  static func choiceOpen(_ missing: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "choice-open", at: place,
      missing.isEmpty
        ? Wording(
          en: "other values may occur, and no `else` takes them", zh: "还可能出现其他取值，却没有 `else`")
        : Wording(
          en: "no option takes \(list(missing))", zh: "没有选项对应 \(list(missing))"),
      label: Wording(en: "not complete", zh: "有遗漏"),
      help: Wording(en: "add the options, or `else`", zh: "请补上选项，或写 `else`"))
  }

  static func constantCondition(_ always: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      "constant-condition", .warning, at: place,
      Wording(
        en: "this condition is always \(always)", zh: "这个条件总是\(always ? "成立" : "不成立")"),
      label: Wording(en: "decides nothing", zh: "不起作用"),
      help: Wording(
        en: "write what it should depend on, or leave the condition out",
        zh: "请写明它取决于什么，或去掉这个条件"))
  }

  static func idTwice(_ id: String, at place: Place, first: Place?) -> Diagnostic {
    Diagnostic(
      "id-twice", at: place,
      Wording(en: "the id `\(id)` is used twice", zh: "标识 `\(id)` 用了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      notes: first.map {
        [Wording(en: "first at \($0.description)", zh: "第一次在 \($0.description)")]
      } ?? [],
      help: Wording(en: "give one of the two another id", zh: "请给其中一个换个标识")
    ).pointing(at: first.map { .first($0) })
  }

  static func nothingLooksAt(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "nothing-looks-at", .warning, at: place,
      Wording(
        en: "nothing in the rubric looks at `\(name)`", zh: "细则里没有任何地方用到 `\(name)`"),
      label: Wording(en: "asked for in vain", zh: "白白要求"),
      help: Wording(
        en: "use it in an item or a figure, or remove it",
        zh: "请在指标或中间数里用上它，或删去"))
  }

  static func testExpectsNothing(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "test-expects-nothing", at: place,
      Wording(
        en: "nothing says what the test `\(name)` expects", zh: "用例“\(name)”没有写预期结果"),
      help: Wording(
        en: "write `expect: {items: {…}}` with what must come out",
        zh: "请写 `expect: {items: {…}}`，说明应得出什么"))
  }

  static func testIsTickedAndNot(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "test-ticked-and-not", at: place,
      Wording(
        en: "the test `\(name)` has both `expect` and `computed`",
        zh: "用例“\(name)”既写 `expect`，又写 `computed`"),
      help: Wording(
        en: "keep `expect` where somebody has worked it out, and `computed` where nobody has",
        zh: "有人核对过的留 `expect`，没有核对的留 `computed`"))
  }

  static func testTwice(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "test-twice", .warning, at: place,
      Wording(en: "two cases have the name `\(name)`", zh: "有两个用例同名：`\(name)`"),
      label: Wording(en: "second time", zh: "第二次"),
      notes: [Wording(en: "first at \(first.description)", zh: "第一次在 \(first.description)")],
      help: Wording(en: "say what is special about each", zh: "请写出各自的特别之处")
    ).pointing(at: .first(first))
  }

  /// Four names are enough to choose from.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return names.isEmpty ? "—" : names.count > 4 ? shown + ", …" : shown
  }

  /// `4 + 2 + 3 = 9`.
  static func addition(_ numbers: [Number]) -> String {
    let sum = Number.sum(numbers)?.description ?? "…"
    if numbers.count > 12 {
      return numbers.prefix(12).map(\.description).joined(separator: " + ") + " + … = " + sum
    }
    return numbers.map(\.description).joined(separator: " + ") + " = " + sum
  }
}
