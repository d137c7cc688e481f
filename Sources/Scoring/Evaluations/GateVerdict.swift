/// What becomes of a gate.
package enum GateVerdict: Sendable {
  case fires, silent
  /// It depends on evidence that is missing, or its condition came out null.
  case open
  /// The same, and the file is closed: it counts as fired.
  case closed

  package var isOpen: Bool { self == .open }
  package var doesFire: Bool { self == .fires || self == .closed }
}
