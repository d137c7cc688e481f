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

/// The tests of a room; `data` are folders of cases and golden files, read where they stand.
func tests(of name: String, using more: [String] = [], data: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + more).map { .init(stringLiteral: $0) },
    exclude: data,
    swiftSettings: house
  )
}

/// A C library of the operating system, wrapped once.
func cellar(_ name: String, of library: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: library, providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
  name: "hengxing",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hengxing", targets: ["Main"])
  ],
  targets: [
    // cellar
    cellar("CYAML", of: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
    cellar("CArchive", of: "libarchive", apt: "libarchive-dev", brew: "libarchive"),
    cellar("CSodium", of: "libsodium", apt: "libsodium-dev", brew: "libsodium"),
    cellar(
      "CXLSXWriter", of: "xlsxwriter", apt: "libxlsxwriter-dev", brew: "libxlsxwriter"),

    room("Platform"),
    room("NormalForms"),

    // floor 0
    room("Diagnostics"),
    room("Values"),
    room("Archives", on: ["CArchive", "NormalForms", "Platform"]),

    // floor 1
    room(
      "Formats",
      on: ["Archives", "CYAML", "Diagnostics", "NormalForms", "Platform", "Values"]),
    room("Workbooks", on: ["Archives", "Diagnostics", "Platform", "Values"]),
    room("WorkbookWriting", on: ["CXLSXWriter", "Platform"]),
    room("Seals", on: ["CSodium"]),
    room("FEEL", on: ["Diagnostics", "Values"]),

    // floor 2
    room(
      "Bundles",
      on: [
        "Archives", "Diagnostics", "Formats", "NormalForms", "Seals", "Values", "Workbooks",
      ]),
    room("Rubrics", on: ["Diagnostics", "Values", "FEEL", "Formats"]),
    room("ScoreSheets", on: ["Archives", "Diagnostics", "Values", "Workbooks"]),

    // floor 3
    room(
      "Handouts",
      on: [
        "Bundles", "Diagnostics", "FEEL", "Formats", "Rubrics", "Values", "WorkbookWriting",
      ]),
    room(
      "Scoring",
      on: [
        "Archives", "Bundles", "Diagnostics", "FEEL", "Formats", "NormalForms", "Platform",
        "Rubrics", "Values",
      ]),

    // floor 4
    room(
      "Decisions", on: ["Diagnostics", "Values", "FEEL", "Formats", "Rubrics", "Scoring"]),
    room(
      "WorkingPapers",
      on: ["Diagnostics", "FEEL", "Rubrics", "Scoring", "Values", "WorkbookWriting"]),

    // floor 5
    room("Analyses", on: ["Diagnostics", "Rubrics", "Scoring", "Values"]),

    // floor 6
    room(
      "Reports",
      on: [
        "Analyses", "Diagnostics", "Values", "FEEL", "Formats", "Rubrics", "Scoring", "Decisions",
      ]),

    // floor 7
    room(
      "Hengxing",
      on: [
        "Archives", "Analyses", "Bundles", "Decisions", "Diagnostics", "Formats", "Handouts",
        "NormalForms", "Platform", "Reports", "Rubrics", "Scoring", "Seals", "Values",
        "WorkbookWriting", "Workbooks", "WorkingPapers",
      ]
    ),

    room("Papers", on: ["Diagnostics", "Reports", "Values", "WorkbookWriting"]),

    // floor 9
    room(
      "Commands",
      on: [
        "Analyses", "Archives", "Diagnostics", "FEEL", "Formats", "Hengxing", "Papers", "Platform",
        "Reports", "Rubrics", "ScoreSheets", "Scoring", "Values", "Workbooks",
      ]),

    // floor 10
    .executableTarget(
      name: "Main", dependencies: ["Commands", "Hengxing", "Platform"], swiftSettings: house),

    // tests
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics"],
      path: "Tests/TestSupport",
      swiftSettings: house
    ),
    // Reads inputs that are almost right: Scripts/fuzz.
    .executableTarget(
      name: "fuzzer",
      dependencies: [
        "Archives", "Bundles", "Diagnostics", "FEEL", "Formats", "Hengxing", "Rubrics", "Scoring",
        "Seals", "Values", "Workbooks",
      ],
      path: "Tests/Fuzzer",
      exclude: ["Corpus"],
      swiftSettings: house
    ),
    // Counts how often memory is asked for, for the benchmarks alone.
    .target(name: "CAllocations", path: "Tests/Allocations"),
    // Speeds of FEEL: Scripts/bench-feel.
    .executableTarget(
      name: "benchmarks",
      dependencies: ["CAllocations", "Diagnostics", "FEEL", "Values"],
      path: "Tests/Benchmarks",
      swiftSettings: house
    ),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], exclude: ["Ratchets"],
      swiftSettings: house),
    tests(of: "Platform"),
    tests(of: "NormalForms"),
    .testTarget(
      name: "FuzzerTests", dependencies: ["TestSupport"], swiftSettings: house),
    tests(of: "Diagnostics"),
    tests(of: "Values", data: ["Vectors"]),
    tests(of: "FEEL", using: ["Diagnostics", "Values"], data: ["Cases", "Golden"]),
    tests(of: "Archives"),
    tests(of: "Formats", using: ["Archives", "Diagnostics", "Values"], data: ["Golden"]),
    tests(of: "Workbooks", using: ["Archives", "Diagnostics"], data: ["Golden"]),
    tests(
      of: "WorkbookWriting", using: ["Archives", "Bundles", "Diagnostics", "Workbooks"]),
    tests(of: "Seals"),
    tests(
      of: "ScoreSheets",
      using: [
        "Diagnostics", "Formats", "Papers", "Reports", "Rubrics", "Values", "WorkbookWriting",
      ],
      data: ["Cases", "Golden", "Sheets"]),
    tests(
      of: "Rubrics", using: ["Diagnostics", "Formats", "Values"],
      data: ["Cases", "Golden", "Seeds/earlier-runs.csv"]),
    tests(
      of: "Bundles", using: ["Archives", "Diagnostics", "Formats", "Values", "Workbooks"],
      data: ["Golden"]),
    tests(
      of: "Handouts",
      using: ["Bundles", "Diagnostics", "Formats", "Rubrics", "Values", "WorkbookWriting"]),
    tests(
      of: "Scoring",
      using: [
        "Archives", "Bundles", "Diagnostics", "FEEL", "Formats", "Rubrics", "Values", "Workbooks",
        "WorkbookWriting", "WorkingPapers",
      ],
      data: ["Edges/Golden", "Operations/faultless.csv"]),
    tests(
      of: "WorkingPapers",
      using: [
        "Bundles", "Diagnostics", "Formats", "Rubrics", "Scoring", "Values", "WorkbookWriting",
      ]),
    tests(of: "Decisions", using: ["Diagnostics", "Formats", "Rubrics", "Scoring", "Values"]),
    tests(
      of: "Commands", using: ["Diagnostics", "FEEL", "Formats", "Values"], data: ["Sessions"]),
    tests(
      of: "Hengxing",
      using: [
        "Archives", "Bundles", "Diagnostics", "Formats", "Handouts", "Reports", "Rubrics",
        "Scoring", "Values", "WorkbookWriting", "Workbooks",
      ]),
    tests(of: "Analyses", using: ["Diagnostics", "Formats", "Rubrics", "Scoring", "Values"]),
    tests(
      of: "Reports", using: ["Diagnostics", "Formats", "Rubrics", "Scoring", "Values"],
      data: ["Golden"]),
    tests(
      of: "Papers", using: ["Diagnostics", "Reports", "Values"], data: ["Golden", "Results"]),
  ]
)
