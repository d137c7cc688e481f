import Diagnostics
import Rubrics
import Values

/// Forms that look at the results of others.
extension SheetBuilder {
  func scaleWords(_ scale: PointScale, worth points: Number) -> Wording {
    switch scale {
    case .steps(let lines, let otherwise):
      SheetWording.surveySteps(lines.map { (threshold($0), $0.points) }, otherwise: otherwise)
    case .linear(let zero, let full): SheetWording.surveyLinear(zero, full, worth: points)
    }
  }

  func sentences(of rule: ChildrenRule, worth points: Number) -> [Wording] {
    var lines: [Wording]
    switch rule.take {
    case .all(let bar): lines = SheetWording.childrenAll(rule.rubric, bar, worth: points)
    case .share(let bar, let scale):
      lines = SheetWording.childrenShare(
        rule.rubric, bar, rule.weight?.fact, scaleWords(scale, worth: points))
    case .worstScore(let scale):
      lines = SheetWording.childrenWorst(rule.rubric, scaleWords(scale, worth: points))
    case .worstGrade(let grades):
      lines = SheetWording.childrenWorstGrade(
        rule.rubric, grades.map { ($0.grade, $0.points) })
    case .mean(let scale):
      lines = SheetWording.childrenMean(
        rule.rubric, rule.weight?.fact, scaleWords(scale, worth: points))
    }
    lines.append(SheetWording.noChildren(rule.ifNone))
    return lines
  }
}
