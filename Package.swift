// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: a module with its tests beside it.
func room(_ name: String, on floorsBelow: [String] = []) -> Target {
  .target(
    name: name,
    dependencies: floorsBelow.map { .init(stringLiteral: $0) },
    swiftSettings: house
  )
}

func tests(of name: String, using more: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + more).map { .init(stringLiteral: $0) },
    exclude: [],
    swiftSettings: house
  )
}

let package = Package(
  name: "hengxing",
  platforms: [.macOS(.v15)],
  targets: [
    // floor 0
    room("Diagnostics"),
    room("Values"),

    // floor 1
    room("FEEL", on: ["Diagnostics", "Values"]),

    // tests
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics"],
      path: "Tests/TestSupport",
      swiftSettings: house
    ),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: house),
    tests(of: "Diagnostics"),
  ]
)
