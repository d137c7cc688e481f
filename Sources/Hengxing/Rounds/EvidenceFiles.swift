import Bundles
import Formats
import Reports
import Rubrics

/// The files of a bundle as a report lists them.
enum EvidenceFiles {
  static func list(_ bundle: Bundle, for rubric: Rubric) -> [ReportBuilder.EvidenceFile] {
    bundle.files.flatMap { entries(of: $0, in: bundle, for: rubric) }
  }

  /// Of a workbook one for each of its sheets that is a table.
  private static func entries(
    of file: BundleFile, in bundle: Bundle, for rubric: Rubric
  ) -> [ReportBuilder.EvidenceFile] {
    let tables = bundle.tables.filter { $0.path == file.path }
    if !tables.isEmpty {
      return tables.map { table in
        let declared = rubric.tables.first { !Set(table.fileNames).isDisjoint(with: $0.fileNames) }
        return entry(
          file, .table, declared?.name ?? table.name, path: table.file,
          rows: table.content.rowCount)
      }
    }
    let surveys = bundle.surveys.filter { $0.path == file.path }
    if !surveys.isEmpty {
      return surveys.map { survey in
        let declared = rubric.surveys.first {
          !Set(survey.fileNames).isDisjoint(with: $0.fileNames)
        }
        // The digest of three answers is as good as the answers.
        if let least = declared?.anonymousFrom, survey.content.rowCount < least {
          return .init(
            path: survey.file, kind: .survey, name: survey.name, digest: nil, rowCount: nil)
        }
        return entry(
          file, .survey, survey.name, path: survey.file, rows: survey.content.rowCount)
      }
    }
    return [other(file, in: bundle)]
  }

  private static func other(_ file: BundleFile, in bundle: Bundle) -> ReportBuilder.EvidenceFile {
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

  private static func entry(
    _ file: BundleFile, _ kind: Report.FileLine.Kind, _ name: String, path: String? = nil,
    rows: Int?
  ) -> ReportBuilder.EvidenceFile {
    .init(path: path ?? file.path, kind: kind, name: name, digest: file.digest, rowCount: rows)
  }
}
