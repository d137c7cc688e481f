import Foundation
import Synchronization
package import Testing

/// Writes down how long each test of a suite ran, where `HENGXING_TIMES` names a file: `Scripts/test` prints the slowest.
///
/// What the runner itself prints begins when a test is queued, so that all of them seem to take as long as the last one.
package struct Timed: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  nonisolated(unsafe) private static let file: UnsafeMutablePointer<FILE>? =
    ProcessInfo.processInfo.environment["HENGXING_TIMES"].flatMap { fopen($0, "a") }
  private static let lock = Mutex(())

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let start = ContinuousClock.now
    defer { Self.note(test, ContinuousClock.now - start) }
    try await function()
  }

  private static func note(_ test: Test, _ time: Duration) {
    guard file != nil else { return }
    let (seconds, attoseconds) = time.components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    let place = test.sourceLocation.fileID.replacing(".swift", with: "")
    lock.withLock { _ in
      guard let file else { return }
      fputs("\(milliseconds) \(place) \(test.name.replacing(" ", with: ""))\n", file)
      fflush(file)
    }
  }
}

extension Trait where Self == Timed {
  /// Every suite has it, so that the slow ones are known.
  package static var timed: Timed { Timed() }
}
