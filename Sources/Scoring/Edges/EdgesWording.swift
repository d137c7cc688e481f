import Diagnostics
import Values

/// What cases at edges are called, and what stands above them.
enum EdgesWording {
  static func beside(_ expression: String, _ line: String, _ side: EdgeSide) -> Wording {
    switch side {
    case .on: Wording(en: "\(expression) on \(line)", zh: "\(expression) 恰为 \(line)")
    case .below: Wording(en: "\(expression) just below \(line)", zh: "\(expression) 略低于 \(line)")
    case .above: Wording(en: "\(expression) just above \(line)", zh: "\(expression) 略高于 \(line)")
    }
  }

  /// As near below a line as it can come.
  static func under(_ expression: String, _ number: String, _ line: String) -> Wording {
    Wording(
      en: "\(expression) \(number), the next below \(line)",
      zh: "\(expression) \(number)，\(line) 之下最近的一个")
  }

  static func day(_ expression: String, _ side: EdgeSide) -> Wording {
    switch side {
    case .on: Wording(en: "\(expression), on the day", zh: "\(expression)，就在那一天")
    case .below: Wording(en: "\(expression), the day before", zh: "\(expression)，早一天")
    case .above: Wording(en: "\(expression), the day after", zh: "\(expression)，晚一天")
    }
  }

  static func holds(_ expression: String, _ holds: Bool) -> Wording {
    holds
      ? Wording(en: "\(expression) holds", zh: "\(expression) 成立")
      : Wording(en: "\(expression) does not hold", zh: "\(expression) 不成立")
  }

  static func option(_ text: String) -> Wording { Wording(en: "`\(text)`", zh: "“\(text)”") }

  static let noOption = Wording(en: "none of the options", zh: "不在所列情形之内")
  static let unknown = Wording(en: "nothing handed in", zh: "什么都没有交")
  static let empty = Wording(en: "empty tables: there is nothing", zh: "交来空表：一次也没有")

  static func without(_ papers: [Wording]) -> Wording {
    Wording(
      en: "without " + papers.map(\.en).joined(separator: ", "),
      zh: "没有交" + papers.map(\.zh).joined(separator: "、"))
  }

  static func rule(_ number: Int) -> Wording {
    Wording(en: "rule \(number)", zh: "第 \(number) 条规则")
  }

  static func rule(_ number: Int, _ rest: Wording) -> Wording {
    Wording(en: "rule \(number), \(rest.en)", zh: "第 \(number) 条规则，\(rest.zh)")
  }

  static func held(_ count: Int, of all: Int) -> Wording {
    Wording(en: "\(count) of \(all) hold", zh: "\(all) 条中 \(count) 条成立")
  }

  static func mark(_ mark: String, _ side: EdgeSide) -> Wording {
    Wording(en: beside("marks", mark, side).en, zh: beside("评分", mark, side).zh)
  }

  static func assessors(_ count: Int) -> Wording {
    Wording(en: "only \(count) marks", zh: "只有 \(count) 份评分")
  }

  static func answers(_ count: Int) -> Wording {
    Wording(en: "only \(count) answers", zh: "只有 \(count) 份问卷")
  }

  static func finding(_ name: String, _ state: String) -> Wording {
    let words = ["alleged": "有反映、未查实", "confirmed": "已查实", "dismissed": "查无此事"]
    return Wording(en: "`\(name)` \(state)", zh: "“\(name)”\(words[state] ?? state)")
  }

  static let reason = Wording(en: "as the case has it", zh: "按用例所设")
  static let score = Wording(en: "score", zh: "总分")

  // MARK: the file

  static let head = Wording(
    en: """
      # Cases at the edges of the rules, to be ticked: `computed` is what the program says, and no test.
      # Work out by hand what should come out. Where it is the same, make `computed` an `expect`; where not, correct the rubric.

      """,
    zh: """
      # 各条规则线上线下的用例，待核：`computed` 是程序算得的结果，还不算测试。
      # 请不看程序，按原文算一遍。一致的，把 `computed` 改为 `expect`；不一致的，改正细则。

      """)

  static func unfound(_ edges: [UnfoundEdge], in language: Language) -> String {
    guard !edges.isEmpty else { return "" }
    let head = Wording(
      en: "# No evidence was found for these; write the cases by hand:",
      zh: "# 以下各处没有找到可用的材料，请自行出题：")
    return "\n" + head.text(in: language) + "\n"
      + edges.map { "#   \($0.owner) · \($0.words.text(in: language))\n" }.joined()
  }
}
