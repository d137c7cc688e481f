import Synchronization

/// How many bytes the passes over tables may take, and what asked for more.
///
/// An estimate: what grows with values and rows is counted, what a process takes anyway is not.
final class MemoryBudget: Sendable {
  /// Where nobody says how many: no file of records that is what it seems needs more.
  static let usual = 1 << 30

  static let usualTexts = 1 << 16

  /// `nil`: as many as there are.
  let limit: Int?
  /// Of a column of more different texts the further ones are forgotten, and read again where they come again.
  let texts: Int
  private let excess = Mutex<String?>(nil)

  init(_ limit: Int?, texts: Int = usualTexts) {
    (self.limit, self.texts) = (limit, texts)
  }

  /// The expression that needs more than there may be.
  var culprit: String? { excess.withLock { $0 } }

  /// Looks at what is taken, by the expression that takes it.
  func check(_ taken: [(what: String, bytes: Int)]) {
    guard let limit, taken.reduce(0, { $0 + $1.bytes }) > limit,
      let most = taken.max(by: { $0.bytes < $1.bytes })
    else { return }
    excess.withLock { $0 = $0 ?? most.what }
  }
}
