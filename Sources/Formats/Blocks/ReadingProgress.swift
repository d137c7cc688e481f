import Synchronization

/// How far the reading of files has come, for whoever wants to show it; read from any thread.
package final class ReadingProgress: Sendable {
  private let rowCounter = Atomic<Int>(0)
  private let byteCounter = Atomic<Int>(0)
  private let expected = Atomic<Int>(0)

  package init() {}

  package var rows: Int { rowCounter.load(ordering: .relaxed) }
  /// Of the file that is being read.
  package var bytes: Int { byteCounter.load(ordering: .relaxed) }
  /// How many bytes that file has; 0 where nobody knows.
  package var totalBytes: Int { expected.load(ordering: .relaxed) }

  package func begin(totalBytes: Int?) {
    byteCounter.store(0, ordering: .relaxed)
    expected.store(totalBytes ?? 0, ordering: .relaxed)
  }

  func advance(rows: Int, bytes: Int) {
    rowCounter.wrappingAdd(rows, ordering: .relaxed)
    byteCounter.store(bytes, ordering: .relaxed)
  }
}
