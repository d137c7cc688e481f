import Foundation
import TestSupport
import Testing

/// A part of what `Scripts/fuzz` does: every file of the corpora, and a thousand inputs made out of them.
@Suite(.timed) struct FuzzerTests {
  static let targets = ["feel", "yaml", "rubric", "csv", "json", "zip", "kept", "cells", "xlsx"]

  /// The program that the build put beside the tests; a trap in it must not end them.
  private static let program: String? = {
    let beside = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    let built = Places.root.appending(path: ".build/debug")
    return [beside, built].map { $0.appending(path: "fuzzer").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  @Test(.enabled(if: FuzzerTests.program != nil, "the fuzzer is not built"), arguments: targets)
  func noInputIsAFault(target: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let count = Volume.count(1000, long: 100_000)
    process.arguments = [
      "-c", "ulimit -v 6000000 2>/dev/null; exec \"$0\" \(target) \(count) 1",
      try #require(Self.program),
    ]
    let said = Pipe()
    process.standardOutput = said
    process.standardError = said
    try process.run()
    let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(
      process.terminationStatus == 0 && process.terminationReason == .exit,
      "what was a fault is in Tests/Fuzzer/Corpus/\(target): give it a name, and mend it\n\(text)")
  }

  @Test func everyCorpusBelongsToATarget() throws {
    let corpora = try FileManager.default.contentsOfDirectory(
      atPath: Places.root.appending(path: "Tests/Fuzzer/Corpus").path)
    #expect(Set(corpora).isSubset(of: Self.targets))
  }
}
