import Diagnostics
import Values

/// What the checker says about expressions that are legal and never meant.
extension Diagnostic {
  static func impossibleConstant(_ text: String, meant: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      "impossible-constant", at: place,
      Wording(en: "there is no `\(text)`", zh: "没有 `\(text)` 这样的值"),
      label: Wording(en: "always null", zh: "总是空值"),
      help: meant.map {
        Wording(en: "year, month, day: `\($0)`", zh: "按年、月、日的顺序：`\($0)`")
      }
        ?? Wording(
          en: "write dates as `@\"2024-01-31\"`, durations as `@\"P30D\"` or `@\"P1Y\"`",
          zh: "日期写 `@\"2024-01-31\"`，时长写 `@\"P30D\"` 或 `@\"P1Y\"`")
    ).remedied(by: meant.flatMap { .replacing(text, by: $0, at: place) })
  }

  static func roundingOfOther(_ shape: Shape, at place: Place) -> Diagnostic {
    Diagnostic(
      "rounding-of-other", at: place,
      Wording(
        en: "only a number is rounded, and the figure is a \(typeName(shape).en)",
        zh: "只有数才能舍入，而这个中间数是\(typeName(shape).zh)"),
      help: Wording(en: "remove `round`", zh: "请删去 `round`"))
  }

  static func shareNeverReaches(_ text: String, _ threshold: Number, at place: Place) -> Diagnostic
  {
    let percent = "\(threshold)%"
    return Diagnostic(
      "share-never-reaches", .warning, at: place,
      Wording(
        en: "`\(text)` is a share, where \(threshold) means \(threshold) times the whole",
        zh: "`\(text)` 是比值，\(threshold) 的意思是 \(threshold) 倍"),
      label: Wording(en: "percent?", zh: "是百分数吗？"),
      help: Wording(
        en:
          "write `\(percent)`; if \(threshold) times is meant, give the quotient a `unit` under `define`",
        zh: "请写 `\(percent)`；若确实是 \(threshold) 倍，请在 `define` 里给这个商写上 `unit`")
    ).remedied(by: .replacing("\(threshold)", by: percent, at: place))
  }

  static func swappedArguments(
    _ function: String, _ written: String, _ turned: String, isNumber: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "swapped-arguments", .warning, at: place,
      isNumber
        ? Wording(
          en: "`\(function)` rounds a constant here, to a number of decimals that changes",
          zh: "`\(function)` 在这里舍入的是常数，小数位数却在变")
        : Wording(
          en: "`\(function)` looks through a constant here, for what changes",
          zh: "`\(function)` 在这里是拿会变的内容到常数里去找"),
      label: Wording(en: "the other way round?", zh: "参数写反了？"),
      help: isNumber
        ? Wording(en: "write `\(turned)`", zh: "请写 `\(turned)`")
        : Wording(
          en: "write `\(turned)`, or use `in` for one of several texts",
          zh: "请写 `\(turned)`；若要判断是否为几个文字之一，请用 `in`")
    ).remedied(by: .replacing(written, by: turned, at: place))
  }
}
