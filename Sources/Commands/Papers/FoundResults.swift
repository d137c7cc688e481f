import Diagnostics
import Hengxing
import Papers
import Platform
import Reports

/// The results at a path: one, or those of a round that `run --out` wrote.
struct FoundResults {
  struct Place {
    let file: String
    /// Its folder as seen from the round's; empty for a result alone.
    let folder: String
  }

  let places: [Place]
  /// The folder in which everything stands.
  let root: String
  let isRound: Bool

  private static let name = "result.json"
  /// A subject that is scored under several rubrics has a folder for each.
  private static let deepest = 3

  /// - Returns: `nil` where nothing is there; that was reported.
  init?(at path: String, into diagnostics: inout Diagnostics) {
    guard Files.isFolder(path) else {
      guard Files.exists(path) else {
        diagnostics.report(.missingFile(path))
        return nil
      }
      places = [Place(file: path, folder: "")]
      root = Folders.above(path) ?? "."
      isRound = false
      return
    }
    root = path
    let own = Files.joined(path, Self.name)
    isRound = !Files.exists(own)
    places = isRound ? Self.places(in: path) : [Place(file: own, folder: "")]
    if places.isEmpty {
      diagnostics.report(.noResults(path))
      return nil
    }
  }

  private static func places(in root: String) -> [Place] {
    var found: [Place] = []
    var open = [(folder: "", depth: 0)]
    while let (folder, depth) = open.popLast() {
      let names = Folders.names(in: Files.joined(root, folder)) ?? []
      if names.contains(name) {
        found.append(Place(file: Files.joined(Files.joined(root, folder), name), folder: folder))
      }
      guard depth < deepest else { continue }
      for name in names where !name.hasPrefix(".") {
        let inner = Files.joined(folder, name)
        // Links are not followed.
        if Folders.kind(of: Files.joined(root, inner)) == S_IFDIR {
          open.append((inner, depth + 1))
        }
      }
    }
    return found.sorted { $0.folder.utf8.lexicographicallyPrecedes($1.folder.utf8) }
  }

  func report(at place: Place, into diagnostics: inout Diagnostics) -> Report? {
    Files.text(place.file, as: .evidence, into: &diagnostics).flatMap {
      ReportJSON.read($0.source, into: &diagnostics)
    }
  }
}
