import Formats

/// What single bytes tell of a cell, in plain memory: so no cell costs a call into another module.
final class LabelBytes: @unchecked Sendable {
  static let shared = LabelBytes()

  /// By byte: whether a total label can end in it.
  private let endings: UnsafePointer<UInt8>
  /// By byte: which labels can begin with it.
  private let starts: UnsafePointer<UInt8>
  /// By byte: whether a text that begins with it says something whatever follows.
  let isPlainStart: UnsafePointer<Bool>
  private let partStart = RowLabels.partStart
  private let countedStart = RowLabels.countedStart
  private let countedSecond = RowLabels.countedSecond

  private init() {
    endings = Self.kept(RowLabels.labelEndings.map { $0 ? 1 : 0 })
    starts = Self.kept(RowLabels.labelStarts)
    isPlainStart = Self.kept(RowLabels.plainStarts)
  }

  /// Whether a cell may be the label of a total, as its first two bytes and its last say.
  @inline(__always) func mayBeLabel(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count > 0 else { return false }
    let (first, last) = (Int(cell[0]), cell[count - 1])
    let (start, ending) = (starts[first], endings[Int(last)])
    // Most cells neither begin nor end as a label does.
    if start | ending == 0 { return false }
    if ending | start & partStart != 0 { return true }
    guard last &- 0x30 < 10, start & countedStart != 0, count > 1 else { return false }
    // `C0198492` is a key: a word has a second letter.
    return first >= 0x80 || starts[Int(cell[1])] & countedSecond != 0
  }

  /// Kept as long as the process runs.
  private static func kept<Flag>(_ flags: [Flag]) -> UnsafePointer<Flag> {
    let kept = UnsafeMutablePointer<Flag>.allocate(capacity: flags.count)
    for (index, flag) in flags.enumerated() { (kept + index).initialize(to: flag) }
    return UnsafePointer(kept)
  }
}
