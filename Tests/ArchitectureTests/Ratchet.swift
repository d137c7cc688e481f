import Foundation
import TestSupport
import Testing

/// What should not be and still is, on a list that may only grow shorter.
///
/// A line of the list is a number and what is so many times there. More than that is a failure that says what to do; less is
/// welcome, and `UPDATE_GOLDEN=1` writes it down. Nothing but an editor makes the list longer.
struct Ratchet {
  let name: String
  /// As many as may be there of anything that is not on the list.
  var allowed = 0

  private var file: URL {
    Places.root.appending(path: "Tests/ArchitectureTests/Ratchets/\(name).txt")
  }

  private func list() throws -> [String: Int] {
    let text = try String(contentsOf: file, encoding: .utf8)
    var list: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let count = Int(parts[0]) { list[String(parts[1])] = count }
    }
    return list
  }

  /// - Parameters:
  ///   - found: what is there, and how often.
  ///   - remedy: what to do about one of them: its name, how many there are, and how many there may be.
  /// - Throws: where the list cannot be read or written.
  func check(_ found: [String: Int], remedy: (String, Int, Int) -> String) throws {
    let list = try list()
    for (what, count) in found.sorted(by: { $0.key < $1.key }) {
      let most = max(list[what] ?? allowed, allowed)
      if count > most { Issue.record("\(remedy(what, count, most))") }
    }
    guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" else { return }
    let lines = list.compactMap { what, count -> String? in
      let left = min(count, found[what] ?? 0)
      return left > allowed ? "\(left) \(what)" : nil
    }
    let key = { (line: String) in line.split(separator: " ", maxSplits: 1).last.map(String.init) }
    let sorted = lines.sorted { (key($0) ?? "") < (key($1) ?? "") }
    try Data((sorted.joined(separator: "\n") + "\n").utf8).write(to: file)
  }
}
