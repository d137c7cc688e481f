package import Diagnostics
package import FEEL
package import Values

/// What a form asks of the sheet on which its sentences stand.
package struct FormSpeech {
  /// The slot that unary tests look at.
  let tested: Int?
  /// An expression as a sentence names it.
  let words: (Plan) -> Wording
  /// An option; `nil` where the rubric's own spelling is the best.
  let option: (Value) -> Wording?
  /// Any of several.
  let any: ([Wording]) -> Wording
  /// A table, as a list of its rules or around a grid.
  let table: (RuleTable, _ lost: Bool) -> [Wording]
  /// Who judges, how several marks become one, and what else is to be known of them, a line each.
  let panel: (Panel) -> (name: Wording, way: Wording, lines: [Wording])

  package init(
    tested: Int?, words: @escaping (Plan) -> Wording, option: @escaping (Value) -> Wording?,
    any: @escaping ([Wording]) -> Wording,
    table: @escaping (RuleTable, _ lost: Bool) -> [Wording],
    panel: @escaping (Panel) -> (name: Wording, way: Wording, lines: [Wording])
  ) {
    self.tested = tested
    self.words = words
    self.option = option
    self.any = any
    self.table = table
    self.panel = panel
  }
}
