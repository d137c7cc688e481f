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

  static func idTwice(_ id: String, at place: Place, first: Place?) -> Diagnostic {
    Diagnostic(
      "id-twice", at: place,
      Wording(en: "the id `\(id)` is used twice", zh: "标识 `\(id)` 用了两次"),
      label: Wording(en: "second time", zh: "第二次"),
      notes: first.map {
        [Wording(en: "first at \($0.description)", zh: "第一次在 \($0.description)")]
      } ?? [],
      help: Wording(en: "give one of the two another id", zh: "请给其中一个换个标识"))
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
