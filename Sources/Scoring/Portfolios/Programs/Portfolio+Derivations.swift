import Dispatch
import Platform
import Rubrics
import Synchronization
import Values

extension Portfolio {
  /// How many subjects are derived before their lines are handed on: so memory does not grow with their number.
  private static let derivedAtOnce = 2048

  /// Hands the lines that `tell` makes of every subject to `write`, in their order; `nil` stands for one that is rejected.
  ///
  /// Derivations go down to the aggregates: rows are told by scoring one subject again from its files.
  package func derive<Failure: Error>(
    _ options: Options, tell: @Sendable (_ subject: String, Evaluation?) -> String,
    write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let scorer = SubjectScorer(self, mode: options.mode)
    let cohorts = scorer.cohorts()
    let cores = Processors.count
    for start in stride(from: 0, to: subjects.count, by: Self.derivedAtOnce) {
      let range = start..<min(start + Self.derivedAtOnce, subjects.count)
      let size = (range.count + cores - 1) / cores
      let texts = Mutex([String](repeating: "", count: cores))
      DispatchQueue.concurrentPerform(iterations: cores) { core in
        let own = range.dropFirst(core * size).prefix(size)
        guard !own.isEmpty else { return }
        var text = ""
        for index in own {
          text += tell(subjects[index].id, scorer.derivation(of: index, in: cohorts))
        }
        texts.withLock { $0[core] = text }
      }
      try write(texts.withLock { $0.joined() })
    }
  }
}

extension SubjectScorer {
  /// The same as `evaluation`, with everything that led to it.
  fileprivate func derivation(of index: Int, in cohorts: Cohorts?) -> Evaluation? {
    if portfolio.subjects[index].isRejected { return nil }
    return scorer.score(
      evidence(of: index).withInputs(of: rubric), mode: mode, in: cohorts?.view(of: index))
  }
}

extension Evidence {
  /// The facts beside their declarations, for whoever tells them.
  fileprivate func withInputs(of rubric: Rubric) -> Evidence {
    let inputs = rubric.facts.indices.compactMap { fact -> InputResult? in
      guard let slot = rubric.index(of: .fact(fact)), slots.indices.contains(slot) else {
        return nil
      }
      return InputResult(
        declaration: rubric.facts[fact], value: slots[slot], place: nil, notes: [],
        provenance: nil)
    }
    return Evidence(
      subject: subject, period: period, asOf: asOf, slots: slots, inputs: inputs,
      documents: documents, marks: marks, lostMarks: lostMarks,
      impartiality: impartiality, findings: findings,
      hasWholeFindings: hasWholeFindings, confirmedFindings: confirmedFindings,
      allegedFindings: allegedFindings, leftOut: leftOut, diagnostics: diagnostics)
  }
}
