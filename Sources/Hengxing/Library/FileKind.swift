package import Formats

/// What a YAML file is, by the key it opens with.
package enum FileKind: Sendable {
  case rubric(id: String, edition: String)
  case policy(id: String, edition: String)
  case round
  case tests
  case bundle
  /// YAML of some other kind: judgements, findings, anything.
  case other
  /// Not YAML at all.
  case unreadable

  package static func of(_ node: Node?) -> FileKind {
    guard let node else { return .unreadable }
    guard let mapping = node.mapping else { return .other }
    func text(_ key: String) -> String? { mapping[key]?.scalar?.text }
    let edition = text("edition") ?? ""
    for key in ["rubric", "细则"] {
      if let id = text(key) { return .rubric(id: id, edition: edition) }
    }
    if let id = text("policy") { return .policy(id: id, edition: edition) }
    if mapping["round"] != nil { return .round }
    if mapping["tests"] != nil { return .tests }
    if mapping["subject"] != nil { return .bundle }
    return .other
  }

  /// Keys that stand at the start of a line in rubrics, policies, rounds or tests, and in nothing else of ours.
  private static let keysOfRules = [
    "rubric:", "细则:", "edition:", "版次:", "sections:", "policy:", "applies to:", "round:",
    "subjects:", "tests:", "cases:",
  ].map { Array($0.utf8) }

  /// Whether a text says that it is a rubric, a policy, a round or tests, even where it is no YAML.
  static func isClaimed(by bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    while !rest.isEmpty {
      if keysOfRules.contains(where: { rest.starts(with: $0) }) { return true }
      rest = rest.drop { $0 != 0x0A }.dropFirst()
    }
    return false
  }
}
