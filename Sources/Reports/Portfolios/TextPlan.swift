package import Diagnostics

/// How a portfolio is scored, for a terminal.
package struct TextPlan: Sendable {
  private let plan: PlanFace
  private let language: Language

  package static func print(_ plan: PlanFace, in language: Language) -> String {
    TextPlan(plan: plan, language: language).screen()
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }
  private func label(_ wording: Wording) -> String { wording.label(in: language) }

  private func screen() -> String {
    var screen: PrintedText = "\(say(plan.title)) · \(plan.edition)\n"
    screen += "\(say(plan.isFused ? PlanWording.fused : PlanWording.notFused))\n"
    for table in plan.tables { write(table, into: &screen) }
    if !plan.refusals.isEmpty {
      screen += "\n\(say(PlanWording.refusals))\n"
      for refusal in plan.refusals {
        screen += "  \(refusal.expression)\n    \(text(of: refusal.reason))\n"
      }
    }
    write(plan.figures, PlanWording.figures(plan.figures.count), into: &screen)
    write(plan.items, PlanWording.items(plan.items.count), into: &screen)
    if let comparison = plan.comparison {
      write(comparison.parts, PlanWording.comparison, comparison.rest, into: &screen)
    }
    write(plan.conditions, PlanWording.rest, plan.rest, into: &screen)
    return screen.text
  }

  /// A step of which all is in columns but for some parts, or nothing is.
  private func write(
    _ parts: [PlanFace.Part], _ heading: Wording, _ rest: PlanFace.Reason?,
    into screen: inout PrintedText
  ) {
    screen += "\n\(label(heading))"
    if let rest {
      screen += "\(say(PlanWording.byRows))\n  \(text(of: rest))\n"
    } else {
      let how = parts.isEmpty ? PlanWording.inColumns : PlanWording.someByRows(parts.count)
      screen += "\(say(how))\n"
    }
    for part in parts { write(part, into: &screen) }
  }

  private func write(_ part: PlanFace.Part, into screen: inout PrintedText) {
    guard let reason = part.reason else { return }
    screen += "  \(part.id)  \(text(of: reason))\n"
  }

  private func write(_ table: PlanFace.TableLine, into screen: inout PrintedText) {
    screen += "\n\(table.name)"
    if say(table.title) != table.name { screen += " (\(say(table.title)))" }
    let columns = PlanWording.columns(
      table.columns.count, of: table.columns.count + table.passedOver.count)
    screen += "  \(say(columns))\n"
    screen += "  \(label(PlanWording.read))\(table.columns.joined(separator: ", "))\n"
    if !table.passedOver.isEmpty {
      screen += "  \(label(PlanWording.passedOver))\(table.passedOver.joined(separator: ", "))\n"
    }
    if !table.aggregates.isEmpty {
      screen += "  \(say(PlanWording.onePass(table.aggregates.count)))\n"
      for aggregate in table.aggregates { screen += "    \(aggregate)\n" }
    }
    if !table.keptFor.isEmpty {
      screen += "  \(label(PlanWording.kept))\(table.keptFor.joined(separator: ", "))\n"
    }
  }

  private func write(
    _ parts: [PlanFace.Part], _ heading: Wording, into screen: inout PrintedText
  ) {
    guard !parts.isEmpty else { return }
    let others = parts.filter { $0.reason != nil }
    screen += "\n\(label(heading))"
    let how = others.isEmpty ? PlanWording.allInColumns : PlanWording.someByRows(others.count)
    screen += "\(say(how))\n"
    for part in others { write(part, into: &screen) }
  }

  private func text(of reason: PlanFace.Reason) -> String {
    say(reason.words) + (reason.place.map { "  \($0)" } ?? "")
  }
}

/// The words of a plan, sorted by name.
enum PlanWording {
  static let allInColumns = Wording(en: "all in columns", zh: "全部按列计算")
  static let byRows = Wording(en: "subject by subject", zh: "逐个对象计算")
  static let comparison = Wording(en: "Comparison, first pass", zh: "同组比较（第一遍）")
  static let fused = Wording(
    en: "Fully fused: one pass over each table, programs over columns for all that follows.",
    zh: "全部融合：每张表只过一遍，其余都按列计算。")
  static let inColumns = Wording(en: "in columns", zh: "按列计算")
  static let kept = Wording(en: "its rows are kept for", zh: "为以下各项保留数据行")
  static let notFused = Wording(
    en: "Not fully fused: what is named below is left to the row evaluator, with the same results.",
    zh: "未全部融合：下列各项逐行计算，结果相同。")
  static let passedOver = Wording(en: "passed over", zh: "不读的列")
  static let read = Wording(en: "read", zh: "读取的列")
  static let refusals = Wording(en: "Row by row, with all rows kept", zh: "逐行计算（保留全部数据行）")
  static let rest = Wording(en: "Total, grades and gates", zh: "总分、等级与关口")

  static func columns(_ count: Int, of all: Int) -> Wording {
    Wording(en: "\(count) of \(all) columns", zh: "读 \(all) 列中的 \(count) 列")
  }

  static func figures(_ count: Int) -> Wording {
    Wording(en: "Figures (\(count))", zh: "中间指标（\(count)）")
  }

  static func items(_ count: Int) -> Wording {
    Wording(en: "Items (\(count))", zh: "各项指标（\(count)）")
  }

  static func onePass(_ count: Int) -> Wording {
    Wording(
      en: "one pass tells \(count) \(count == 1 ? "aggregate" : "aggregates")",
      zh: "一遍算出 \(count) 个汇集数")
  }

  static func someByRows(_ count: Int) -> Wording {
    Wording(en: "in columns, but for \(count)", zh: "按列计算，以下 \(count) 项除外")
  }
}
