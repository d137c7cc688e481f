import Bundles
import Diagnostics
import Formats
import Handouts
import Workbooks

extension RoundCollection {
  /// Forms for evidence: each that is what it says goes into the bundle of its subject.
  mutating func takeBundles(_ returned: [ReturnedForm]) {
    var bySubject: [String: [ReturnedForm]] = [:]
    for form in returned {
      let id = form.marker.subject
      guard let subject = subject(id) else {
        diagnostics.report(
          .formOfStranger(id, among: forms.round.subjects.map(\.id), at: .file(form.file.shown)))
        continue
      }
      seenSubjects.insert(id)
      let content = forms.content(for: subject)
      guard isOfToday(form, content.askingRubrics), isUnderItsName(form, subject) else { continue }
      bySubject[id, default: []].append(form)
    }
    for subject in forms.round.subjects {
      guard let all = bySubject[subject.id], let form = single(all, of: subject.id) else {
        continue
      }
      var check = BundleFormCheck(form, for: subject, in: forms)
      check.check()
      diagnostics.append(check.diagnostics)
      guard check.isOfItsSubject else { continue }
      bundleForms[subject.id] = form
      put(form.file, for: subject)
    }
  }

  /// The one that counts; of several that say different things none does.
  mutating func single(_ all: [ReturnedForm], of whose: String) -> ReturnedForm? {
    guard let first = all.first else { return nil }
    for other in all.dropFirst() {
      guard let place = FormDifference.first(between: first.workbook, and: other.workbook) else {
        diagnostics.report(.returnedAgain(first.file.shown, at: .file(other.file.shown)))
        continue
      }
      diagnostics.report(.returnedTwice(whose, first.file.shown, at: place))
      return nil
    }
    return first
  }

  /// Files of two stations that were saved under each other's names.
  private mutating func isUnderItsName(
    _ form: ReturnedForm, _ subject: Round.Subject
  ) -> Bool {
    let others = forms.round.subjects.filter { $0.id != subject.id }
    let names = [form.file.name] + form.file.folders
    let isNamed = names.contains { Self.name($0, begins: subject.id) }
    guard !isNamed,
      let other = others.first(where: { other in
        names.contains { Self.name($0, begins: other.id) }
      })
    else { return true }
    diagnostics.report(
      .returnedUnderAnother(subject.id, other.id, at: .file(form.file.shown)))
    return false
  }

  /// `station-1 甲站.xlsx` begins with `station-1` and not with `station`.
  static func name(_ name: String, begins id: String) -> Bool {
    let name = name.lowercased()
    let id = id.lowercased()
    guard name.hasPrefix(id) else { return false }
    guard let next = name.dropFirst(id.count).unicodeScalars.first else { return true }
    return next == "."
      || !(next.properties.isAlphabetic || "0123456789-".unicodeScalars.contains(next))
  }

  private mutating func put(_ file: ReturnedFile, for subject: Round.Subject) {
    let bundle = subject.bundle.text
    guard !bundle.lowercased().hasSuffix(".zip") else {
      diagnostics.report(.bundleIsZip(subject.id, at: subject.bundle.place))
      return
    }
    let target = Files.joined(Files.path(bundle, besides: forms.round.path), "bundle.xlsx")
    placings.append(
      Placing(target: target, bytes: file.bytes, source: file, whose: subject.id))
  }
}

/// Where two workbooks say different things.
enum FormDifference {
  /// - Returns: the first cell of `other` that differs; `nil` where they say the same.
  static func first(between one: Workbook, and other: Workbook) -> Place? {
    var unheard = Diagnostics()
    for sheet in other.sheets {
      let theirs = SheetGrid(sheet, of: other, into: &unheard)
      guard let counterpart = one.sheets.first(where: { $0.name == sheet.name }) else {
        return theirs.place()
      }
      let ours = SheetGrid(counterpart, of: one, into: &unheard)
      // What was not read may differ.
      guard ours.isWhole, theirs.isWhole else { return theirs.place() }
      for row in Set(ours.rows + theirs.rows).sorted() {
        for column in Set(ours.columns(of: row) + theirs.columns(of: row)).sorted()
        where ours.text(row, column) != theirs.text(row, column) {
          return theirs.place(row, column)
        }
      }
    }
    return one.sheets.count == other.sheets.count
      ? nil : .file(other.path)
  }
}
