import Diagnostics
import Formats

/// In which tables the bundle says that declared columns may be missing: `columns missing: allowed`, or a list of files.
struct MissingColumns {
  static let key = "columns missing"
  static let everywhere = "allowed"

  private let isEverywhere: Bool
  private let files: Set<HeaderName>

  init(_ main: Fields) {
    let node = main.node(Self.key)
    isEverywhere = node?.scalar?.text == Self.everywhere
    files = Set((node?.sequence?.items ?? []).compactMap { $0.scalar.map { HeaderName($0.text) } })
  }

  func isAllowed(in file: String, _ fileName: String) -> Bool {
    isEverywhere || files.contains(HeaderName(file)) || files.contains(HeaderName(fileName))
  }
}

extension BundleReader {
  /// Reports what the list of tables says that cannot be meant.
  mutating func checkMissingColumns(_ main: Fields) {
    guard let node = main.node(MissingColumns.key) else { return }
    if let scalar = node.scalar, scalar.text == MissingColumns.everywhere { return }
    guard let files = node.sequence?.items else {
      diagnostics.report(.columnsMissingForm(at: node.place))
      return
    }
    for file in files {
      guard let name = file.scalar?.text else {
        diagnostics.report(.columnsMissingForm(at: file.place))
        continue
      }
      let isThere = contents.keys.contains {
        HeaderName($0) == HeaderName(name)
          || HeaderName(String($0.split(separator: "/").last ?? "")) == HeaderName(name)
      }
      if !isThere { diagnostics.report(.columnsMissingOfNothing(name, at: file.place)) }
    }
  }
}
