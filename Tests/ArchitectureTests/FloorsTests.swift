import Foundation
import TestSupport
import Testing

/// The house has floors; a module may import only from floors below its own.
///
/// SwiftPM does not keep this promise by itself: an undeclared import compiles whenever the imported
/// module happens to have been built already.
@Suite(.timed) struct FloorsTests {
  @Test(arguments: House.floors.indices)
  func noModuleImportsFromItsOwnFloorOrAbove(floor: Int) throws {
    let forbidden = Set(House.floors[floor...].flatMap(\.rooms).map(\.name))
    for room in House.floors[floor].rooms {
      try forEachImport(of: room.name) { file, imported in
        #expect(
          imported == room.name || !forbidden.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func everyModuleHasItsFloor() throws {
    let modules = Set(try House.modules())
    let rooms = Set(House.rooms.map(\.name))
    for module in modules.subtracting(rooms).sorted() {
      Issue.record("give \(module) a floor in Tests/ArchitectureTests/House.swift")
    }
    for room in rooms.subtracting(modules).sorted() {
      Issue.record("\(room) is no module of Package.swift: take it out of House.swift")
    }
    #expect(House.rooms.count == rooms.count, "a room stands on two floors in House.swift")
  }

  @Test func eachLibraryOfTheCellarHasOneOwner() throws {
    let cellar = House.rooms.flatMap { room in room.cellar.map { ($0, room.name) } }
    let owners = Dictionary(uniqueKeysWithValues: cellar)
    for module in House.rooms.map(\.name) {
      try forEachImport(of: module) { file, imported in
        if let owner = owners[imported] {
          #expect(owner == module, "\(file) imports \(imported)")
        }
      }
    }
  }

  /// Foundation brings ICU, thirty megabytes of it, and answers that change with the system.
  @Test func noModuleKnowsFoundation() throws {
    var count = 0
    try forEachImport(of: "") { file, imported in
      count += 1
      #expect(!imported.hasPrefix("Foundation"), "\(file) imports \(imported)")
    }
    #expect(count > 1000)
  }

  @Test func theGroundFloorKnowsNoSystem() throws {
    for module in ["Diagnostics", "Values", "NormalForms"] {
      try forEachImport(of: module) { file, imported in
        #expect(!["Platform", "Glibc", "Darwin"].contains(imported), "\(file) imports \(imported)")
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
