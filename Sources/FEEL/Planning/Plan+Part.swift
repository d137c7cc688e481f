extension Plan {
  /// A plan for one step of this plan, which must not look at locals that are bound outside it.
  ///
  /// The slots of the whole plan count as used by the part.
  package func part(_ step: Step) -> Plan {
    Plan(
      step: step, shape: notes[Int(step.id)].shape, mode: mode, passages: passages,
      slotsUsed: slotsUsed, frameSize: frameSize, notes: notes)
  }
}
