package import Diagnostics
import Formats
import Platform

/// Reading files of the user: sizes are bounded, and every failure has words.
package enum Files {
  /// What is asked for in a file, which says whether messages may show lines of it.
  package enum Content {
    /// A rubric, a policy, a round or tests: published, so lines are shown of a file that says it is one. What else
    /// is handed in for one may be evidence.
    case rules
    /// Findings, results, what earlier runs left: places are named, and no line is shown.
    case evidence
  }

  /// The text of a file written by hand: UTF-8.
  ///
  /// - Returns: `nil` where the file cannot be read; that was reported.
  package static func text(
    _ path: String, as content: Content, orPipe: Bool = false, into diagnostics: inout Diagnostics
  ) -> (source: SourceText, bytes: [UInt8])? {
    let limit = TextReader.maximumByteCount
    guard let bytes = bytes(path, atMost: limit, orPipe: orPipe, into: &diagnostics),
      let source = TextReader.read(
        bytes, path: path, isPrivate: content == .evidence || !FileKind.isClaimed(by: bytes),
        into: &diagnostics)
    else { return nil }
    return (source, bytes)
  }

  /// The bytes of a regular file of at most `limit` bytes.
  ///
  /// A pipe or a device may never give any, so it is read only where it was named on the command line for this.
  package static func bytes(
    _ path: String, atMost limit: Int, orPipe: Bool = false, into diagnostics: inout Diagnostics
  ) -> [UInt8]? {
    do throws(OpeningFailure) {
      let bytes = try next(of: opened(path, orPipe: orPipe), upTo: limit + 1)
      guard bytes.count <= limit else {
        throw OpeningFailure(reason: UnreadableWording.tooLarge(limit))
      }
      return bytes
    } catch {
      diagnostics.report(.unreadableFile(path, error.reason))
      return nil
    }
  }

  /// Everything that stands there, whatever it is; `nil` where it cannot be read.
  package static func contents(of path: String) -> [UInt8]? {
    try? Descriptor.reading(path).read(upTo: .max)
  }

  struct OpeningFailure: Error {
    let reason: Wording
  }

  /// A file to read from; what is no regular file is not waited for.
  static func opened(_ path: String, orPipe: Bool = false) throws(OpeningFailure) -> Descriptor {
    let isWaiting = orPipe && !isRegular(path)
    let descriptor = open(
      path, isWaiting ? O_RDONLY | O_CLOEXEC : O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw OpeningFailure(
        reason: errno == ENOENT || errno == ENOTDIR
          ? UnreadableWording.missing : UnreadableWording.forbidden)
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let kind = status.st_mode & S_IFMT
    guard isKnown, kind == S_IFREG || isWaiting && kind != S_IFDIR else {
      close(descriptor)
      throw OpeningFailure(
        reason: kind == S_IFDIR ? UnreadableWording.folder : UnreadableWording.notAFile)
    }
    return Descriptor(descriptor)
  }

  /// The next bytes of an opened file; nothing at its end.
  static func next(
    of file: borrowing Descriptor, upTo limit: Int
  ) throws(OpeningFailure) -> [UInt8] {
    do throws(SystemFailure) {
      return try file.read(upTo: limit)
    } catch {
      throw OpeningFailure(reason: UnreadableWording.forbidden)
    }
  }

  /// Whether a regular file stands there, also behind a link.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  package static func isFolder(_ path: String) -> Bool { Folders.isFolder(path) }

  /// Where a link leads to; the path itself where there is none.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// All YAML files at `path`: the file itself, or every one below the folder, by name.
  ///
  /// Links to folders, pipes and devices below it are left out, which is told.
  package static func yamlFiles(
    at path: String, into diagnostics: inout Diagnostics
  ) -> [String] {
    guard isFolder(path) else { return exists(path) ? [path] : [] }
    var files: [String] = []
    for name in names(below: path) {
      let file = joined(path, name)
      let isYAML = [".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
      if isYAML, isRegular(file) {
        files.append(file)
      } else if isLink(file), isFolder(file) {
        diagnostics.report(.leftOut(file, LeftOutWording.linkToFolder))
      } else if isYAML, !isFolder(file) {
        diagnostics.report(
          .leftOut(file, isLink(file) ? LeftOutWording.link : UnreadableWording.notAFile))
      }
    }
    return files
  }

  /// Everything below a folder by name, as seen from there, but what is hidden and what is behind links.
  private static func names(below root: String) -> [String] {
    var names: [String] = []
    var open = [""]
    while let folder = open.popLast() {
      for name in Folders.names(in: joined(root, folder)) ?? [] where !name.hasPrefix(".") {
        let path = joined(folder, name)
        names.append(path)
        if Folders.kind(of: joined(root, path)) == S_IFDIR { open.append(path) }
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isLink(_ path: String) -> Bool { Folders.kind(of: path) == S_IFLNK }

  /// `name` as seen from the folder of `file`; absolute paths stay.
  package static func path(_ name: String, besides file: String) -> String {
    if name.hasPrefix("/") { return name }
    guard let slash = file.lastIndex(of: "/") else { return name }
    return joined(String(file[..<slash]), name)
  }

  /// `file` as seen from `folder`, with `..` where it must climb.
  package static func path(of file: String, seenFrom folder: String) -> String {
    let to = parts(file)
    let from = parts(folder)
    let shared = zip(to, from).prefix { $0 == $1 }.count
    let up = [Substring](repeating: "..", count: from.count - shared)
    return (up + to.dropFirst(shared)).joined(separator: "/")
  }

  /// The whole path without `.`, `..` and doubled slashes; links on it stay.
  static func standardized(_ path: String) -> String {
    "/" + parts(path).joined(separator: "/")
  }

  private static func parts(_ path: String) -> [Substring] {
    let whole = path.hasPrefix("/") ? path : joined(Folders.current, path)
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }

  package static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder == "."
      ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}

/// Why a file cannot be read.
enum UnreadableWording {
  static let missing = Wording(en: "there is no such file", zh: "没有这个文件")
  static let folder = Wording(en: "it is a folder", zh: "这是一个文件夹")
  static let forbidden = Wording(en: "the system refuses it", zh: "系统不允许读取")
  static let notAFile = Wording(
    en: "it is no regular file", zh: "不是普通文件（而是管道、设备之类）")
  static func tooLarge(_ limit: Int) -> Wording {
    Wording(en: "it is larger than \(limit >> 20) MiB", zh: "超过 \(limit >> 20) MiB")
  }
}

/// Why a file below a folder is not looked at.
enum LeftOutWording {
  static let link = Wording(en: "it is a link that leads nowhere", zh: "它是失效的链接")
  static let linkToFolder = Wording(en: "it is a link to a folder", zh: "它是指向文件夹的链接")
}
