import Bundles
import Diagnostics
import Formats
import Handouts
import NormalForms
import Workbooks

extension RoundCollection {
  /// Loose files: those that a request list names go to its station; of others it is shown what they might be.
  mutating func takeDocuments(_ others: [ReturnedFile], among all: [ReturnedFile]) {
    let lists = requestLists()
    var placed: [String: ReturnedFile] = [:]
    var waiting: [String: Int] = [:]
    for file in others {
      guard let subject = owner(of: file, lists, among: all) else {
        report(strange: file)
        continue
      }
      // What a form says of its documents is known when it has been taken.
      if bundleForms[subject] == nil, seenSubjects.contains(subject) {
        waiting[subject, default: 0] += 1
        continue
      }
      let listed = lists[subject]?.first { $0 == HeaderName(file.name) }
      var kind: String?
      if listed == nil {
        guard let proposed = proposal(for: file, of: subject) else {
          if case .workbook = file.kind {
            report(strange: file)
          } else {
            diagnostics.report(.documentUnmatched(subject, at: .file(file.shown)))
          }
          continue
        }
        diagnostics.report(
          .documentProposed(
            subject, proposed, isTaken: acceptsProposals, at: .file(file.shown)))
        guard acceptsProposals else { continue }
        kind = proposed
      }
      place(file, kind, of: subject, &placed)
    }
    for (subject, count) in waiting.sorted(by: { $0.key < $1.key }) {
      lines.append(
        Wording(
          en: "\(subject): \(count) files wait until its form is taken",
          zh: "\(subject)：\(count) 个文件等它的表收下后再收"))
    }
  }

  private mutating func place(
    _ file: ReturnedFile, _ kind: String?, of id: String, _ placed: inout [String: ReturnedFile]
  ) {
    guard let subject = subject(id) else { return }
    let name = "documents/\(file.name.normalFormC)"
    let key = "\(id)/\(name.lowercased())"
    if let first = placed[key] {
      diagnostics.report(
        first.digest == file.digest
          ? .returnedAgain(first.shown, at: .file(file.shown))
          : .returnedTwice(id, first.shown, at: .file(file.shown)))
      return
    }
    placed[key] = file
    let folder = Files.path(subject.bundle.text, besides: forms.round.path)
    placings.append(
      Placing(
        target: Files.joined(folder, name), bytes: file.bytes, source: file, whose: id))
    if let kind { accepted[id, default: []].append((name, kind)) }
  }

  private mutating func report(strange file: ReturnedFile) {
    if case .workbook = file.kind {
      diagnostics.report(.notAForm(at: .file(file.shown)))
    } else {
      diagnostics.report(.documentOfNobody(at: .file(file.shown)))
    }
  }

  /// By subject: the names of files that its request list gives.
  private func requestLists() -> [String: Set<HeaderName>] {
    var unheard = Diagnostics()
    return bundleForms.mapValues { form in
      guard let entry = form.marker.sheet(.requests),
        let sheet = form.workbook.sheets.first(where: {
          HeaderName($0.name) == HeaderName(entry.sheet)
        })
      else { return [] }
      let grid = SheetGrid(sheet, of: form.workbook, into: &unheard)
      let wanted = [RequestColumn.file.wording.zh, RequestColumn.file.wording.en]
        .map(HeaderName.init)
      var column: Int?
      var names: Set<HeaderName> = []
      for row in grid.rows {
        if let column {
          let text = grid.text(row, column)
          if let name = text.split(separator: "/").last { names.insert(HeaderName(String(name))) }
        } else {
          column = grid.columns(of: row).first { wanted.contains(HeaderName(grid.text(row, $0))) }
        }
      }
      return names
    }
  }

  /// Whose a loose file is: by its folder, its name, the form beside it, or the one list that names it.
  private func owner(
    of file: ReturnedFile, _ lists: [String: Set<HeaderName>], among all: [ReturnedFile]
  ) -> String? {
    func single(_ ids: [String]) -> String? { Set(ids).count == 1 ? ids.first : nil }
    let subjects = forms.round.subjects
    for name in [file.name] + file.folders.reversed() {
      let named = subjects.filter { subject in
        Self.name(name, begins: subject.id)
          || subject.title.map { HeaderName(name).text.hasPrefix(HeaderName($0.zh).text) } ?? false
      }
      if let id = single(named.map(\.id)) { return id }
    }
    if !file.folders.isEmpty {
      let beside = all.compactMap { other -> String? in
        guard other.folders == file.folders, case .form(_, let marker) = other.kind,
          marker.purpose == .bundle
        else { return nil }
        return marker.subject
      }
      if let id = single(beside), subject(id) != nil { return id }
    }
    let naming = lists.filter { $0.value.contains(HeaderName(file.name)) }.map(\.key)
    return single(naming)
  }

  /// The one kind of document whose name stands in that of the file.
  private func proposal(for file: ReturnedFile, of id: String) -> String? {
    guard let subject = subject(id) else { return nil }
    let stem = HeaderName(file.stem).text
    let kinds = forms.content(for: subject).documentKinds.filter { kind in
      ([kind.name] + [kind.title?.zh, kind.title?.en].compactMap(\.self))
        .map { HeaderName($0).text }.contains { !$0.isEmpty && stem.contains($0) }
    }
    // Of `合同` and `劳动合同` the longer one is meant.
    let longest = kinds.map(\.name.count).max() ?? 0
    let best = kinds.filter { $0.name.count == longest }
    return best.count == 1 ? best[0].name : nil
  }
}
