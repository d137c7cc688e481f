package import Values

/// What a rubric asks for, in points and papers: the numbers behind its lints.
package struct RubricProfile: Sendable {
  /// All points of the sections' items.
  package let points: Number
  package let byMeasure: [(measure: Measure, points: Number)]
  /// Points of items that do not say what they measure.
  package let unmeasured: Number
  /// Points that rest on papers and yes-or-no entries alone.
  package let onPaper: Number
  /// Inputs, outputs, and whatever else rests on paper only.
  package let countsAndPapers: Number
  package let outcomesAndVoices: Number
  /// Kinds of documents that items ask for.
  package let documentsAsked: Int
  /// How often items ask for a document.
  package let requests: Int
  /// Kinds of documents that more than one item asks for: to be handed in once.
  package let askedAgain: Int
}

extension Rubric {
  package var profile: RubricProfile {
    let weights = itemWeights
    func sum(_ counts: (Item) -> Bool) -> Number {
      Self.sum(weights.filter { counts($0.item) }.map(\.points))
    }
    let asked = everyItem.flatMap { item in
      Set(
        item.evidence.map(\.document)
          + slots(behind: item.inputs).compactMap {
            if case .document(let number) = slots[$0] { number } else { nil }
          })
    }
    let counts = Dictionary(asked.map { ($0, 1) }, uniquingKeysWith: +)
    return RubricProfile(
      points: sum { _ in true },
      byMeasure: Measure.allCases.map { measure in (measure, sum { $0.measures == measure }) },
      unmeasured: sum { $0.measures == nil },
      onPaper: sum { restsOnPaper($0) },
      countsAndPapers: sum {
        $0.measures == .input || $0.measures == .output
          || ($0.measures == .process && restsOnPaper($0))
      },
      outcomesAndVoices: sum { $0.measures == .outcome || $0.measures == .voice },
      documentsAsked: counts.count, requests: asked.count,
      askedAgain: counts.values.count { $0 > 1 })
  }

  /// Nobody counts, measures, judges or is asked: a paper, or a tick with a paper behind it, is all there is.
  package func restsOnPaper(_ item: Item) -> Bool {
    guard item.plan.isComputed else { return false }
    let roots = slots(behind: item.inputs)
    let hasPaper =
      !item.evidence.isEmpty
      || roots.contains { if case .document = slots[$0] { true } else { false } }
    return hasPaper
      && roots.allSatisfy { slot in
        switch slots[slot] {
        case .document, .figure, .periodStart, .periodEnd, .asOf, .items, .sections, .total,
          .judgements, .faults, .stage, .visit, .tested, .cohort:
          true
        case .fact(let number):
          switch facts[number].shape.withoutOptional {
          case .boolean, .string, .date: facts[number].origin == .bundle
          default: false
          }
        case .table, .survey, .surveyColumn: false
        }
      }
  }
}
