package import Diagnostics
package import Formats
import Rubrics
package import Scoring
import Values

/// What the parts of a rubric have cost, for a terminal; no report holds it, because it is another one each time.
package enum TextTimes {
  /// The cheaper ones matter to nobody; the JSON has them all.
  private static let mostLines = 12

  /// The dearest parts, with their share of the whole.
  package static func print(_ times: [PartTime], in language: Language) -> String {
    let all = times.reduce(0) { $0 + $1.total }
    var screen: PrintedText = "\(TimesWording.title.text(in: language))\n"
    let rows = times.prefix(mostLines).map { time in
      [
        title(of: time.part).text(in: language),
        amount(time.total),
        SummaryNumbers.percent(time.total, of: all),
        time.rowCount > 0 ? TimesWording.byRows(time.rowCount).text(in: language) : "",
      ]
    }
    let widths = (0..<3).map { column in rows.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    for row in rows {
      var line = "  " + padded(row[0], to: widths[0], alignedRight: false)
      for column in 1..<3 {
        line += "  " + padded(row[column], to: widths[column], alignedRight: true)
      }
      if !row[3].isEmpty { line += "  " + row[3] }
      screen += "\(line)\n"
    }
    if times.count > mostLines {
      screen += "  \(SummaryWording.more(times.count - mostLines).text(in: language))\n"
    }
    screen += "  \(TimesWording.shared.text(in: language))\n"
    return screen.text
  }

  /// Every part, in nanoseconds.
  package static func json(_ times: [PartTime]) -> JSON {
    .array(
      times.map { time in
        .object([
          .init("part", .string(name(of: time.part))),
          .init("columns", .number(Number(time.columns))),
          .init("rows", .number(Number(time.rows))),
          .init("rowCount", .number(Number(time.rowCount))),
        ])
      })
  }

  private static func title(of part: PartTime.Part) -> Wording {
    switch part {
    case .item(let item): item.title
    case .figure(let figure): figure.title ?? Wording(figure.name)
    case .rest: TimesWording.rest
    }
  }

  private static func name(of part: PartTime.Part) -> String {
    switch part {
    case .item(let item): item.id
    case .figure(let figure): figure.name
    case .rest: ""
    }
  }

  /// `12.3 ms`, or `4.5 µs` where that is less than one.
  private static func amount(_ nanoseconds: Int) -> String {
    let isLong = nanoseconds >= 1_000_000
    let tenths = isLong ? (nanoseconds + 50_000) / 100_000 : (nanoseconds + 50) / 100
    return "\(SummaryNumbers.grouped(tenths / 10)).\(tenths % 10) \(isLong ? "ms" : "µs")"
  }
}

/// The words of times, sorted by name.
private enum TimesWording {
  static let rest = Wording(en: "sections, total, grades", zh: "板块、总分与等级")
  static let shared = Wording(
    en: "What several share is counted for the first of them; time of all threads together.",
    zh: "多项共用的部分计入其中第一项；为各线程用时之和。")
  static let title = Wording(
    en: "What items and figures cost (measured, so it differs each time)",
    zh: "各项指标与中间数的耗时（实测，每次不同）")

  static func byRows(_ count: Int) -> Wording {
    let shown = SummaryNumbers.grouped(count)
    return Wording(
      en: "row evaluator, \(shown) \(count == 1 ? "time" : "times")", zh: "逐行计算 \(shown) 次")
  }
}
