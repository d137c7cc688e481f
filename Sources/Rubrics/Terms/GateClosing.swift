/// What a gate that nobody has decided does when the file is closed.
package enum GateClosing: Sendable {
  /// It counts as fired; a bar as one that keeps the subject out.
  case fires
  /// It leaves the result open.
  case open

  /// As written; `nil` where the key is not there.
  init?(_ word: String?) {
    switch word {
    case "fires", "not evaluated": self = .fires
    case "open": self = .open
    default: return nil
    }
  }
}
