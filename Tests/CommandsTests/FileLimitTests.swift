import Foundation
import TestSupport
import Testing

/// A limit on the size of files, under which the program itself runs: it is no signal that ends it without a word.
@Suite(.timed) struct FileLimitTests {
  /// Stands beside the tests, where it was built with them.
  private static let program =
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "hengxing").path

  private static let canRun =
    FileManager.default.isExecutableFile(atPath: program)
    && FileManager.default.isExecutableFile(atPath: "/bin/sh")

  @Test(.enabled(if: canRun), arguments: ["--out @/out.csv", "--out @/out.csv --save @/kept.hxk"])
  func aFileThatGrowsTooLargeIsTold(outputs: String) throws {
    let scratch = try Scratch()
    let rows = (1...20_000).map { "station-\($0),250,正常\n" }.joined()
    try scratch.write("facts.csv", "站点编号,开放天数,运行状态\n" + rows)
    let rubric = Places.root.appending(path: "samples/portfolio/quick-look.yaml").path
    let words =
      "batch --lang en --rubric '\(rubric)' --facts @/facts.csv --without tables \(outputs)"
      .replacing("@", with: scratch.folder.path)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "ulimit -f 16; exec '\(Self.program)' \(words)"]
    let said = Pipe()
    shell.standardError = said
    try shell.run()
    let screen = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationReason == .exit)
    #expect(shell.terminationStatus == 3)
    #expect(screen.contains("error[cannot-write]"))
    #expect(screen.contains("/out.csv"))
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(left == ["facts.csv"])
  }
}
