import Diagnostics
import FEEL
import Formats
import Values

extension FuzzTarget {
  /// A cell is read as the literal of FEEL that is written the same; what it holds is written and read as the same.
  static let cells = FuzzTarget(
    name: "cells",
    pieces: [
      "￥", "$", ",", ".", "%", "％", "万", "亿", "元", "年", "月", "日", "-", "/", ":", "T", "Z", "+08:00",
      "P", "PT", "Y", "M", "D", "H", "S", "小时", "㎡", "e", "E-", "１", "　", "√", "约", "0", "9",
      "99999999999999999999", "\u{A0}", "\u{200B}", "(", ")", "上午", "点", "分", "24", "60", "02-30",
    ],
    longest: 80,
    seeds: {
      [
        "12", "-0.50", "1,234,567.89", "￥-1,234.5万", "85.5 %", "３０％", "1e3", "58.5㎡", "36小时",
        "2024年3月1日", "2024-03-01", "2024.3.1", "03/04/2024", "2024-03-01 00:00:00",
        "2024-03-01T08:30:05.5+08:00", "08:30", "8:30:00.25", "24:00:00", "-P1DT2H3M4S", "PT1.5S",
        "P1Y6M", "P18M", "3天", "是", "√", "no", "/", "0", "",
      ].map { Array($0.utf8) }
    },
    feed: { bytes, isThorough in
      let text = String(decoding: bytes, as: UTF8.self)
      for (kind, reader) in readers {
        if let fault = fault(in: text, kind, reader) { return fault }
      }
      guard isThorough else { return nil }
      for reader in otherReaders {
        _ = reader.read(text)
        _ = reader.readings(of: text)
      }
      return nil
    })

  private static let readers: [(CellKind, CellReader)] =
    ([
      .string, .number, .boolean, .date, .time, .dateTime, .dayTimeDuration, .yearMonthDuration,
    ] as [CellKind]).map { kind in (kind, CellReader(kind)) }

  private static let otherReaders =
    [
      CellScale(unit: "%"), CellScale(unit: "万元"), CellScale(unit: "小时"), CellScale(unit: "CNY"),
      CellScale(unit: "㎡"),
    ].map { CellReader(.number, blanks: ["/", "无"], scale: $0) }
    + DateRule.Order.allCases.map {
      CellReader(.date, trueSpellings: ["有"], dates: DateRule(order: $0, isLimited: true))
    }

  private static func fault(in text: String, _ kind: CellKind, _ reader: CellReader) -> String? {
    guard case .value(let value, let notes) = reader.read(text) else {
      guard let literal = literal(text, kind) else { return nil }
      return "\(kind): FEEL reads \(literal.spelling), the cell does not fit: \(text)"
    }
    if kind == .string { return nil }
    if notes.isEmpty, let literal = literal(text, kind), literal.spelling != value.spelling {
      return "\(kind): FEEL reads \(literal.spelling), the cell \(value.spelling): \(text)"
    }
    guard let written = written(value) else { return nil }
    guard case .value(let again, _) = reader.read(written), again.spelling == value.spelling else {
      return "\(kind): \(value.spelling) out of \(text), written as \(written), is read as another"
    }
    return nil
  }

  /// The value as a cell would hold it.
  private static func written(_ value: Value) -> String? {
    switch value {
    case .number(let number): "\(number)"
    case .date(let date): "\(date)"
    case .dayTimeDuration(let duration): "\(duration)"
    case .yearMonthDuration(let duration): "\(duration)"
    default: nil
    }
  }

  /// What FEEL makes of a text that is written as one of its literals; `nil` for all else.
  private static func literal(_ text: String, _ kind: CellKind) -> Value? {
    let expression: String
    switch kind {
    case .number:
      guard text.wholeMatch(of: /-?[0-9]{1,30}(\.[0-9]{1,20})?/) != nil else { return nil }
      expression = text
    case .date:
      guard text.wholeMatch(of: /(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}/) != nil else { return nil }
      expression = "date(\"\(text)\")"
    case .dayTimeDuration:
      guard text.wholeMatch(of: /-?P[0-9DTHMS.]{2,20}/) != nil else { return nil }
      expression = "duration(\"\(text)\")"
    default: return nil
    }
    var found = Diagnostics()
    let plan = Plan.expression(Passage(expression), in: Scope([]), mode: .lenient, into: &found)
    guard let value = plan?.run([], in: Surroundings(maximumSteps: 100)) else { return nil }
    switch (value, kind) {
    case (.number, .number), (.date, .date), (.dayTimeDuration, .dayTimeDuration): return value
    default: return nil
    }
  }
}
