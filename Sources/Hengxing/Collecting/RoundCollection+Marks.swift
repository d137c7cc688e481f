import Bundles
import Diagnostics
import Formats
import Handouts
import Platform
import Rubrics
import Seals
import Workbooks

extension RoundCollection {
  /// Forms for marks: what each says of a station becomes a paper of its assessor in that station's bundle.
  mutating func takeMarks(_ returned: [ReturnedForm]) {
    let asked = handedOutAssessors()
    var byAssessor: [String: [ReturnedForm]] = [:]
    var order: [String] = []
    for form in returned {
      let marker = form.marker
      let key = Self.key(marker)
      guard asked.isEmpty || asked[key] != nil else {
        diagnostics.report(
          .formOfStrangeAssessor(marker.assessor, marker.role, at: .file(form.file.shown)))
        continue
      }
      seenAssessors.insert(key)
      let rubrics = marker.sheets.filter { $0.role == .marks }.compactMap { rubric($0.name) }
      guard isOfToday(form, rubrics), isUnderItsName(form, asked) else { continue }
      if byAssessor[key] == nil { order.append(key) }
      byAssessor[key, default: []].append(form)
    }
    for key in order {
      guard let all = byAssessor[key], let form = single(all, of: all[0].marker.assessor) else {
        continue
      }
      var reading = MarksReading(form, in: forms)
      reading.read()
      diagnostics.append(reading.diagnostics)
      guard reading.isOfItsAssessor else { continue }
      keep(form.file, as: form.marker.assessor)
      for paper in reading.papers { put(paper, from: form) }
    }
    for (key, name) in asked.sorted(by: { $0.key < $1.key }) where !seenAssessors.contains(key) {
      diagnostics.report(.marksNotReturned(name, at: .file(forms.round.path)))
    }
  }

  private static func key(_ marker: FormMarker) -> String {
    [marker.role, marker.stage, HeaderName(marker.assessor).text].joined(separator: "\u{1F}")
  }

  /// Those whose forms lie beside the round; nobody where none was handed out there.
  private func handedOutAssessors() -> [String: String] {
    let folder = Files.joined(root, "marks")
    var asked: [String: String] = [:]
    var unheard = Diagnostics()
    for file in ReturnedFile.all(in: folder, into: &unheard) {
      guard case .form(_, let marker) = file.kind, marker.purpose == .marks else { continue }
      asked[Self.key(marker)] = marker.assessor
    }
    return asked
  }

  private func rubric(_ id: String) -> Rubric? {
    forms.rubrics.values.lazy.joined().first { $0.id == id }
  }

  /// Files of two assessors that were saved under each other's names.
  private mutating func isUnderItsName(
    _ form: ReturnedForm, _ asked: [String: String]
  ) -> Bool {
    let name = HeaderName(form.file.stem).text
    let own = HeaderName(form.marker.assessor).text
    guard !name.contains(own) else { return true }
    let others = asked.values.filter { HeaderName($0).text != own }
    guard let other = others.sorted().first(where: { name.contains(HeaderName($0).text) }) else {
      return true
    }
    diagnostics.report(
      .returnedUnderAnother(form.marker.assessor, other, at: .file(form.file.shown)))
    return false
  }

  private mutating func put(_ paper: MarksReading.Paper, from form: ReturnedForm) {
    guard let subject = subject(paper.station) else { return }
    let bundle = subject.bundle.text
    guard !bundle.lowercased().hasSuffix(".zip") else {
      diagnostics.report(.bundleIsZip(subject.id, at: subject.bundle.place))
      return
    }
    var names = FolderNames()
    let stage = form.marker.stage.isEmpty ? "" : " \(form.marker.stage)"
    let name = names.name(for: "\(form.marker.role)\(stage) \(form.marker.assessor)")
    let target = Files.joined(
      Files.path(bundle, besides: forms.round.path), "judgements/\(name).yaml")
    placings.append(
      Placing(
        target: target, bytes: Array(JudgementText.yaml(of: paper, from: form).utf8),
        source: form.file, whose: form.marker.assessor))
  }

  /// The file itself, as it was sent.
  mutating func keep(_ file: ReturnedFile, as whose: String) {
    let target = Files.joined(root, "received/\(file.digest.prefix(16)) \(file.name)")
    placings.append(Placing(target: target, bytes: file.bytes, source: file, whose: whose))
  }
}

/// A paper of an assessor as a bundle holds it.
enum JudgementText {
  static func yaml(of paper: MarksReading.Paper, from form: RoundCollection.ReturnedForm) -> String
  {
    let marker = form.marker
    var text = "# \(form.file.name.replacing("\n", with: " "))\n# SHA-256 \(form.file.digest)\n"
    text += "by: \(quoted(marker.assessor))\nrole: \(quoted(marker.role))\n"
    if !marker.stage.isEmpty { text += "stage: \(quoted(marker.stage))\n" }
    if let date = paper.date { text += "date: \(date)\n" }
    // Whoever recuses himself has a tie to the station, whatever it is.
    if let tie = paper.recusal {
      let kind = tie.isEmpty ? FormWording.tied.text(in: .zh) : tie
      return text + "relations:\n  - {kind: \(quoted(kind))}\nmarks: {}\n"
    }
    text += "marks:\n"
    for mark in paper.marks {
      var parts: [String] = []
      if let band = mark.band { parts.append("band: \(quoted(band))") }
      if let value = mark.value {
        parts.append("\(mark.isOfBand ? "value" : "mark"): \(quoted(value))")
      }
      if let reason = mark.reason { parts.append("reason: \(quoted(reason))") }
      text += "  \(quoted(mark.item)): {\(parts.joined(separator: ", "))}\n"
    }
    return text
  }

  /// In double quotes, on one line.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
