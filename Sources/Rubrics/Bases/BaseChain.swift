import Diagnostics
import Formats
import Values

/// Follows `base:` from file to file and joins them, the last one first.
struct BaseChain {
  /// A longer chain was written by a machine.
  private static let mostFiles = 16

  private let find: BaseFinder?
  /// What was met on the way, by digest: where it was named.
  private var met: [String: Place]
  private(set) var bases: [RubricBase] = []
  private(set) var diagnostics = Diagnostics()

  /// `digest` is that of the file with which it begins.
  init(from digest: String, at place: Place, _ find: BaseFinder?) {
    self.find = find
    met = [digest: place]
  }

  /// The file with all that it stands on, nearest first in `bases`.
  ///
  /// - Returns: `nil` where a base is missing, no rubric, or stands on the file itself; that was reported.
  mutating func whole(_ node: Node) -> Node? {
    guard let own = node.mapping else { return node }
    guard let entry = own.entry("base") else {
      if let changes = own.entry("changes") {
        diagnostics.report(.changesWithoutBase(at: changes.key.place))
      }
      return node
    }
    guard let name = entry.value.scalar, !name.text.isEmpty else {
      diagnostics.report(.baseForm(at: entry.value.place))
      return nil
    }
    guard let find else {
      diagnostics.report(.baseMissing(name.text, among: [], at: name.place))
      return nil
    }
    guard let file = find(name, &diagnostics) else { return nil }
    if let first = met[file.digest] {
      diagnostics.report(.baseCircle(name.text, at: name.place, first: first))
      return nil
    }
    met[file.digest] = name.place
    guard met.count <= Self.mostFiles else {
      diagnostics.report(.baseTooDeep(Self.mostFiles, at: name.place))
      return nil
    }
    guard let mapping = file.node.mapping, let id = mapping.rubricText("rubric") else {
      diagnostics.report(.baseIsNoRubric(name.text, at: name.place))
      return nil
    }
    let position = bases.count
    guard let base = whole(file.node)?.mapping else { return nil }
    var merger = BaseMerger(own)
    let merged = merger.merged(with: base)
    diagnostics.append(merger.diagnostics)
    bases.insert(
      RubricBase(
        id: id, edition: mapping.rubricText("edition") ?? "", title: mapping.rubricTitle(id),
        digest: file.digest, changes: merger.told),
      at: position)
    return .mapping(merged)
  }
}
