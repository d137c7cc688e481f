import Diagnostics
import FEEL
import Rubrics
import Values

/// A side of a line inside a condition, with evidence for it where some was found.
struct ConditionEdge {
  let words: Wording
  let material: EdgeMaterial?
}
