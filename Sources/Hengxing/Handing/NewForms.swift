package import Diagnostics
import Formats
import Handouts
package import Rubrics
import Values

/// Workbooks to be filled in, for subjects that stand in no round yet.
package enum NewForms {
  /// A form for one subject.
  package static func bundle(
    for rubric: Rubric, language: Language, into diagnostics: inout Diagnostics
  ) -> [HandedFile] {
    var face = BundleForm.Face(
      id: "\(rubric.subject.kind)-1", kind: rubric.subject.kind, title: "")
    face.isFictional = rubric.isFictional
    let form = BundleForm(FormContent([.init(rubric)]), for: face, language: language)
    return [HandedFile("bundle.xlsx", form.workbook, into: &diagnostics)].compactMap(\.self)
  }

  /// A round file, and one form for each subject of a list.
  package static func round(
    id: String, rubric: Rubric, rubricPath: String, subjects: [SubjectList.Entry], year: Int,
    language: Language, into diagnostics: inout Diagnostics
  ) -> [HandedFile] {
    let content = FormContent([.init(rubric)])
    let round = RoundSkeleton.round(
      id: id, rubric: rubric, rubricPath: rubricPath,
      subjects: subjects.map { .init(id: $0.id, title: $0.title) }, year: year,
      language: language)
    var files = [HandedFile(round.path, round.text)]
    for subject in subjects {
      var face = BundleForm.Face(
        id: subject.id, kind: rubric.subject.kind, title: subject.title ?? "")
      face.from = CalendarDate(written: "\(year)-01-01")
      face.to = CalendarDate(written: "\(year)-12-31")
      face.operatorName = subject.operatorName ?? ""
      face.round = id
      face.isFictional = rubric.isFictional
      let form = BundleForm(content, for: face, language: language)
      let path = "forms/\(FormNames.file(subject.id, subject.title)).xlsx"
      if let file = HandedFile(path, form.workbook, into: &diagnostics) { files.append(file) }
    }
    return files
  }
}

/// What forms are called on the disk.
enum FormNames {
  /// The id first, so that files lie in the order of the round, then a name that people know.
  static func file(_ id: String, _ title: String?) -> String {
    guard let title, !title.isEmpty else { return id }
    var name = ""
    for scalar in title.unicodeScalars.prefix(40) {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "（）()-·".unicodeScalars.contains(scalar)
      name.unicodeScalars.append(isPlain ? scalar : "_")
    }
    return "\(id) \(name)"
  }
}
