package import Diagnostics
package import Formats
package import Values

/// What was found about one subject: a folder or a zip, as written.
///
/// Nothing here is typed against a rubric: facts and cells are text with places.
package struct Bundle: Sendable {
  /// The folder or zip, as messages name it.
  package let path: String
  /// SHA-256 over the digests and paths of all files, in hexadecimal; the same for a folder and its zip.
  package let digest: String

  /// False where `bundle.yaml` is missing or cannot be read: then nothing is known of facts and documents.
  package let hasManifest: Bool
  package let subject: String?
  package let kind: String?
  package let title: Wording?
  package let isFictional: Bool
  package let region: String?
  /// Who runs the subject, as written.
  package let operation: BundleFact?
  package let period: BundlePeriod?
  package let operatorName: String?
  package let relations: [Relation]

  package let facts: [BundleFact]
  package let tables: [BundleTable]
  package let surveys: [BundleTable]
  /// Those that are there and are what the manifest says, in its order.
  package let documents: [Document]
  /// Those that are listed, and are not there or not as listed.
  package let doubtfulDocuments: [Document]
  package let judgements: [Judgement]
  package let lostMarks: [LostMark]
  package let findings: [Finding]
  /// What visits found, and what they found to have become of it.
  package let faults: [Fault]
  package let followUps: [FollowUp]
  /// What assessors advise.
  package let advice: [Advice]
  /// False where findings were written down that cannot be read.
  package let hasWholeFindings: Bool
  /// Every file that was read, ordered by path, with its digest.
  package let files: [BundleFile]

  /// The fact that has one of these names, compared after NFKC and trimming.
  package func fact(named names: [String]) -> BundleFact? {
    let wanted = Set(names.map(HeaderName.init))
    return facts.first { wanted.contains(HeaderName($0.name)) }
  }

  package func table(named name: String) -> BundleTable? {
    Self.table(named: name, in: tables)
  }

  package func survey(named name: String) -> BundleTable? {
    Self.table(named: name, in: surveys)
  }

  /// The name of the table that a file of `folder` would hold; `nil` for other files.
  package static func tableName(of file: String, in folder: String) -> String? {
    BundleReader.isTable(file, in: folder) ? stem(of: file) : nil
  }

  /// The name of a file without what follows the last dot.
  static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
  }

  /// - Returns: the table of that name or of that file name; `nil` when the file is missing.
  private static func table(named name: String, in tables: [BundleTable]) -> BundleTable? {
    let wanted = HeaderName(name)
    return tables.first { HeaderName($0.name) == wanted || HeaderName($0.fileName) == wanted }
  }
}

/// A file of a bundle; `path` is relative to its root.
package struct BundleFile: Sendable, Hashable {
  package let path: String
  package let byteCount: Int
  /// SHA-256 in hexadecimal.
  package let digest: String
}

/// First and last day, both included.
package struct BundlePeriod: Sendable, Hashable {
  package let from: CalendarDate
  package let to: CalendarDate
}

/// Somebody's tie to somebody, declared by whoever has it.
package struct Relation: Sendable, Hashable {
  /// The kind of `employed by`.
  package static let employment = "employed"

  package let who: String
  package let to: String?
  package let kind: String?
  package let until: CalendarDate?
}

/// A fact as written, to be read like a cell.
package struct BundleFact: Sendable {
  package let name: String
  package let text: String
  package let place: Place
}

/// A table file, or the answers of a survey.
package struct BundleTable: Sendable {
  /// The file's name without what follows the last dot, or that of a sheet.
  package let name: String
  /// Relative to the root of the bundle; a sheet stands behind its workbook: `tables/a.xlsx!明细`.
  package let file: String
  /// The file that holds it.
  package let path: String
  /// The files that a rubric may ask for to get it.
  package let fileNames: [String]
  package let content: CSVTable
  /// What the bundle says about its rows.
  package let rows: RowRule
  /// Whether the bundle says that declared columns may be missing from it.
  package let mayLackColumns: Bool

  package var fileName: String {
    String(file.split(separator: "/").last ?? "")
  }

  /// Two tables of which one name is the same contradict each other.
  var names: Set<HeaderName> { Set(fileNames.map { HeaderName(Bundle.stem(of: $0)) }) }

  /// What a rubric may call a table of this name.
  static func fileNames(of name: String) -> [String] {
    [".csv", ".tsv", ".xlsx", ".xlsm"].map { name + $0 }
  }
}

/// A file that proves something, as the manifest describes it.
package struct Document: Sendable {
  /// Relative to the root of the bundle.
  package let file: String
  package let kind: String
  package let dated: CalendarDate?
  package let from: CalendarDate?
  package let to: CalendarDate?
  package let pages: Int?
  /// The stage of the evaluation at which it was shown.
  package let stage: String?
  package let custodian: String?
  /// The items for which it was handed in.
  package let serves: [String]
  /// SHA-256 in hexadecimal, of the file as it is.
  package let digest: String
  package let byteCount: Int
  package let place: Place

  /// What follows the last dot of the file's name, in lower case.
  package var fileExtension: String {
    guard let name = file.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return ""
    }
    return name[name.index(after: dot)...].lowercased()
  }
}
