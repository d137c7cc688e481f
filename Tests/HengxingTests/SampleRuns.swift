import Diagnostics
import Foundation
import Hengxing
import TestSupport
import Testing

/// Runs of the sample rounds, which many tests look at; each is made once.
enum SampleRuns {
  private static let results = Remembered<String, RoundResult>()

  /// The result of a round in final mode; the path counts from the root of the package.
  static func result(of round: String) throws -> RoundResult {
    try results.value(for: round) { try run(round) }
  }

  /// The same, made anew.
  static func run(_ round: String) throws -> RoundResult {
    try #require(FileManager.default.changeCurrentDirectoryPath(Places.root.path))
    var diagnostics = Diagnostics()
    return try #require(Pipeline.run(round, .init(engine: "test"), into: &diagnostics))
  }
}
