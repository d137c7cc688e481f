package import Foundation

/// Folders that tests read.
package enum Places {
  /// The root of the package.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of outside material (`HENGXING_SHARED`, else `../shared`); `nil` where it is absent.
  package static var shared: URL? {
    let named = ProcessInfo.processInfo.environment["HENGXING_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  /// Every file below `folder` with the given extension, sorted by path.
  package static func files(in folder: URL, extension wanted: String) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == wanted }
      .sorted { $0.path < $1.path }
  }
}
