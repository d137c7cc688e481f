package import Diagnostics
import Platform

/// The files that a run is to write, held against those that it reads and what stands in their places: none replaces an
/// input, none another one, and none a file that somebody else wrote, unless that is asked for.
package struct WantedOutputs {
  package enum Form: Sendable {
    /// A line a subject, for spreadsheets.
    case lines
    /// A line of JSON a subject.
    case results
    case kept
    case summary
  }

  package struct Output: Sendable {
    /// Without dashes.
    let option: String
    let path: String
    let form: Form

    package init(option: String, path: String, form: Form) {
      self.option = option
      self.path = path
      self.form = form
    }
  }

  private let outputs: [Output]
  /// What each is read as, and where it lies.
  private let inputs: [(role: String, path: String)]

  package init(_ outputs: [Output], besides inputs: [(role: String, path: String)]) {
    self.outputs = outputs
    self.inputs = inputs
  }

  /// - Returns: false where something would be lost, which was reported.
  package func mayBeWritten(force: Bool, into diagnostics: inout Diagnostics) -> Bool {
    var isClear = true
    let read = inputs.map { ($0.role, FilePlace($0.path)) }
    var taken: [(option: String, place: FilePlace)] = []
    for output in outputs {
      let place = FilePlace(output.path)
      // Pipes and terminals are written to, not replaced.
      if place.isSpecial { continue }
      if let (role, _) = read.first(where: { $0.1 == place }) {
        diagnostics.report(.outputIsInput(output.option, role, output.path))
        isClear = false
      } else if let other = taken.first(where: { $0.place == place }) {
        diagnostics.report(.outputTwice(other.option, output.option, output.path))
        isClear = false
      } else if !force, place.isFile, !output.form.isForm(of: output.path) {
        diagnostics.report(.notOurFile(output.option, output.path))
        isClear = false
      }
      taken.append((output.option, place))
    }
    return isClear
  }
}

/// Where a path leads to, whatever it is called and however it is linked.
private struct FilePlace: Equatable {
  private enum Identity: Equatable {
    case there(device: UInt64, number: UInt64)
    case missing(String)
  }

  private let identity: Identity
  let isFile: Bool
  let isSpecial: Bool

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      identity = .missing(Self.resolved(path))
      (isFile, isSpecial) = (false, false)
      return
    }
    identity = .there(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
    isFile = status.st_mode & S_IFMT == S_IFREG
    isSpecial = !isFile && status.st_mode & S_IFMT != S_IFDIR
  }

  static func == (left: Self, right: Self) -> Bool { left.identity == right.identity }

  /// The folder as it lies on the disk, as far as it is there, with what is still to be made.
  private static func resolved(_ path: String) -> String {
    var folder = Files.standardized(path)
    var rest: [String] = []
    while folder != "/" {
      if let real = realpath(folder, nil) {
        defer { free(real) }
        return ([String(cString: real)] + rest).joined(separator: "/")
      }
      rest.insert(String(folder.split(separator: "/").last ?? ""), at: 0)
      folder = Folders.above(folder) ?? "/"
    }
    return "/" + rest.joined(separator: "/")
  }
}

extension WantedOutputs.Form {
  private static let lookedAt = 1 << 16

  /// Whether a file that is there was written by an earlier run in this form; an empty one may be replaced too.
  fileprivate func isForm(of path: String) -> Bool {
    guard let (start, tail) = try? Self.ends(of: path) else { return false }
    if start.isEmpty { return true }
    switch self {
    case .lines:
      let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
      return text.starts(with: "subject,score,low,high,grade,stars,status".utf8)
    case .results: return ResultsFile(path) != nil
    case .kept: return KeptFile.isKept(start)
    case .summary:
      let (head, foot) = (
        String(decoding: start, as: UTF8.self), String(decoding: tail, as: UTF8.self)
      )
      if path.hasSuffix(".json") {
        return head.contains("\"schema\"") && head.contains("\"subjectCount\"")
      }
      let last = foot.split(separator: "\n").last ?? ""
      return path.hasSuffix(".txt")
        ? last.hasPrefix("hengxing ") && last.contains("SHA-256")
        : foot.contains("<p class=\"digest\">hengxing ")
    }
  }

  /// How a file begins and how it ends.
  private static func ends(
    of path: String
  ) throws(SystemFailure) -> (start: [UInt8], tail: [UInt8]) {
    let file = try Descriptor.reading(path)
    let start = try file.read(upTo: lookedAt)
    try file.seek(to: max(0, (file.byteCount ?? 0) - lookedAt))
    return (start, try file.read(upTo: lookedAt))
  }
}
