import Foundation
import TestSupport
import Testing

/// Habits that the house has not wholly got yet: what offends against them is listed, and grows no more.
@Suite(.timed) struct RatchetTests {
  private static func swiftFiles(_ folders: String...) -> [URL] {
    folders.flatMap { Places.files(in: Places.root.appending(path: $0), extension: "swift") }
  }

  /// A folder is looked through, so it must fit on a screen.
  @Test func noFolderHoldsMoreThanTwentyFiveFiles() throws {
    var counts: [String: Int] = [:]
    for file in Self.swiftFiles("Sources", "Tests") {
      let folder = file.deletingLastPathComponent().path.dropFirst(Places.root.path.count)
      counts[folder.trimmingCharacters(in: ["/"]), default: 0] += 1
    }
    try Ratchet(name: "full-folders", allowed: 25).check(counts) { folder, count, most in
      """
      \(folder) holds \(count) files and may hold \(most): put the new one, with those it belongs to, into a folder of \
      its own
      """
    }
  }

  private static var machine: [(what: String, pattern: Regex<Substring>)] {
    [
      ("Processors", /\bProcessors\.count\b|\bsysconf\b/), ("the process", /\bgetpid\(\)/),
      ("Dispatch", /\bDispatch(?:Queue|Semaphore|Source|Group)\b/),
      ("Thread", /\bBackgroundThread\.start\b/), ("pthread", /\bpthread_\w+/),
      ("Task", /\bTask\.detached\b|\bTask\(priority|TaskGroup\b|= Task \{/),
      (
        "the clock",
        /\bDate\(\)|\bDate\.now\b|\b(?:Dispatch|CFAbsolute)Time\w*\.?now\b|Clock\.now\b|\bclock_gettime\b/
      ),
      ("the locale", /\b(?:tzset|localtime_r|setlocale|newlocale)\b/),
      ("the environment", /\bgetenv\b/), ("chance", /\.random(?:Element)?\(|SystemRandomNumber/),
    ]
  }

  /// Cores, cancellation, time and chance are parameters; only the files on the list, by their names, ask the machine.
  @Test func nothingElseAsksTheMachine() throws {
    var found: [String: Int] = [:]
    for file in Self.swiftFiles("Sources") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let code = text.split(separator: "\n").filter { !$0.contains(/^\s*\/\//) }.joined(
        separator: "\n")
      for (what, pattern) in Self.machine where code.contains(pattern.wordBoundaryKind(.simple)) {
        found["\(file.lastPathComponent) \(what)"] = 1
      }
    }
    try Ratchet(name: "asks-the-machine").check(found) { entry, _, _ in
      """
      \(entry): let whoever calls hand it over as a parameter, as `SubjectRun` hands over `threads`; or, where this file \
      is the room for it, add `1 \(entry)` to Tests/ArchitectureTests/Ratchets/asks-the-machine.txt
      """
    }
  }

  /// Nobody looks for `Value.isUnknown` in a file that is called `Form+Conditions.swift`.
  @Test func membersStandInFilesNamedForTheirTypes() throws {
    var found: [String: Int] = [:]
    for file in Self.swiftFiles("Sources") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for (type, count) in ForeignMembers(of: text, in: file.lastPathComponent).counts {
        found["\(type) in \(file.lastPathComponent)"] = count
      }
    }
    try Ratchet(name: "members-elsewhere").check(found) { entry, count, most in
      """
      \(entry): \(count) members that others can see, where \(most) may be: move them to a file `Type+Aspect.swift`, or \
      make them fileprivate
      """
    }
  }
}
