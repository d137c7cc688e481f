extension Plan {
  /// A plan for one step of this plan, which must not look at locals that are bound outside it.
  ///
  /// The slots of the whole plan count as used by the part.
  package func part(_ step: Step) -> Plan {
    Plan(
      step: step, shape: notes[Int(step.id)].shape, mode: mode, passages: passages,
      slotsUsed: slotsUsed, frameSize: frameSize, notes: notes)
  }

  /// A plan for what `body` comes to for each member of the list in slot `list`, bound as a filter of this plan binds it.
  package func each(_ body: Step, of list: Int, bound binding: Binding) -> Plan {
    let source = Step(body.id, .input(list))
    let iteration = Iteration(binding: binding, domain: .list(source))
    return part(
      Step(body.id, .for(ForStep(iterations: [iteration], partial: nil, body: body))))
  }
}
