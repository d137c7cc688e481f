import Foundation

/// What several tests need and is slow to make, made once in a run.
package final class Remembered<Key: Hashable & Sendable, Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Key: Value] = [:]

  package init() {}

  /// Two tests at once may both make it; the first one is kept.
  package func value(for key: Key, make: () throws -> Value) rethrows -> Value {
    if let known = lock.withLock({ values[key] }) { return known }
    let made = try make()
    return lock.withLock {
      if let first = values[key] { return first }
      values[key] = made
      return made
    }
  }
}
