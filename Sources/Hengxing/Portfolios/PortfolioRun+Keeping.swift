package import Diagnostics
import Formats
import Platform
package import Reports
import Rubrics
package import Scoring

extension PortfolioRun {
  /// Scores a portfolio from what an earlier run kept of it.
  static func rescore(
    _ path: String, under rubric: Rubric, _ request: Request,
    into diagnostics: inout Diagnostics
  ) -> Result? {
    guard let file = KeptFile(path, into: &diagnostics) else { return nil }
    if file.header.subject ?? rubric.subjectIdentity != rubric.subjectIdentity {
      diagnostics.report(.recordsNeeded(rubric.subject.keyColumn ?? file.header.key, path))
      return nil
    }
    guard
      let leftOut = HandedOver(rubric, kept: file.portfolio).leftOut(
        without: request.without, besides: file.header.leftOut ?? [], into: &diagnostics),
      let portfolio = Portfolio(
        file.portfolio, under: rubric, without: leftOut, from: path, into: &diagnostics)
    else { return nil }
    for source in file.header.files {
      guard let now = FileTime(of: SheetPath.file(of: source.path)) else { continue }
      if now.bytes != source.bytes || now.modified != source.modified {
        diagnostics.report(.changedSinceKept(source.path))
      }
    }
    return Result(
      rubric: rubric, portfolio: portfolio,
      files: file.header.files.map { ($0.name, $0.path) }, key: file.header.key,
      outcome: portfolio.score(request.options))
  }

  /// The bytes of a file from which a changed threshold can be scored.
  package static func kept(_ result: Result, engine: String) -> [UInt8] {
    let files = result.files.map { name, path in
      let now = FileTime(of: SheetPath.file(of: path))
      return KeptFile.Header.File(
        name: name, path: path, bytes: now?.bytes ?? 0, modified: now?.modified ?? 0)
    }
    let header = KeptFile.Header(
      engine: engine, rubric: result.rubric.id, edition: result.rubric.edition,
      rubricDigest: result.rubric.digest, key: result.key, files: files,
      leftOut: result.portfolio.leftOut.map { $0.text(in: result.rubric) }.sorted(),
      subject: result.rubric.subjectIdentity)
    return KeptFile(header: header, portfolio: result.portfolio.kept).bytes
  }

  /// How a rubric's portfolios are scored.
  ///
  /// - Returns: `nil` where the rubric cannot be read, which was reported.
  package static func plan(
    _ path: String, mode: ScoringMode, into diagnostics: inout Diagnostics
  ) -> PlanFace? {
    NewFiles.rubric(path, into: &diagnostics).map { PlanFace(PortfolioOutline($0, mode: mode)) }
  }

  /// Of all files that say how large they are.
  static func size(of paths: [String]) -> Int {
    paths.reduce(0) { $0 + (FileTime(of: SheetPath.file(of: $1))?.bytes ?? 0) }
  }
}

/// Size and time of a file: whether it is still the one that was read, as far as that is told without reading it.
private struct FileTime {
  let bytes: Int
  /// Nanoseconds since 1970.
  let modified: Int

  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    bytes = Int(status.st_size)
    #if os(Linux)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    modified = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
