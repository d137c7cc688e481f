import Platform

/// Texts for C functions that are good until this goes away.
final class CStrings {
  private var kept: [UnsafeMutablePointer<CChar>] = []

  func callAsFunction(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    kept.append(copy)
    return copy
  }

  deinit {
    for copy in kept { free(copy) }
  }
}
