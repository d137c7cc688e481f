import Platform
import Synchronization

/// What was begun beside its place and is not finished: to be removed where a run is interrupted.
package final class Unfinished: Sendable {
  private let paths = Mutex<Set<String>>([])

  package init() {}

  func add(_ path: String) {
    paths.withLock { _ = $0.insert(path) }
  }

  func remove(_ path: String) {
    paths.withLock { _ = $0.remove(path) }
  }

  /// Leaves nothing behind; whoever calls it ends the process.
  package func removeAll() {
    paths.withLock { paths in
      for path in paths { Folders.remove(path) }
      paths.removeAll()
    }
  }
}
