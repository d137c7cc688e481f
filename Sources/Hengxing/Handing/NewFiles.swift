package import Diagnostics
package import Rubrics

/// Writes skeletons where nothing stands yet.
package enum NewFiles {
  /// Nothing is written when one of the files exists already.
  ///
  /// - Returns: the paths that were written.
  package static func write(
    _ files: [SkeletonFile],
    to folder: String,
    replacing: Bool = false,
    into diagnostics: inout Diagnostics
  ) -> [String]? {
    write(
      files.map { ($0.path, Array($0.text.utf8)) }, to: folder, replacing: replacing,
      into: &diagnostics)
  }

  /// Nothing is written when one of the files exists already, unless it is to be replaced.
  ///
  /// - Returns: the paths that were written.
  package static func write(
    _ files: [(path: String, bytes: [UInt8])],
    to folder: String,
    replacing: Bool = false,
    into diagnostics: inout Diagnostics
  ) -> [String]? {
    let paths = files.map { Files.joined(folder, $0.path) }
    let taken = replacing ? [] : paths.filter(Files.exists)
    for path in taken { diagnostics.report(.fileExists(path)) }
    guard taken.isEmpty else { return nil }
    let outputs = OutputFiles()
    do throws(OutputFiles.Failure) {
      for (file, path) in zip(files, paths) { try outputs.write(file.bytes, to: path) }
      try outputs.finish()
    } catch {
      diagnostics.report(.cannotWrite(folder, error.reason))
      return nil
    }
    return paths
  }

  /// The rubric at `path`, for skeletons that are made after one.
  package static func rubric(_ path: String, into diagnostics: inout Diagnostics) -> Rubric? {
    var library = Library()
    library.add(path, orPipe: true, into: &diagnostics)
    if library.rubrics.isEmpty, !diagnostics.hasErrors { diagnostics.report(.notARubric(path)) }
    return library.rubrics.first?.content
  }
}
