import Bundles
import Formats
import Reports
import Rubrics

/// The files of a bundle as a report lists them.
enum EvidenceFiles {
  static func list(_ bundle: Bundle, for rubric: Rubric) -> [ReportBuilder.EvidenceFile] {
    bundle.files.map { file in
      if let table = bundle.tables.first(where: { $0.file == file.path }) {
        let declared = rubric.tables.first { $0.fileName == table.fileName }
        return entry(file, .table, declared?.name ?? table.name, rows: table.content.rowCount)
      }
      if let survey = bundle.surveys.first(where: { $0.file == file.path }) {
        let declared = rubric.surveys.first { $0.fileName == survey.fileName }
        // The digest of three answers is as good as the answers.
        if let least = declared?.anonymousFrom, survey.content.rowCount < least {
          return .init(
            path: file.path, kind: .survey, name: survey.name, digest: nil, rowCount: nil)
        }
        return entry(file, .survey, survey.name, rows: survey.content.rowCount)
      }
      // A table that nobody asks for was not read.
      for (folder, kind) in [("tables", Report.FileLine.Kind.table), ("surveys", .survey)] {
        if let name = Bundle.tableName(of: file.path, in: folder) {
          return entry(file, kind, name, rows: nil)
        }
      }
      if let document = bundle.documents.first(where: { $0.file == file.path }) {
        return entry(file, .document, document.kind, rows: nil)
      }
      let isJudgement = bundle.judgements.contains { $0.file == file.path }
      return entry(file, isJudgement ? .judgement : .other, file.path, rows: nil)
    }
  }

  private static func entry(
    _ file: BundleFile, _ kind: Report.FileLine.Kind, _ name: String, rows: Int?
  ) -> ReportBuilder.EvidenceFile {
    .init(path: file.path, kind: kind, name: name, digest: file.digest, rowCount: rows)
  }
}
