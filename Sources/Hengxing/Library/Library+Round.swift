import Decisions
import Diagnostics
import Formats
import Rubrics

extension Library {
  /// All rubrics and policies that a round names.
  init(of round: Round, into diagnostics: inout Diagnostics) {
    self.init()
    for scalar in round.rubricPaths + round.policyPaths {
      let path = Files.path(scalar.text, besides: round.path)
      guard Files.exists(path) else {
        diagnostics.report(.pathNotFound(scalar.text, at: scalar.place))
        continue
      }
      for file in Files.yamlFiles(at: path, into: &diagnostics) { add(file, into: &diagnostics) }
    }
    for scalar in round.subjects.flatMap(\.rubrics)
    where scalar.text.hasSuffix(".yaml") || scalar.text.hasSuffix(".yml") {
      let path = Files.path(scalar.text, besides: round.path)
      if Files.exists(path) { add(path, into: &diagnostics) }
    }
    for rubric in rubrics.compactMap(\.content) {
      let policies = policies(for: rubric)
      if policies.count > 1 {
        diagnostics.report(.severalPolicies(rubric.id, policies.map(\.id), round.path))
      }
    }
  }

  /// The checked rubric that a subject of a round names.
  ///
  /// - Returns: `nil` where there is none, or none without errors; that was reported.
  func rubric(
    for name: Scalar, besides round: String, into diagnostics: inout Diagnostics
  ) -> Rubric? {
    let path = Files.path(name.text, besides: round)
    let found = rubrics(called: name.text) + rubrics.filter { $0.path == path && path != name.text }
    guard let first = found.first else {
      diagnostics.report(.rubricNotFound(name.text, at: name.place, among: rubricNames))
      return nil
    }
    if found.count > 1 {
      diagnostics.report(
        .severalEditions(name.text, at: name.place, editions: found.map(\.edition))
      )
      return nil
    }
    if first.content == nil { diagnostics.report(.rubricRejected(first.id, at: name.place)) }
    return first.content
  }
}
