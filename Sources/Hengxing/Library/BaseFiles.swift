import Diagnostics
import Formats
import Rubrics
import Seals

/// Finds the files on which rubrics stand: by path, or by id and edition among the files beside them.
enum BaseFiles {
  /// For every rubric, wherever it stands.
  static var finder: BaseFinder { { find($0, into: &$1) } }

  private static func find(_ name: Scalar, into diagnostics: inout Diagnostics) -> BaseFile? {
    let path = name.source.path
    let isFile = name.text.hasSuffix(".yaml") || name.text.hasSuffix(".yml")
    if isFile {
      let named = Files.path(name.text, besides: path)
      guard Files.exists(named) else {
        diagnostics.report(.baseMissing(name.text, among: [], at: name.place))
        return nil
      }
      return read(named, into: &diagnostics)
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var unheard = Diagnostics()
    var known: [String] = []
    var found: [String] = []
    for file in Files.yamlFiles(at: folder, into: &unheard) {
      guard let (source, _) = Files.text(file, as: .rules, into: &unheard),
        case .rubric(let id, let edition) = FileKind.of(YAMLReader.read(source, into: &unheard))
      else { continue }
      known.append("\(id)@\(edition)")
      if name.text == id || name.text == "\(id)@\(edition)" { found.append(file) }
    }
    guard let first = found.first else {
      diagnostics.report(.baseMissing(name.text, among: known, at: name.place))
      return nil
    }
    guard found.count == 1 else {
      diagnostics.report(.baseSeveral(name.text, found, at: name.place))
      return nil
    }
    return read(first, into: &diagnostics)
  }

  private static func read(_ path: String, into diagnostics: inout Diagnostics) -> BaseFile? {
    guard let (source, bytes) = Files.text(path, as: .rules, into: &diagnostics),
      let node = YAMLReader.read(source, into: &diagnostics)
    else { return nil }
    return BaseFile(node, digest: Digest.sha256(of: bytes))
  }
}
