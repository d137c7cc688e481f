import Synchronization

/// How far the reading of files has come, for whoever wants to show it; read from any thread.
package final class ReadingProgress: Sendable {
  private let rowCounter = Atomic<Int>(0)
  private let byteCounter = Atomic<Int>(0)
  private let expected = Atomic<Int>(0)
  private let earlierBytes = Atomic<Int>(0)
  private let announcedBytes = Atomic<Int>(0)
  private let subjectCounter = Atomic<Int>(0)

  package init() {}

  package var rows: Int { rowCounter.load(ordering: .relaxed) }
  /// Of the file that is being read.
  package var bytes: Int { byteCounter.load(ordering: .relaxed) }
  /// How many bytes that file has; 0 where nobody knows.
  package var totalBytes: Int { expected.load(ordering: .relaxed) }

  /// Of all files so far.
  package var doneBytes: Int { earlierBytes.load(ordering: .relaxed) + bytes }
  /// Of all files that were announced; 0 where nobody knows.
  package var allBytes: Int { announcedBytes.load(ordering: .relaxed) }
  package var subjects: Int { subjectCounter.load(ordering: .relaxed) }

  /// How many bytes all files have together.
  package func announce(bytes: Int) { announcedBytes.store(bytes, ordering: .relaxed) }

  package func announce(subjects: Int) { subjectCounter.store(subjects, ordering: .relaxed) }

  package func begin(totalBytes: Int?) {
    earlierBytes.wrappingAdd(expected.load(ordering: .relaxed), ordering: .relaxed)
    byteCounter.store(0, ordering: .relaxed)
    expected.store(totalBytes ?? 0, ordering: .relaxed)
  }

  func advance(rows: Int, bytes: Int) {
    rowCounter.wrappingAdd(rows, ordering: .relaxed)
    byteCounter.store(bytes, ordering: .relaxed)
  }
}
