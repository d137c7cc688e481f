import Bundles
package import Diagnostics
package import Values

/// Something that a visit found, and what later ones found to have become of it.
package struct FaultRecord: Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// Nobody has looked again.
    case unchecked
    case done, partly
    case notDone = "not done"
  }

  package struct FollowUp: Sendable {
    package let state: State
    package let says: Wording?
    package let by: String
    package let date: CalendarDate?

    package init(state: State, says: Wording?, by: String, date: CalendarDate?) {
      (self.state, self.says, self.by, self.date) = (state, says, by, date)
    }
  }

  package let id: String
  package let item: String?
  package let says: Wording
  package let due: CalendarDate?
  package let by: String
  package let stage: String?
  package let date: CalendarDate?
  /// The paper in which it stands.
  package let paper: String
  package let place: Place
  /// Those that count, by their day.
  package let followUps: [FollowUp]

  package init(
    id: String, item: String?, says: Wording, due: CalendarDate?, by: String, stage: String?,
    date: CalendarDate?, paper: String, place: Place, followUps: [FollowUp]
  ) {
    self.id = id
    self.item = item
    self.says = says
    self.due = due
    self.by = by
    self.stage = stage
    self.date = date
    self.paper = paper
    self.place = place
    self.followUps = followUps.filter { later in
      later.date.map { day in date.map { $0 <= day } ?? true } ?? true
    }.sorted { left, right in
      // Those without a day first: they may be of any.
      switch (left.date, right.date) {
      case (let one?, let other?): one < other
      case (nil, _?): true
      case (_, nil): false
      }
    }
  }

  /// What the last of them says; `nil` where two of one day say different things, or one has no day.
  package var state: State? {
    guard let last = followUps.last else { return .unchecked }
    let deciding = followUps.filter { $0.date == nil || $0.date == last.date }
    return deciding.allSatisfy { $0.state == last.state } ? last.state : nil
  }

  package var checked: CalendarDate? { followUps.last?.date }
}

/// What an assessor advises, and to whom.
package struct AdviceRecord: Sendable {
  /// A role or the id of a subject; `nil`: the subject itself.
  package let to: String?
  package let item: String?
  package let says: Wording
  package let by: String
  package let date: CalendarDate?
}

extension AdviceRecord {
  init(_ advice: Advice) {
    self.init(
      to: advice.to, item: advice.item, says: advice.says, by: advice.by, date: advice.date)
  }
}

extension FaultRecord {
  init(_ fault: Fault, _ followUps: [Bundles.FollowUp]) {
    self.init(
      id: fault.id, item: fault.item, says: fault.says, due: fault.due, by: fault.by,
      stage: fault.stage, date: fault.date, paper: fault.file, place: fault.place,
      followUps: followUps.map {
        FollowUp(
          state: State(rawValue: $0.state.rawValue) ?? .unchecked, says: $0.says, by: $0.by,
          date: $0.date)
      })
  }
}
