import Foundation
import TestSupport
import Testing

/// Folders inside a module have floors as modules have: a folder looks only at those below its own.
@Suite(.timed) struct FoldersTests {
  private static let modules = House.folders.map(\.module)

  /// The number of the floor by folder.
  private static func floors(of module: String, _ folders: Set<String>) -> [String: Int] {
    var floors: [String: Int] = [:]
    for one in House.folders where one.module == module {
      for (number, names) in one.floors.enumerated() {
        for name in names {
          if name.hasSuffix("/*") {
            for folder in folders where folder.hasPrefix(name.dropLast()) {
              floors[folder] = number
            }
          } else {
            floors[name] = number
          }
        }
      }
    }
    return floors
  }

  @Test(arguments: modules)
  func noFolderLooksAtItsOwnFloorOrAbove(module: String) throws {
    let graph = try FolderGraph(of: module)
    let floors = Self.floors(of: module, graph.folders)
    for arrow in graph.arrows {
      guard let from = floors[arrow.from], let to = floors[arrow.to], to >= from else { continue }
      Issue.record(
        """
        \(module)/\(arrow.from)/\(arrow.file) mentions `\(arrow.name)` of \(arrow.to): move what both need down, or the \
        file up
        """)
    }
    #expect(graph.circles == [])
    #expect(graph.arrows.count > 100)
  }

  @Test(arguments: modules)
  func everyFolderHasItsFloor(module: String) throws {
    let folders = try FolderGraph(of: module).folders
    let floors = Self.floors(of: module, folders)
    for folder in folders.sorted() where floors[folder] == nil {
      Issue.record(
        "give \(module)/\(folder) a floor in Tests/ArchitectureTests/House+Folders.swift")
    }
    for folder in floors.keys.sorted() where !folders.contains(folder) {
      Issue.record("\(module) has no folder \(folder): take it out of House+Folders.swift")
    }
  }

  @Test func namesInTextsAndCommentsAreNoArrows() {
    let graph = FolderGraph([
      ("Low", "One.swift", SwiftCode("package struct One {}\nfunc make() {}\n").text),
      (
        "High", "Two.swift",
        SwiftCode("// One\nstruct Two { let text = \"One \\(make())\" + #\"One\"# }\n").text
      ),
      ("Low", "Three.swift", SwiftCode("enum Three { static let other = Two() }\n").text),
    ])
    #expect(
      graph.arrows.map { "\($0.from) \($0.name) \($0.to)" } == ["Low Two High", "High make Low"])
    #expect(graph.circles == [["High", "Low"]])
  }
}
