import Foundation
import TestSupport
import Testing

/// The house has floors; a module may import only from floors below its own.
///
/// SwiftPM does not keep this promise by itself: an undeclared import compiles whenever the imported
/// module happens to have been built already.
private let floors: [[String]] = [
  ["Diagnostics", "Values", "Archives"],
  ["FEEL", "Formats", "Seals"],
  ["Rubrics", "Bundles"],
  ["Scoring"],
  ["Decisions"],
  ["Analyses"],
  ["Analyses"],
  ["Reports", "Registries"],
  ["Hengxing"],
  ["Workbench"],
  ["Commands"],
  ["Main"],
]

/// The one module that may import each C library.
private let cellar = ["CYAML": "Formats", "CArchive": "Archives", "CSodium": "Seals"]

@Suite struct FloorsTests {
  @Test(arguments: floors.indices)
  func noModuleImportsFromItsOwnFloorOrAbove(floor: Int) throws {
    let forbidden = Set(floors[floor...].joined())
    for module in floors[floor] {
      try forEachImport(of: module) { file, imported in
        #expect(imported == module || !forbidden.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func eachLibraryOfTheCellarHasOneOwner() throws {
    for module in floors.joined() {
      try forEachImport(of: module) { file, imported in
        if let owner = cellar[imported] {
          #expect(owner == module, "\(file) imports \(imported)")
        }
      }
    }
  }

  @Test func theGroundFloorKnowsNoFoundation() throws {
    for module in ["Diagnostics", "Values"] {
      try forEachImport(of: module) { file, imported in
        #expect(!imported.hasPrefix("Foundation"), "\(file) imports \(imported)")
      }
    }
  }

  private func forEachImport(of module: String, _ body: (String, String) -> Void) throws {
    let folder = Places.root.appending(path: "Sources/\(module)")
    for file in Places.files(in: folder, extension: "swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?m)^\s*(?:@?\w+ )*import (?:\w+ )?(\w+)/) {
        body(file.lastPathComponent, String(match.1))
      }
    }
  }
}
