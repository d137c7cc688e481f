import Diagnostics
import Rubrics

extension Diagnostic {
  static func mixedScales(
    _ declaration: Declaration, percent: String, plain: String?, _ counts: (Int, Int)?,
    at place: Place?
  ) -> Diagnostic {
    let one = declaration.isPrivate ? "%" : percent
    let other = declaration.isPrivate ? "> 1" : plain ?? "> 1"
    return Diagnostic(
      "mixed-scales", .warning, at: place,
      Wording(
        en: "`\(declaration.name)` holds `\(one)` and `\(other)`: two scales in one column",
        zh: "`\(declaration.name)` 列里既有 `\(one)` 又有 `\(other)`，同一列混用了两种写法"),
      notes: counts.map {
        [
          Wording(
            en: "unknown until then: \($0.0) with a percent sign, \($0.1) above 1 without one",
            zh: "更正之前按未知处理：带百分号的 \($0.0) 格，大于 1 而不带的 \($0.1) 格")
        ]
      } ?? [],
      help: Wording(
        en:
          "declare `unit: \"%\"` where 95 and `95%` are the same, `unit: \"1\"` where `95%` is 0.95",
        zh: "95 与 `95%` 相同时，在细则中声明 `unit: \"%\"`；`95%` 指 0.95 时声明 `unit: \"1\"`"))
  }
}
