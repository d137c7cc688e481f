import Values

extension Edge.Owner {
  /// What a test expects where this comes to `result`.
  func expectation(_ result: String) -> String {
    let text = EdgeCaseText.cell(result)
    return switch self {
    case .item(let id): "items: {\(EdgeCaseText.key(id)): \(text)}"
    case .bar: "status: \(text)"
    case .gate: "best: \(text)"
    case .grade: "grade: \(text)"
    }
  }
}
