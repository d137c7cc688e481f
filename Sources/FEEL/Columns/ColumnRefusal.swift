package import Diagnostics

/// Why an expression is left to the row evaluator, and where.
package struct ColumnRefusal: Error, Sendable {
  package enum Cause: Sendable, Hashable {
    /// A form of expression that column programs do not know.
    case form(String)
    case function(String)
    /// Steps nest too deep.
    case depth
    /// Kinds of values that do not go together, or a kind without lanes.
    case kindOfValue
    /// An input of which nothing is known as a column.
    case input(String?)
    /// A table, or rows of one.
    case rows
    /// A form, a rule or a document of a rubric.
    case rule(Wording)
  }

  package let cause: Cause
  package let place: Place?

  package init(_ cause: Cause, at place: Place?) {
    self.cause = cause
    self.place = place
  }

  package var wording: Wording {
    switch cause {
    case .form(let name):
      Wording(
        en: "`\(name)` is not computed in columns", zh: "“\(name)”不能按列计算")
    case .function(let name):
      Wording(
        en: "the function `\(name)` is not computed in columns", zh: "函数“\(name)”不能按列计算")
    case .depth:
      Wording(
        en: "an expression that nests so deep is not computed in columns", zh: "嵌套太深，不能按列计算")
    case .kindOfValue:
      Wording(
        en: "values of this kind are not computed in columns", zh: "这类值不能按列计算")
    case .input(let name?):
      Wording(en: "`\(name)` is not a column", zh: "“\(name)”不是一列")
    case .input(nil): Wording(en: "this input is not a column", zh: "这项输入不是一列")
    case .rows:
      Wording(en: "rows of a table are not computed in columns", zh: "数据表的行不能按列计算")
    case .rule(let words): words
    }
  }
}
