import Diagnostics
import Formats
import Hengxing
import Rubrics
import Scoring

/// Cases at the edges of a rubric: a file of tests that wait to be ticked, and the sheet to tick them on.
enum NewTests {
  /// - Returns: `nil` where the rubric or the ticks cannot be read; that was reported.
  static func files(
    for rubric: Rubric, at path: String, ticks: EdgeTicks, to folder: String?,
    into diagnostics: inout Diagnostics
  ) -> (files: [SkeletonFile], cases: EdgeCases) {
    let cases = EdgeCases(rubric)
    ticks.reportIdle(cases, into: &diagnostics)
    let stem = stem(of: path)
    let seen = folder.map { Files.path(of: path, seenFrom: $0) } ?? name(of: path)
    var files = [
      SkeletonFile("\(stem).edges.tests.yaml", cases.text(testing: seen, ticks: ticks))
    ]
    // A sheet that was ticked is not written over.
    if ticks.isEmpty {
      // Spreadsheets take a file for UTF-8 only where it says so.
      var sheet = CSVWriter(byteOrderMark: true)
      sheet.row(EdgeTicks.heads(in: rubric.language))
      for row in cases.rows { sheet.row(row) }
      files.append(SkeletonFile("\(stem).edges.csv", sheet.text))
    }
    return (files, cases)
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func stem(of path: String) -> String {
    let name = name(of: path)
    for ending in [".yaml", ".yml"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
