import Diagnostics
import Rubrics
import Scoring
import Values

/// What is missing: who can bring it, and how many points hang on it.
extension ReportBuilder {
  var missing: [Report.MissingLine] {
    let points = Dictionary(
      evaluation.everyItem.map { ($0.item.id, $0.points) }, uniquingKeysWith: { first, _ in first })
    return evaluation.missing.map { missing in
      var line = missingLine(missing.missing, items: missing.items, in: rubric)
      line.stake = missing.items.reduce(Number.zero) { sum, id in
        guard let range = points[id] ?? nil, let width = range.high.subtracting(range.low) else {
          return sum
        }
        return sum.adding(width) ?? sum
      }
      return line
    }
  }
}

/// What is missing for one item, or for all of a rubric; of a decision the rubric is not known.
func missingLine(
  _ missing: Missing, items: [String], in rubric: Rubric? = nil
) -> Report.MissingLine {
  let party = rubric?.party(giving: missing.name)
  let responsible: Report.Responsible =
    if missing.isOfAssessors {
      .assessors
    } else if missing.cause == .alleged {
      .inquiry
    } else if missing.isOfOthers || missing.cause == .noResult || missing.cause == .resultInDoubt {
      .round
    } else {
      party == nil ? .subject : .party
    }
  return Report.MissingLine(
    name: missing.name, sentence: ReportsWording.missing(missing, in: rubric),
    place: missing.place, items: items, responsible: responsible,
    party: responsible == .party ? party : nil)
}

extension Rubric {
  /// The role of the party from which a fact, a table, or a column of a table comes.
  fileprivate func party(giving name: String) -> String? {
    func role(_ origin: Origin) -> String? {
      if case .party(let role) = origin { role } else { nil }
    }
    if let fact = facts.first(where: { $0.name == name }) { return role(fact.origin) }
    let table = name.split(separator: ".", maxSplits: 1).first.map(String.init) ?? name
    return tables.first { $0.name == name || $0.name == table }.flatMap { role($0.origin) }
  }
}
