package import Analyses
import Diagnostics
import Rubrics
import Values

extension AgreementFace {
  package init(_ agreement: Agreement) {
    func short(_ number: Number) -> Number { number.rounded(toScale: 3, .halfEven) ?? number }
    func line(_ coefficient: Agreement.Coefficient) -> Coefficient {
      let reason: Wording? =
        if case .none(let reason) = coefficient.alpha { AgreementWording.reason(reason) } else {
          nil
        }
      return Coefficient(
        metric: coefficient.metric.rawValue, alpha: coefficient.alpha.value.map(short),
        low: coefficient.low.map(short), high: coefficient.high.map(short), reason: reason)
    }
    self.init(
      rubric: agreement.rubric.id, edition: agreement.rubric.edition,
      title: agreement.rubric.title, seed: "\(agreement.options.seed)",
      resamples: agreement.options.resamples, subjects: agreement.subjects,
      marks: agreement.marks, sharedUnits: agreement.sharedUnits,
      total: agreement.total.map(line),
      items: agreement.items.map { item in
        let alpha = item.coefficient(.interval)?.alpha.value
        return ItemLine(
          id: item.item.id, title: item.item.title, sharedUnits: item.sharedUnits,
          assessors: item.assessors, coefficients: item.coefficients.map(line),
          meanSpread: item.meanSpread.map(short),
          isLow: alpha.map { $0 < Agreement.leastTentative } ?? false)
      },
      assessors: agreement.assessors.map {
        AssessorLine(
          name: $0.assessor, marks: $0.marks, sharedUnits: $0.sharedUnits,
          deviation: $0.deviation.map(short))
      },
      pairs: agreement.pairs.map {
        PairLine(
          first: $0.first, second: $0.second, sharedUnits: $0.sharedUnits, mean: short($0.mean),
          greatest: short($0.greatest))
      },
      discussed: agreement.discussed.map { unit in
        DiscussedLine(
          subject: unit.subject, subjectTitle: unit.title, stage: unit.stage, item: unit.item.id,
          itemTitle: unit.item.title, spread: short(unit.spread), limit: unit.limit,
          contribution: short(unit.contribution), isOverLimit: unit.isOverLimit,
          marks: unit.marks.map { Mark(assessor: $0.assessor, mark: $0.mark) })
      })
  }
}
