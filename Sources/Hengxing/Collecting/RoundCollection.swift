import Bundles
package import Diagnostics
import Formats
import Handouts
import Rubrics
import Workbooks

/// What came back to a round: forms, marks and documents, put in their places or named with what is wrong.
///
/// Nothing that is there is ever overwritten, so a second time changes nothing. A form is kept as the file that was sent.
package struct RoundCollection {
  /// A file that goes to a place of the round.
  struct Placing {
    let target: String
    let bytes: [UInt8]
    /// For the list of what was received.
    let source: ReturnedFile
    let whose: String
  }

  let forms: RoundForms
  let folder: String
  /// Whether documents whose names speak for themselves are taken for what was asked.
  let acceptsProposals: Bool
  package internal(set) var diagnostics = Diagnostics()
  /// One for each station and assessor of which something came.
  package internal(set) var lines: [Wording] = []
  /// The files that were written.
  package internal(set) var written: [String] = []
  var placings: [Placing] = []
  /// By subject: the form that counts.
  var bundleForms: [String: ReturnedForm] = [:]
  /// By subject: whose form came, whether it counts or not.
  var seenSubjects: Set<String> = []
  var seenAssessors: Set<String> = []
  /// By subject: documents whose kind somebody has accepted.
  var accepted: [String: [(file: String, kind: String)]] = [:]

  /// A form and the workbook that holds it.
  struct ReturnedForm {
    let file: ReturnedFile
    let workbook: Workbook
    let marker: FormMarker
  }

  /// - Returns: `nil` where there is no round or no folder; that was reported.
  package init?(
    round path: String, returned folder: String, acceptsProposals: Bool,
    into diagnostics: inout Diagnostics
  ) {
    let file = Files.isFolder(path) ? Files.joined(path, "round.yaml") : path
    guard let forms = RoundForms(file, into: &diagnostics) else { return nil }
    guard Files.isFolder(folder) else {
      diagnostics.report(.noReturnedFolder(folder))
      return nil
    }
    self.forms = forms
    self.folder = folder
    self.acceptsProposals = acceptsProposals
  }

  package var language: Language { forms.language }

  /// The folder in which the round stands.
  var root: String { Files.path("", besides: forms.round.path) }

  package mutating func collect() {
    let files = ReturnedFile.all(in: folder, into: &diagnostics)
    var bundles: [ReturnedForm] = []
    var marks: [ReturnedForm] = []
    var others: [ReturnedFile] = []
    for file in files {
      switch file.kind {
      case .lock:
        diagnostics.report(.lockFile(file.shown))
      case .broken:
        // Something came of it, whatever it is.
        if let subject = forms.round.subjects.first(where: { Self.name(file.name, begins: $0.id) })
        {
          seenSubjects.insert(subject.id)
        }
      case .workbook, .loose: others.append(file)
      case .form(let workbook, let marker):
        let form = ReturnedForm(file: file, workbook: workbook, marker: marker)
        if marker.purpose == .bundle { bundles.append(form) } else { marks.append(form) }
      }
    }
    takeBundles(bundles)
    takeMarks(marks)
    takeDocuments(others, among: files)
    reportMissing()
    place()
    lookInto()
  }

  func subject(_ id: String) -> Round.Subject? { forms.round.subjects.first { $0.id == id } }

  /// Whether a form belongs to this round, and is of the rubrics of today; what is wrong is told.
  mutating func isOfToday(_ form: ReturnedForm, _ rubrics: [Rubric]) -> Bool {
    let place = Place.file(form.file.shown)
    guard form.marker.round.isEmpty || form.marker.round == forms.round.id else {
      diagnostics.report(
        .formOfAnotherRound(form.marker.round, forms.round.id, at: place))
      return false
    }
    let digests = Set(form.marker.digest.split(separator: ",").map(String.init))
    let known = Set(rubrics.map(\.digest))
    guard form.marker.version == FormMarker.currentVersion, digests.isSubset(of: known) else {
      diagnostics.report(
        .formOutdated(
          form.marker.rubric, form.marker.edition, rubrics.first?.edition ?? "", at: place))
      return false
    }
    return true
  }
}
