import Bundles
import Diagnostics
import Formats
import Platform
import Scoring
import Seals

extension RoundCollection {
  private static let manifestHead = "# hengxing collect\n"

  /// Stations of which nothing has come, now or before.
  mutating func reportMissing() {
    for subject in forms.round.subjects where !seenSubjects.contains(subject.id) {
      let path = Files.path(subject.bundle.text, besides: forms.round.path)
      // Marks of it may have come from others.
      let stands =
        Files.exists(path) && Folders.names(in: path)?.allSatisfy { $0 == "judgements" } != true
      if !stands { diagnostics.report(.formNotReturned(subject.id, at: subject.place)) }
    }
  }

  /// Writes what has a place, all or nothing; what stands there already stays.
  mutating func place() {
    for subject in forms.round.subjects where accepted[subject.id] != nil { addManifest(subject) }
    for form in bundleForms.values.sorted(by: { $0.marker.subject < $1.marker.subject }) {
      keep(form.file, as: form.marker.subject)
    }
    let outputs = OutputFiles()
    var fresh: [Placing] = []
    var seen: Set<String> = []
    for placing in placings where seen.insert(placing.target).inserted {
      guard Files.exists(placing.target) else {
        fresh.append(placing)
        continue
      }
      guard Files.contents(of: placing.target) == placing.bytes else {
        diagnostics.report(
          .placeTaken(placing.target, at: .file(placing.source.shown)))
        continue
      }
    }
    do throws(OutputFiles.Failure) {
      for placing in fresh {
        try outputs.write(placing.bytes, to: placing.target)
        written.append(placing.target)
      }
      let list = receivedList()
      let path = Files.joined(root, "received/received.csv")
      if !placings.isEmpty, Files.contents(of: path) != Array(list.utf8) {
        try outputs.write(list, to: path)
        written.append(path)
      }
      try outputs.finish()
    } catch {
      diagnostics.report(.cannotWrite(error.path, error.reason))
      written = []
    }
    tell()
  }

  /// What was received, digest, name, whose and where it stands, behind what was received before.
  private func receivedList() -> String {
    let path = Files.joined(root, "received/received.csv")
    var unheard = Diagnostics()
    var lines: [[String]] = []
    if let bytes = Files.contents(of: path),
      let table = CSVReader.read(bytes, path: path, into: &unheard)
    {
      lines = (0..<table.rowCount).map { table.row($0) }
    }
    for placing in placings {
      let target = Files.path(of: placing.target, seenFrom: root.isEmpty ? "." : root)
      let line = [placing.source.digest, placing.source.path, placing.whose, target]
      if !lines.contains(line) { lines.append(line) }
    }
    var writer = CSVWriter(neutralisesFormulas: false, byteOrderMark: true)
    writer.row(["sha256", "file", "whose", "place"])
    for line in lines { writer.row(line) }
    return writer.text
  }

  /// A `bundle.yaml` of ours that lists the documents which somebody has accepted.
  private mutating func addManifest(_ subject: Round.Subject) {
    let folder = Files.path(subject.bundle.text, besides: forms.round.path)
    let path = Files.joined(folder, "bundle.yaml")
    let documents = accepted[subject.id] ?? []
    guard
      let source = placings.first(where: { placing in
        documents.contains { placing.target == Files.joined(folder, $0.file) }
      })?.source
    else { return }
    var text = Self.manifestHead
    text += "subject: \(JudgementText.quoted(subject.id))\ndocuments:\n"
    for document in documents {
      text += "  - {file: \(JudgementText.quoted(document.file)), "
      text += "kind: \(JudgementText.quoted(document.kind))}\n"
    }
    placings.append(
      Placing(target: path, bytes: Array(text.utf8), source: source, whose: subject.id))
  }

  private mutating func tell() {
    var order: [String] = []
    var counts: [String: (new: Int, all: Int)] = [:]
    for placing in placings {
      if counts[placing.whose] == nil { order.append(placing.whose) }
      counts[placing.whose, default: (0, 0)].all += 1
      if written.contains(placing.target) { counts[placing.whose]?.new += 1 }
    }
    lines += order.compactMap { whose in
      guard let count = counts[whose] else { return nil }
      return count.new == 0
        ? Wording(en: "\(whose): nothing new", zh: "\(whose)：没有新文件")
        : Wording(
          en: "\(whose): \(count.new) of \(count.all) files are new",
          zh: "\(whose)：\(count.all) 个文件中有 \(count.new) 个是新的")
    }
  }

  /// What the evidence that came says, read as a run reads it: told at the files that were sent.
  mutating func lookInto() {
    guard !diagnostics.meanings.contains(.unreadable), !bundleForms.isEmpty else { return }
    var found = Diagnostics()
    var options = Pipeline.Options(engine: "")
    options.mode = .selfAssessment
    guard let result = Pipeline.run(forms.round.path, options, into: &found) else { return }
    var told: Set<Diagnostic.Identity> = []
    let places = Dictionary(
      bundleForms.map { id, form in
        ((subject(id)?.bundle.text ?? id) + "/bundle.xlsx", form.file.shown)
      }, uniquingKeysWith: { first, _ in first })
    var known = Set(diagnostics.all.map { "\($0.place?.description ?? "")" })
    for diagnostic in found.all + result.evidence where diagnostic.severity != .note {
      guard case .sheet(let place) = diagnostic.place, let shown = places[place.workbook],
        told.insert(diagnostic.identity(naming: Files.standardized)).inserted
      else { continue }
      let moved = SheetPlace(
        workbook: shown, sheet: place.sheet, row: place.row, column: place.column)
      // One fault is told once: what was done to a form says more than what it leads to.
      guard !Self.followsFromForm.contains(diagnostic.code),
        known.insert(moved.description).inserted
      else { continue }
      diagnostics.report(diagnostic.moved(to: .sheet(moved)))
    }
  }

  /// What evidence says of columns that the look at the form has told already.
  private static let followsFromForm: Set = [
    "missing-column", "missing-columns", "row-looks-like-title",
  ]
}
