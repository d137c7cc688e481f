import Foundation
package import Testing

/// Compares `actual` with the file `Golden/<name>` beside the calling test.
///
/// Run `UPDATE_GOLDEN=1 swift test` to rewrite the files, then read the diff before committing.
package func expectGolden(
  _ actual: String,
  _ name: String,
  file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let golden = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(actual.utf8).write(to: golden)
  }
  let expected = try String(contentsOf: golden, encoding: .utf8)
  #expect(actual == expected, "differs from Golden/\(name)", sourceLocation: sourceLocation)
}
