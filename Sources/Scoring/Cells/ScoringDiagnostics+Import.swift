import Diagnostics
import Rubrics
import Values

/// What scoring says about results of others that are taken over, sorted by name.
extension Diagnostic {
  static func importAhead(
    _ date: CalendarDate, _ today: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "import-ahead", at: place,
      Wording(
        en: "the result is dated \(date), after \(today), the day of this evaluation",
        zh: "引用结果的日期 \(date) 晚于本次评估日 \(today)"),
      help: Wording(
        en: "correct the date, or `as of` of the round", zh: "请更正该日期，或更正本轮的 `as of`"))
  }

  static func importUnmapped(_ word: String, _ grades: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "import-unmapped", .warning, at: place,
      Wording(
        en: "the scale has no points for `\(word)`, so it stays open",
        zh: "换算表没有给出 `\(word)` 的分数，留待查明"),
      help: namesNear(word, in: grades).first.map {
        Wording(en: "write `\($0)`, if that is meant", zh: "如指 `\($0)`，请照此填写")
      } ?? Wording(en: "write a grade of the scale", zh: "请填写换算表中的等级"))
  }

  static func severalResults(
    _ name: String, _ rubric: String, _ subject: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "several-results", .warning, at: place,
      Wording(
        en: "`\(subject)` has several results by `\(rubric)` in this round",
        zh: "`\(subject)` 本轮按 `\(rubric)` 有不止一个结果"),
      notes: [
        Wording(en: "none of them is taken for `\(name)`", zh: "`\(name)` 一个也不取，按未知处理")
      ],
      help: Wording(
        en: "evaluate it by one edition in a round", zh: "请在一轮里只用一个版次评它"))
  }

  static func unfittingResult(
    _ fault: DeclaredReader.Fault, of name: String, _ value: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "unfitting-result", .warning, at: place,
      Wording(
        en: "the result `\(value)` does not fit `\(name)`: \(fault.wording.en)",
        zh: "结果 `\(value)` 与 `\(name)` 不符：\(fault.wording.zh)"),
      help: Wording(
        en: "correct the result, or what is declared of the fact; until then it is unknown",
        zh: "请更正该结果或该输入的声明；更正之前按未知处理"))
  }
}
