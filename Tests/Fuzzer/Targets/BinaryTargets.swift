import Archives
import Bundles
import Diagnostics
import Foundation
import Hengxing
import Scoring
import Seals

extension FuzzTarget {
  /// In memory, where the system has files there.
  private static let scratch: URL = {
    let memory = "/dev/shm"
    let folder =
      FileManager.default.isWritableFile(atPath: memory)
      ? URL(filePath: memory) : FileManager.default.temporaryDirectory
    return folder.appending(path: "hengxing-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
  }()

  /// Removes what was written for targets that read files.
  static func clearAway() { try? FileManager.default.removeItem(at: scratch) }

  private static func file(_ name: String, _ bytes: [UInt8]) -> String? {
    let file = scratch.appending(path: name)
    try? FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    return (try? Data(bytes).write(to: file)).map { file.path }
  }

  /// Members stay below the root and within their limits; a bundle is read, or an error says why not.
  static let zip = FuzzTarget(
    name: "zip",
    pieces: [
      "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "PK\u{6}\u{7}", "../", "/", "\\", "tables/",
      ".csv",
      "bundle.yaml", "subject: s\n", "\0\0\0\0", "专职人员", "C:", "\u{FF}",
    ],
    feed: { bytes, _ in
      guard let path = file("fuzz.zip", bytes) else { return nil }
      var limits = FileTree.Limits()
      (limits.file, limits.total, limits.fileCount) = (1 << 16, 1 << 18, 200)
      guard let tree = try? FileTree.open(path, limits: limits) else {
        var found = Diagnostics()
        let bundle = BundleReader.read(path, shownAs: "b.zip", limits: limits, into: &found)
        return bundle == nil && !found.hasErrors ? "no bundle, and no error" : nil
      }
      for file in tree.files {
        if file.path.hasPrefix("/") || file.path.split(separator: "/").contains("..") {
          return "\(file.path) leads out"
        }
        let content = try? tree.read(file.path)
        if let content, content.count > limits.file { return "\(file.path) is too large" }
      }
      var found = Diagnostics()
      _ = BundleReader.read(path, shownAs: "b.zip", limits: limits, into: &found)
      return nil
    })

  /// A kept file that was changed is refused; one that was changed and sealed again is refused or scored.
  static let kept = FuzzTarget(
    name: "kept", pieces: ["\0", "\u{1}", "\0\0\0\0", "count(专职人员)", "station-1", "{}", "\"", ":"],
    longest: 1 << 16, seeds: { freshlyKept().map { [$0] } ?? [] },
    feed: { bytes, isThorough in
      if let fault = read(bytes).fault { return fault }
      guard let resealed = resealed(bytes) else { return nil }
      let (file, fault) = read(resealed)
      if let fault { return "sealed again: " + fault }
      guard let file else { return nil }
      if read(file.bytes).file?.bytes != file.bytes { return "written and read it is another" }
      return isThorough ? scored(resealed) : nil
    })

  private static func read(_ bytes: [UInt8]) -> (file: KeptFile?, fault: String?) {
    guard let path = file("read.hxk", bytes) else { return (nil, nil) }
    var found = Diagnostics()
    let read = KeptFile(path, into: &found)
    if (read == nil) != found.hasErrors { return (read, "a file beside errors, or none without") }
    return (read, nil)
  }

  /// The same content under a header and a seal that fit.
  private static func resealed(_ bytes: [UInt8]) -> [UInt8]? {
    let (start, magic): (Int, [UInt8]) = (56, [0x89, 0x48, 0x58, 0x4B, 0x0D, 0x0A, 0x1A, 0x0A])
    guard bytes.count > start else { return nil }
    let content = Array(bytes[start...])
    guard let header = headerEnd(content) else { return nil }
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let digest = Hexadecimal.bytes(of: Digest.sha256(of: content)) ?? []
    return magic + little(1, 4) + little(header, 4) + little(content.count - header, 8) + digest
      + content
  }

  /// Where the braces of the header close; texts in it have none.
  private static func headerEnd(_ content: [UInt8]) -> Int? {
    var depth = 0
    for (index, byte) in content.enumerated() {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  private static let samples = Corpus.root.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/portfolio")
  private static var request: PortfolioRun.Request {
    PortfolioRun.Request(rubric: samples.appending(path: "quick-look.yaml").path)
  }

  /// What the rubric of today keeps, so that what was changed can be scored.
  private static func freshlyKept() -> [UInt8]? {
    var request = request
    request.facts = samples.appending(path: "stations.csv").path
    request.tables = [("专职人员", samples.appending(path: "staff.csv").path)]
    var found = Diagnostics()
    guard let result = PortfolioRun.score(request, into: &found) else { return nil }
    return PortfolioRun.kept(result, engine: "0")
  }

  private static func scored(_ bytes: [UInt8]) -> String? {
    guard let path = file("fuzz.hxk", bytes) else { return nil }
    var request = request
    request.kept = path
    request.options.withItems = true
    var found = Diagnostics()
    let result = PortfolioRun.score(request, into: &found)
    return result == nil && !found.hasErrors ? "nobody is scored, and no error" : nil
  }
}
