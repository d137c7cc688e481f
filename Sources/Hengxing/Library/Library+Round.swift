import Decisions
import Diagnostics
import Formats
import Rubrics

extension Library {
  /// All rubrics and policies that a round names; what is wrong with those that it does not use is not told.
  init(of round: Round, into diagnostics: inout Diagnostics) {
    self.init()
    var read = Read()
    for scalar in round.rubricPaths + round.policyPaths {
      let path = Files.path(scalar.text, besides: round.path)
      guard Files.exists(path) else {
        diagnostics.report(.pathNotFound(scalar.text, at: scalar.place))
        continue
      }
      for file in Files.yamlFiles(at: path, into: &diagnostics) {
        add(file, noting: &read, into: &diagnostics)
      }
    }
    for scalar in round.subjects.flatMap(\.rubrics)
    where scalar.text.hasSuffix(".yaml") || scalar.text.hasSuffix(".yml") {
      let path = Files.path(scalar.text, besides: round.path)
      if Files.exists(path) { add(path, noting: &read, into: &diagnostics) }
    }
    let used = round.subjects.flatMap(\.rubrics).reduce(into: Set<Int>()) { used, name in
      used.formUnion(places(of: name, besides: round.path))
    }
    for (number, found) in read.rubrics where used.contains(number) { diagnostics.append(found) }
    let ids = Set(used.map { rubrics[$0].id })
    for (number, found) in read.policies
    where policies[number].content?.appliesTo.contains(where: ids.contains) != false {
      diagnostics.append(found)
    }
    for rubric in used.sorted().compactMap({ rubrics[$0].content }) {
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
    let found = places(of: name, besides: round).map { rubrics[$0] }
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

  /// The rubrics that a subject's name for one means, as places in `rubrics`.
  private func places(of name: Scalar, besides round: String) -> [Int] {
    let path = Files.path(name.text, besides: round)
    return rubrics.indices.filter { rubrics[$0].isCalled(name.text) || rubrics[$0].path == path }
  }

  /// What was found in files that were read, by place in `rubrics` and `policies`.
  private struct Read {
    var rubrics: [(Int, Diagnostics)] = []
    var policies: [(Int, Diagnostics)] = []
  }

  /// What is no rubric and no policy is told at once: nobody knows whether it is used.
  private mutating func add(
    _ path: String, noting read: inout Read, into diagnostics: inout Diagnostics
  ) {
    var found = Diagnostics()
    let (rubricCount, policyCount) = (rubrics.count, policies.count)
    add(path, into: &found)
    if rubrics.count > rubricCount {
      read.rubrics.append((rubricCount, found))
    } else if policies.count > policyCount {
      read.policies.append((policyCount, found))
    } else {
      diagnostics.append(found)
    }
  }
}
