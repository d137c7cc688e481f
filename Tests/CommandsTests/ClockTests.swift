import Foundation
import TestSupport
import Testing

/// The clock of the program shows the time of the zone that it is told.
@Suite(.timed) struct ClockTests {
  private static let program = URL(filePath: ProcessInfo.processInfo.arguments[0])
    .deletingLastPathComponent().appending(path: "hengxing")

  private static let hasProgram = FileManager.default.isExecutableFile(atPath: program.path)
  private static let hasZones = FileManager.default.fileExists(
    atPath: "/usr/share/zoneinfo/Asia/Shanghai")

  @Test(
    .enabled(if: hasProgram, "the program stands beside the tests"),
    arguments: [("CST-8", "+08:00"), ("XYZ3:30", "-03:30"), ("UTC0", "+00:00")])
  func theOffsetIsThatOfTZ(zone: String, offset: String) throws {
    try expectOffset(offset, in: zone)
  }

  @Test(
    .enabled(if: hasProgram, "the program stands beside the tests"),
    .enabled(if: hasZones, "this system has rules of time zones"))
  func aNameOfAZoneIsLookedUp() throws { try expectOffset("+08:00", in: "Asia/Shanghai") }

  private func expectOffset(_ offset: String, in zone: String) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = Self.program
    process.arguments = ["eval", "string(now())"]
    process.environment = ["TZ": zone]
    process.standardOutput = pipe
    try process.run()
    let output = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    // As precise as the clock is.
    let text = output.filter { $0 != "\"" && $0 != "\n" }
    #expect(text.hasSuffix(offset) || offset == "+00:00" && text.hasSuffix("Z"), "\(text)")
    let local = try #require(try? Date(String(text.prefix(19)) + "Z", strategy: .iso8601))
    let shift = try #require(Self.seconds(offset))
    #expect(abs(local.timeIntervalSinceNow - shift) < 3600)
  }

  private static func seconds(_ offset: String) -> Double? {
    guard let hours = Double(offset.dropFirst().prefix(2)), let minutes = Double(offset.suffix(2))
    else { return nil }
    return (offset.hasPrefix("-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
