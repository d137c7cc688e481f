package import Diagnostics
import Values

/// A mark, and why it does not count.
package struct WeighedMark: Sendable {
  package let mark: AssessorMark
  /// `nil` where it counts.
  package let setAside: SetAside?

  package var counts: Bool { setAside == nil }

  var use: JudgementUse { mark.use(setAside: setAside?.wording) }
}

/// Why a mark is kept and does not count; the first reason that holds.
package enum SetAside: Sendable {
  /// Nobody of this role judges here, or not in this mode.
  case otherRole(String)
  /// The column is kept beside the others.
  case keptOnly(String)
  /// Off the scale, off the step, no band, outside its band.
  case fault(Wording)
  case superseded
  /// The same assessor gave two different marks, and nothing says which is meant.
  case contradictory
  /// The same mark stands in two files.
  case repeated
  case recused(Tie, years: Int)
  /// Whether the tie is old enough cannot be told without a date.
  case recusalUndated(Tie)
  case noReason
  case noStandIns
  case standInForPresent(String)
  /// Several stand in for one, or more than the panel takes.
  case tooManyStandIns
  /// The marks lie near enough to each other.
  case notCalled
  /// The third reader has marked already.
  case readerIsMember

  package var isRecusal: Bool {
    switch self {
    case .recused, .recusalUndated: true
    default: false
    }
  }
}
