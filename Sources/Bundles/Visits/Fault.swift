package import Diagnostics
package import Values

/// Something that a visit found not to be as it should be, and that can be put right.
package struct Fault: Sendable {
  package let id: String
  /// The item that it bears on.
  package let item: String?
  /// What is wrong, in a sentence.
  package let says: Wording
  /// Until when it should be put right.
  package let due: CalendarDate?
  package let by: String
  package let stage: String?
  package let date: CalendarDate?
  /// The paper in which it stands, relative to the root of the bundle.
  package let file: String
  package let place: Place
}

/// What a later visit found to have become of a fault.
package struct FollowUp: Sendable {
  package enum State: String, Sendable, CaseIterable {
    case done, partly
    case notDone = "not done"

    /// Words that people write for it, in either language.
    package static let spellings: [String: State] = [
      "done": .done, "已整改": .done, "已完成": .done,
      "partly": .partly, "部分整改": .partly, "部分完成": .partly,
      "not done": .notDone, "未整改": .notDone, "未完成": .notDone,
    ]
  }

  /// The id of the fault.
  package let fault: String
  package let state: State
  package let says: Wording?
  package let by: String
  package let date: CalendarDate?
  package let place: Place
}
