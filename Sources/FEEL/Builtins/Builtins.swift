package import Diagnostics

/// Every function that FEEL brings along.
package enum Builtins {
  /// Functions that belong together on the page.
  package struct Family: Sendable {
    package let title: Wording
    package let members: [Builtin]

    init(_ title: Wording, _ members: [Builtin]) {
      self.title = title
      self.members = members
    }
  }

  /// In the order of the page.
  package static let families: [Family] = [
    Family(Wording(en: "Truth values", zh: "真值"), boolean),
    Family(Wording(en: "Numbers", zh: "数"), numbers),
    Family(Wording(en: "Figures over lists", zh: "列表的统计"), statistics + extremes),
    Family(Wording(en: "Lists", zh: "列表"), lists + sorting),
    Family(Wording(en: "Texts", zh: "文本"), text + patterns),
    Family(Wording(en: "Dates", zh: "日期"), dates),
    Family(Wording(en: "Times", zh: "时间"), times),
    Family(Wording(en: "Durations", zh: "时长"), durations),
    Family(Wording(en: "Conversions", zh: "转换"), conversions),
    Family(Wording(en: "Contexts", zh: "上下文"), contexts),
    Family(Wording(en: "Ranges", zh: "区间"), ranges + [readRange]),
  ]

  package static let all: [Builtin] = families.flatMap(\.members)

  private static let index = Dictionary(grouping: all, by: \.name)
    .mapValues { Builtin.Overloads(name: $0[0].name, all: $0) }

  /// The overloads of a name; `nil` where FEEL has no such function.
  package static func named(_ name: String) -> Builtin.Overloads? {
    index[name]
  }
}
