import Synchronization

/// A lock that can stand in an array.
final class Locked<Value: Sendable>: Sendable {
  let mutex: Mutex<Value>

  init(_ value: Value) {
    mutex = Mutex(value)
  }
}
