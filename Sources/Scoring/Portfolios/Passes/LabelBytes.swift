import Formats

/// What single bytes tell of a cell, in plain memory: so no cell costs a call into another module.
final class LabelBytes: @unchecked Sendable {
  static let shared = LabelBytes()

  /// By byte: whether a total label can end in it.
  let isEnding: UnsafePointer<Bool>
  /// By byte: whether a text that begins with it says something whatever follows.
  let isPlainStart: UnsafePointer<Bool>

  private init() {
    (isEnding, isPlainStart) = (Self.kept(RowLabels.labelEndings), Self.kept(RowLabels.plainStarts))
  }

  /// Kept as long as the process runs.
  private static func kept(_ flags: [Bool]) -> UnsafePointer<Bool> {
    let kept = UnsafeMutablePointer<Bool>.allocate(capacity: 256)
    for byte in 0..<256 { (kept + byte).initialize(to: flags[byte]) }
    return UnsafePointer(kept)
  }
}
