import Archives
import Diagnostics
import Formats
import Workbooks

/// The sheets of the workbook beside a round: `round.xlsx` beside `round.yaml`.
///
/// What they say is joined with the round as nodes, before a key is read; nothing behind knows that there were two.
struct RoundSheets {
  private static let endings = [".xlsx", ".xlsm", ".xls", ".et", ".ods"]

  /// Whether a path is that of a workbook, which is a round of its own where it is named.
  static func isWorkbook(_ path: String) -> Bool {
    let path = path.lowercased()
    return endings.contains { path.hasSuffix($0) } && !Files.isFolder(path)
  }

  private var parts: [NodeMapping.Entry] = []
  /// What the sheet says that is of the round as a whole.
  private var settings: NodeMapping?
  private var ofSubjects: [NodeMapping.Entry] = []

  private let path: String

  /// What stands in the workbook beside a file; `nil` where there is none, or it cannot be read, which was reported.
  init?(besides path: String, into diagnostics: inout Diagnostics) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    let stem = String(path[..<dot])
    guard let file = Self.endings.map({ stem + $0 }).first(where: Files.exists) else { return nil }
    self.init(workbook: file, into: &diagnostics)
  }

  /// - Returns: `nil` where it cannot be read; that was reported.
  init?(workbook file: String, into diagnostics: inout Diagnostics) {
    guard let workbook = Workbook.open(.file(file), shownAs: file, into: &diagnostics) else {
      return nil
    }
    path = file
    for sheet in workbook.sheets where sheet.kind == .cells || sheet.kind == .missing {
      guard let form = RoundSheetForm.all.first(where: { $0.isNamed(sheet.name) }) else {
        Self.report(sheet, of: workbook, into: &diagnostics)
        continue
      }
      guard
        let mapping = RoundSheet(sheet, as: form, of: workbook, into: &diagnostics)?
          .mapping(into: &diagnostics)
      else { continue }
      if case .settings = form.rows { settings = mapping }
      if form.isOfSubjects { ofSubjects += mapping.entries } else { parts += mapping.entries }
    }
  }

  /// A sheet that is no part of a round; one may have been renamed.
  private static func report(
    _ sheet: Workbook.Sheet, of workbook: Workbook, into diagnostics: inout Diagnostics
  ) {
    let name = HeaderName(sheet.name)
    guard !RoundSheetForm.explanations.contains(where: { HeaderName($0) == name }),
      !workbook.isEmpty(sheet)
    else { return }
    diagnostics.report(
      .roundSheetNotRead(
        known: RoundSheetForm.all.map { $0.names[1] }, at: workbook.place(in: sheet)))
  }

  /// The round that the workbook is, without a file beside it.
  ///
  /// - Returns: `nil` where no sheet says which round it is; that was reported.
  func alone(into diagnostics: inout Diagnostics) -> Node? {
    guard let settings else {
      diagnostics.report(.workbookIsNoRound(RoundSheetForm.settings.names[1], at: .file(path)))
      return nil
    }
    return joined(to: .mapping(settings.with([])), into: &diagnostics)
  }

  /// The round with what the sheets say.
  func joined(to written: Node, into diagnostics: inout Diagnostics) -> Node {
    guard let mapping = written.mapping, !(parts.isEmpty && ofSubjects.isEmpty) else {
      return written
    }
    var entries = mapping.entries
    for part in parts { Self.join(part, to: &entries, into: &diagnostics) }
    var known: Set<String> = []
    entries = entries.map { entry in
      guard entry.key.text == "subjects", let list = entry.value.sequence else { return entry }
      let items = list.items.map { item -> Node in
        guard let subject = item.mapping, let id = subject["id"]?.scalar?.text else { return item }
        known.insert(id)
        var own = subject.entries
        for part in ofSubjects where part.key.text == id {
          for more in part.value.mapping?.entries ?? [] {
            Self.join(more, to: &own, into: &diagnostics)
          }
        }
        return .mapping(subject.with(own))
      }
      return NodeMapping.Entry(key: entry.key, value: .sequence(list.with(items)))
    }
    for part in ofSubjects where !known.contains(part.key.text) {
      diagnostics.report(
        .roundRowOfNobody(part.key.text, among: known.sorted(), at: part.key.place))
    }
    return .mapping(mapping.with(entries))
  }

  /// Lists and mappings are joined; what is said twice is told.
  private static func join(
    _ part: NodeMapping.Entry, to entries: inout [NodeMapping.Entry],
    into diagnostics: inout Diagnostics
  ) {
    guard let index = entries.firstIndex(where: { $0.key.text == part.key.text }) else {
      entries.append(part)
      return
    }
    let entry = entries[index]
    switch (entry.value, part.value) {
    case (.sequence(let own), .sequence(let more)):
      entries[index] = .init(
        key: entry.key, value: .sequence(own.with(own.items + more.items)))
    case (.mapping(let own), .mapping(let more)):
      let new = more.entries.filter { other in
        guard let first = own.entry(other.key.text) else { return true }
        diagnostics.report(
          .saidInBoth(other.key.text, at: other.value.place, first: first.key.place))
        return false
      }
      entries[index] = .init(key: entry.key, value: .mapping(own.with(own.entries + new)))
    default:
      diagnostics.report(.saidInBoth(part.key.text, at: part.key.place, first: entry.key.place))
    }
  }
}
