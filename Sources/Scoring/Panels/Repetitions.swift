import Values

/// What several marks of one assessor in one role do to each other: the latest counts; without different dates, none.
///
/// Made once for all marks of an item, so that many papers of one assessor take no longer than many assessors.
struct Repetitions {
  private var groups: [PanelSeat: Group] = [:]

  /// Of marks in the order of reading; those with a fault of their own are nobody's repetition.
  init(_ marks: [AssessorMark], where hasFault: (AssessorMark) -> Bool) {
    for (index, mark) in marks.enumerated() where !hasFault(mark) {
      groups[PanelSeat(mark.role, mark.by), default: Group()].add(mark, index)
    }
    for seat in groups.keys { groups[seat]?.order() }
  }

  /// What the others do to the mark at `index`; `nil` where it stands.
  func fault(of mark: AssessorMark, at index: Int) -> SetAside? {
    guard let group = groups[PanelSeat(mark.role, mark.by)] else { return nil }
    let alike = group.alike(mark)
    let contradicting = alike.compactMap { $0.first(unlike: mark) }.min()
    // What was read first decides.
    if let later = group.first(after: mark.date), later < contradicting ?? .max {
      return .superseded
    }
    if contradicting != nil { return .contradictory }
    // Said twice alike: one of the two counts.
    return alike.contains { $0.contains(before: index) } ? .repeated : nil
  }

  /// The marks of one assessor in one role.
  private struct Group {
    private var all = Bucket()
    private var undated = Bucket()
    private var dated: [String: Bucket] = [:]
    /// By rising date: the first index with that date or a later one.
    private var later: [(date: String, first: Int)] = []

    mutating func add(_ mark: AssessorMark, _ index: Int) {
      all.add(mark, index)
      if let date = mark.date {
        dated[date, default: Bucket()].add(mark, index)
      } else {
        undated.add(mark, index)
      }
    }

    mutating func order() {
      var first = Int.max
      later = dated.sorted { $0.key > $1.key }.map { date, bucket in
        first = min(first, bucket.first ?? .max)
        return (date, first)
      }.reversed()
    }

    /// The marks that are held against this one: of its date, or without one.
    func alike(_ mark: AssessorMark) -> [Bucket] {
      guard let date = mark.date else { return [all] }
      return [dated[date], undated].compactMap(\.self)
    }

    func first(after date: String?) -> Int? {
      guard let date else { return nil }
      var (low, high) = (0, later.count)
      while low < high {
        let middle = (low + high) / 2
        if later[middle].date > date { high = middle } else { low = middle + 1 }
      }
      return low < later.count ? later[low].first : nil
    }
  }

  /// Marks in the order of reading: the first one, and the first that says something else.
  private struct Bucket {
    private(set) var first: Int?
    private var value = Number.zero
    private var band: String?
    private var firstOther: Int?

    mutating func add(_ mark: AssessorMark, _ index: Int) {
      guard first != nil else {
        (first, value, band) = (index, mark.value, mark.band)
        return
      }
      if firstOther == nil, !saysTheSame(mark) { firstOther = index }
    }

    private func saysTheSame(_ mark: AssessorMark) -> Bool {
      value == mark.value && band == mark.band
    }

    func first(unlike mark: AssessorMark) -> Int? { saysTheSame(mark) ? firstOther : first }

    func contains(before index: Int) -> Bool { first.map { $0 < index } ?? false }
  }
}

/// Who judges in which role.
struct PanelSeat: Hashable {
  let role: String
  let by: String

  init(_ role: String, _ by: String) {
    self.role = role
    self.by = by
  }
}
