package import Diagnostics
import Values

/// What whoever issued a sheet has answered, by item and question.
package struct Answers: Sendable {
  struct Key: Hashable {
    /// The id of the item; empty: the sheet as a whole.
    let item: String
    let question: String
  }

  private struct Given {
    /// `nil`: two rows answer differently, so neither counts.
    let answer: String?
    let place: Place
  }

  private var given: [Key: Given] = [:]

  /// The heads of a sheet of answers; the question stands there in two languages, and is known by the first.
  package static let heads = ["编号", "指标", "问题", "Question", "答复"]
  private static let (itemHead, questionHead, answerHead) = (heads[0], heads[2], heads[4])

  package init() {}

  /// Answers in rows with their places; the heads are among them.
  package init(rows: [(place: Place, cells: [String])], into diagnostics: inout Diagnostics) {
    guard
      let head = rows.firstIndex(where: {
        $0.cells.contains(Self.questionHead) && $0.cells.contains(Self.answerHead)
      }),
      let question = rows[head].cells.firstIndex(of: Self.questionHead),
      let answer = rows[head].cells.firstIndex(of: Self.answerHead)
    else {
      diagnostics.report(.noAnswers(at: rows.first?.place))
      return
    }
    let item = rows[head].cells.firstIndex(of: Self.itemHead)
    for row in rows[(head + 1)...] {
      func cell(_ column: Int?) -> String {
        guard let column, column < row.cells.count else { return "" }
        return YAMLText.oneLine(ScoreTable.cleaned(row.cells[column]))
      }
      guard !cell(answer).isEmpty, !cell(question).isEmpty else { continue }
      let key = Key(item: cell(item), question: cell(question))
      let text = cell(answer)
      guard let earlier = given[key] else {
        given[key] = Given(answer: text, place: row.place)
        continue
      }
      if let said = earlier.answer, said != text {
        diagnostics.report(
          .answersDiffer(key.question, said, text, at: row.place, earlier: earlier.place))
        given[key] = Given(answer: nil, place: earlier.place)
      }
    }
  }

  /// The rows of all sheets of a workbook, with their first 20 cells.
  ///
  /// - Returns: `nil` where it cannot be read; that was reported.
  package static func rows(
    workbook path: String, into diagnostics: inout Diagnostics
  ) -> [(place: Place, cells: [String])]? {
    guard let grids = ScoreTable.sheets(ofWorkbook: path, into: &diagnostics) else { return nil }
    var rows: [(place: Place, cells: [String])] = []
    for grid in grids {
      for row in stride(from: 1, through: grid.rowCount, by: 1) {
        let cells = (0..<min(grid.columnCount, 20)).map { grid.text(row: row, column: $0 + 1) }
        rows.append((grid.place(row: row), cells))
      }
    }
    return rows
  }

  // MARK: answering

  private static let yes: Set<String> = [
    "是", "是的", "对", "对的", "同意", "可以", "确认", "按此", "按此办理", "正确", "无误", "好", "含", "包括", "包含", "yes",
    "y", "ok",
    "√", "✓", "✔",
  ]
  private static let no: Set<String> = [
    "不含", "不包括", "不包含", "否", "不", "不是", "不对", "no", "n", "×", "✗",
  ]

  enum Reply: Equatable {
    case open
    /// What was taken for granted holds.
    case yes
    case no
    /// In words that somebody has to write into the rubric.
    case words(String)
  }

  func reply(to question: Question, of item: String) -> Reply {
    let key = Key(item: item, question: YAMLText.oneLine(question.wording.zh))
    guard let answer = given[key]?.answer else { return .open }
    let plain = String(Letters(answer).trimmed.text).lowercased()
    if Self.yes.contains(plain), question.canBeAffirmed { return .yes }
    return Self.no.contains(plain) ? .no : .words(answer)
  }

  /// What is still asked; `nil` where it was answered and needs no change.
  func asked(_ question: Question, of item: String) -> Wording? {
    let text = question.wording
    switch reply(to: question, of: item) {
    case .open: return text
    case .yes: return nil
    case .no:
      // The standard of an item was read again with the line left out; grades begin at their lines.
      if case .lineIncluded = question, !item.isEmpty { return nil }
      return ScoreSheetsWording.answered(text, Wording(en: "no", zh: "否"))
    case .words(let words): return ScoreSheetsWording.answered(text, Wording(words))
    }
  }

  /// A standard in which lines that do not belong to it say so.
  func applied(to standard: String, _ questions: [Question], of item: String) -> String {
    var text = standard
    for question in questions {
      guard case .lineIncluded(let value, _) = question,
        reply(to: question, of: item) == .no
      else { continue }
      text = Self.excluding(value, in: text)
    }
    return text
  }

  private static func excluding(_ value: Number, in text: String) -> String {
    let letters = Letters(text)
    var changed = ""
    var index = 0
    while index < letters.count {
      if letters[index - 1]?.isASCIIDigit != true, letters[index - 1] != ".",
        let numeral = Numeral(letters, at: index), numeral.value == value
      {
        var end = numeral.end
        if letters[end] == "分" { end += 1 }
        changed += letters[index..<end].text
        if letters.has("以上", at: end) || letters.has("以下", at: end) { changed += "（不含）" }
        index = end
      } else {
        changed.append(letters.all[index])
        index += 1
      }
    }
    return changed
  }

  /// Reports answers to what nobody asked.
  func reportIdle(asked: Set<Key>, into diagnostics: inout Diagnostics) {
    let idle = given.filter { !asked.contains($0.key) }
    for (key, value) in idle.sorted(by: {
      ($0.key.item, $0.key.question) < ($1.key.item, $1.key.question)
    }) {
      diagnostics.report(.answersNothing(key.question, at: value.place))
    }
  }
}
