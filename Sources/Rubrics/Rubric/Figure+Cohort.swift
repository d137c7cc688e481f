extension Figure {
  /// Those of `figures` that look at the cohort, themselves or through earlier ones, by slot.
  static func lookingAtCohort(_ figures: [Figure], _ slots: [Slot]) -> Set<Int> {
    var found: Set<Int> = []
    for figure in figures {
      let looks = figure.slotsUsed.contains { slot in
        if found.contains(slot) { return true }
        guard slots.indices.contains(slot), case .cohort = slots[slot] else { return false }
        return true
      }
      if looks { found.insert(figure.slot) }
    }
    return found
  }
}
