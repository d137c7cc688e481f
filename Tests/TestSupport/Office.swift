import Foundation

/// LibreOffice, made to calculate every formula of a workbook anew; tests that want it are skipped where it is missing.
package enum Office {
  private static let program = [
    "/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/homebrew/bin/soffice",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  package static let isThere = program != nil

  /// It trusts what a file says of its formulas, unless its settings say otherwise.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """

  /// The same workbooks, calculated anew, in the same order.
  package static func recalculated(_ workbooks: [[UInt8]]) throws -> [[UInt8]] {
    guard let program else { return [] }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "office-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let profile = folder.appending(path: "profile")
    let user = profile.appending(path: "user")
    let out = folder.appending(path: "out")
    for each in [user, out] {
      try FileManager.default.createDirectory(at: each, withIntermediateDirectories: true)
    }
    try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
    var files: [URL] = []
    for (number, bytes) in workbooks.enumerated() {
      let file = folder.appending(path: "\(number).xlsx")
      try Data(bytes).write(to: file)
      files.append(file)
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments =
      [
        "-env:UserInstallation=\(profile.absoluteString)", "--headless", "--convert-to", "xlsx",
        "--outdir", out.path,
      ] + files.map(\.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try files.map {
      Array(try Data(contentsOf: out.appending(path: $0.lastPathComponent)))
    }
  }
}
