/// What a standard can mean: one scoring form, the inputs that it asks for, and what it leaves open.
struct ReadForm {
  /// The pattern by which it was read.
  let pattern: String
  /// Lines of the rubric below `score:`.
  var score: [String]
  var facts: [FactDraft] = []
  var questions: [Question] = []
}
