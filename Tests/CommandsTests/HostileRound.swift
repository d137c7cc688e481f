import Foundation
import TestSupport

/// A round of two stations on the disk: one good, and one whose bundle is what somebody made of it.
struct HostileRound {
  static let samples = Places.root.appending(path: "samples/first-steps")
  let scratch: Scratch

  /// The hostile bundle stands at `bundle`, below the folder of the round.
  init(bundle: String) throws {
    scratch = try Scratch()
    try copy("first-steps.yaml", to: "first-steps.yaml")
    let sample = "bundles/station"
    let main = Self.samples.appending(path: "\(sample)/bundle.yaml")
    try scratch.write(
      "bundles/good/bundle.yaml",
      try String(contentsOf: main, encoding: .utf8)
        .replacing("subject: station", with: "subject: good"))
    try copy("\(sample)/tables/专职人员.csv", to: "bundles/good/tables/专职人员.csv")
    try scratch.write(
      "round.yaml",
      """
      round: hostile
      title: {zh: 一轮, en: A round}
      period: {from: 2024-01-01, to: 2024-12-31}
      as of: 2025-01-15
      rubrics: [first-steps.yaml]
      subjects:
        - {id: bad, kind: station, rubric: first-steps, bundle: \(bundle)}
        - {id: good, kind: station, rubric: first-steps, bundle: bundles/good}

      """)
  }

  func copy(_ path: String, to target: String) throws {
    let data = try Data(contentsOf: Self.samples.appending(path: path))
    try scratch.write(target, Array(data))
  }

  func path(_ name: String) -> String { scratch.folder.appending(path: name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOf: scratch.folder.appending(path: name), encoding: .utf8)
  }

  /// The screen of a run into `out`.
  func run(language: String) -> [String] {
    Session.screen(of: [
      "run", path("round.yaml"), "--out", path("out"), "--lang", language,
    ])
  }

  /// What stands in the round's folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
  }
}
