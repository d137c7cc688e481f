import Diagnostics
import Reports
import Values

/// Why an item earned what it earned, as one sentence for the score table.
struct Reasons {
  /// What a name of the rubric is called and came to, where that may be shown.
  private let figures: [String: String]

  init(_ report: Report) {
    var figures: [String: String] = [:]
    for input in report.inputs {
      figures[input.name] = Self.figure(input.title ?? Wording(input.name), input.value, input.unit)
    }
    for figure in report.figures {
      figures[figure.name] = Self.figure(
        figure.title ?? Wording(figure.name), figure.value, figure.unit)
    }
    self.figures = figures
  }

  private static func figure(_ title: Wording, _ value: String?, _ unit: String?) -> String? {
    guard let value, let first = value.first, first.isNumber || first == "-" else { return nil }
    let number = PapersWording.number(value, unit)
    return PapersWording.figure(Said.words(title), number)
  }

  /// Never empty for an item that lost points.
  func reason(for item: Report.ItemLine) -> String {
    if !item.missing.isEmpty {
      return Self.joined(item.missing.map { Said.clause($0.sentence) })
    }
    let looked = lookedAt(item.derivation)
    if !looked.isEmpty { return Self.joined(looked) }
    let told = told(item)
    return told.isEmpty || told == PapersWording.failedCheck
      ? PapersWording.byRule(Said.clause(item.says)) : told
  }

  /// The lines that decided, each with the number that it looked at; where several did, those that do not hold.
  private func lookedAt(_ derivation: [Report.DerivationLine]) -> [String] {
    var deciding: [String] = []
    var remarks: [String] = []
    var figure: String?
    for line in derivation {
      let label = Said.words(line.label)
      if let expression = line.expression {
        figure = figures[expression]
      } else if line.isDeciding {
        deciding.append(figure.map { PapersWording.measured($0, label) } ?? label)
        figure = nil
      } else if line.value == nil, !label.isEmpty, !label.hasSuffix("：") {
        remarks.append(label)
      }
    }
    let failing = deciding.filter { $0.hasPrefix(PapersWording.fails) }
    if !failing.isEmpty {
      // What is lacking, together; what holds needs no reason.
      let lacking = failing.map { String($0.dropFirst(PapersWording.fails.count)) }
      deciding = deciding.filter {
        !$0.hasPrefix(PapersWording.holds) && !$0.hasPrefix(PapersWording.fails)
      }
      deciding.insert(PapersWording.lacks(lacking), at: 0)
    }
    if deciding == [PapersWording.failedCheck] { deciding = [] }
    return deciding + remarks
  }

  /// Each sentence once.
  private static func joined(_ sentences: [String]) -> String {
    sentences.enumerated().filter { !sentences[..<$0.offset].contains($0.element) }
      .map(\.element).joined(separator: "；")
  }

  /// What the result says of the item, without the points, which stand beside it.
  private func told(_ item: Report.ItemLine) -> String {
    let sentence = Said.clause(item.sentence)
    guard let earned = item.earned else { return sentence }
    let points = PapersWording.earnedOf(earned.text, "\(item.points)")
    guard sentence.hasPrefix(points) else { return sentence }
    return String(sentence.dropFirst(points.count).drop { $0 == "：" })
  }

  /// What stands beside an item in the score table.
  func remark(on item: Report.ItemLine, _ kind: Report.SectionLine.Kind) -> String {
    switch item.outcome {
    case .full where kind == .section: return ""
    case .excused, .notApplicable, .void: return Said.clause(item.sentence)
    case .full, .part, .none, .unknown: break
    }
    guard let lost = Loss.certain(item, kind) else {
      return kind == .bonus && item.outcome == .full ? "" : reason(for: item)
    }
    if item.earned?.isPoint == false {
      return PapersWording.notCertain(reason(for: item))
    }
    return lost.isPositive ? PapersWording.loses(Said.number(lost), reason(for: item)) : ""
  }
}
