package import Diagnostics
import Foundation
package import Rubrics

/// Writes skeletons where nothing stands yet.
package enum NewFiles {
  /// Nothing is written when one of the files exists already.
  ///
  /// - Returns: the paths that were written.
  package static func write(
    _ files: [SkeletonFile],
    to folder: String,
    into diagnostics: inout Diagnostics
  ) -> [String]? {
    let paths = files.map { Files.joined(folder, $0.path) }
    let taken = paths.filter(Files.exists)
    for path in taken { diagnostics.report(.fileExists(path)) }
    guard taken.isEmpty else { return nil }
    do {
      for (file, path) in zip(files, paths) {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(file.text.utf8).write(to: url, options: .atomic)
      }
    } catch {
      diagnostics.report(.cannotWrite(folder, error.localizedDescription))
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
