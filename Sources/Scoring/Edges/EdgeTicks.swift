package import Diagnostics

/// What a colleague said of cases at edges, by the name of the case.
package struct EdgeTicks: Sendable {
  package enum Tick: Sendable, Equatable {
    case agreed
    /// What should come out.
    case other(String)
  }

  private var ticks: [String: (tick: Tick, place: Place)] = [:]

  package init() {}

  package var isEmpty: Bool { ticks.isEmpty }

  /// The heads of the sheet: the case, what is handed in, what the program says, whether that is right, what it should be.
  package static func heads(in language: Language) -> [String] {
    language == .zh
      ? ["用例", "材料", "程序算得", "是否一致", "应为"]
      : ["case", "handed in", "computed", "agree", "should be"]
  }

  /// Ticks in rows with their places; the heads are among them.
  package init(rows: [(place: Place, cells: [String])], into diagnostics: inout Diagnostics) {
    for language in Language.allCases {
      let heads = Self.heads(in: language)
      guard
        let head = rows.firstIndex(where: {
          $0.cells.contains(heads[0]) && $0.cells.contains(heads[3])
        })
      else { continue }
      let columns = heads.map { rows[head].cells.firstIndex(of: $0) }
      for row in rows[(head + 1)...] {
        func cell(_ number: Int) -> String {
          guard let column = columns[number], column < row.cells.count else { return "" }
          return row.cells[column].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let (name, agree, other) = (cell(0), cell(3).lowercased(), cell(4))
        if name.isEmpty || (agree.isEmpty && other.isEmpty) { continue }
        if !other.isEmpty {
          if Self.yes.contains(agree), other != cell(2) {
            diagnostics.report(.tickContradicts(name, other, at: row.place))
          } else {
            ticks[name] = (other == cell(2) ? .agreed : .other(other), row.place)
          }
        } else if Self.yes.contains(agree) {
          ticks[name] = (.agreed, row.place)
        } else {
          diagnostics.report(.tickWithoutResult(name, at: row.place))
        }
      }
      return
    }
    diagnostics.report(.noTicks(at: rows.first?.place))
  }

  private static let yes: Set<String> = ["是", "对", "一致", "同意", "√", "✓", "✔", "yes", "y", "ok"]

  func tick(of name: String) -> Tick? { ticks[name]?.tick }

  /// Reports ticks of cases that are no longer written.
  package func reportIdle(_ cases: EdgeCases, into diagnostics: inout Diagnostics) {
    let names = Set(cases.cases.map(\.name))
    for (name, tick) in ticks.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
      diagnostics.report(.tickOfNoCase(name, at: tick.place))
    }
  }
}
