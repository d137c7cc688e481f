import Platform

/// The files below a folder of the disk; follows no links.
struct Folder {
  private(set) var files: [FileTree.File] = []
  private(set) var refusals: [FileTree.Refusal] = []
  private let root: String
  private let limits: FileTree.Limits
  /// What to open for a path: names on the disk are bytes, and may be in another encoding.
  private var names: [String: [UInt8]] = [:]

  static func isFolder(_ path: String) throws(FileTreeError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .notFound(path) }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  init(_ root: String, _ limits: FileTree.Limits) throws(FileTreeError) {
    self.root = root
    self.limits = limits
    try walk([], depth: 0)
  }

  private mutating func walk(_ folder: [UInt8], depth: Int) throws(FileTreeError) {
    for name in try Self.names(in: diskPath(folder), shownAs: root) {
      let path = folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
      var status = stat()
      guard lstat(diskPath(path), &status) == 0 else { continue }
      let member: MemberPath
      switch MemberPath.read(path, isFromZip: false) {
      case .success(let read): member = read
      case .failure:
        refuse(MemberPath.shown(path), .undecodableName)
        continue
      }
      if member.isLeftover { continue }
      switch status.st_mode & S_IFMT {
      case S_IFLNK: refuse(member.text, .link)
      case S_IFDIR where depth >= limits.depth: refuse(member.text, .tooDeep)
      case S_IFDIR: try walk(path, depth: depth + 1)
      case S_IFREG: try add(member.text, path, byteCount: Int(status.st_size))
      default: refuse(member.text, .notAFile)
      }
    }
  }

  private mutating func add(
    _ path: String, _ name: [UInt8], byteCount: Int
  ) throws(FileTreeError) {
    guard byteCount <= limits.file else { return refuse(path, .tooLarge) }
    guard names[path] == nil else { return refuse(path, .duplicate) }
    guard files.count < limits.fileCount else { throw .tooManyFiles(limit: limits.fileCount) }
    names[path] = name
    files.append(FileTree.File(path: path, byteCount: byteCount))
  }

  private mutating func refuse(_ path: String, _ reason: FileTree.Refusal.Reason) {
    refusals.append(FileTree.Refusal(path: path, reason: reason))
  }

  func stream(
    _ wanted: Set<String>, _ take: (String, ArraySlice<UInt8>) -> Void
  ) -> [String: FileTreeError] {
    var failures: [String: FileTreeError] = [:]
    for path in wanted.sorted() {
      do throws(FileTreeError) {
        try stream(path, take)
      } catch {
        failures[path] = error
      }
    }
    return failures
  }

  private func stream(
    _ path: String, _ take: (String, ArraySlice<UInt8>) -> Void
  ) throws(FileTreeError) {
    guard let name = names[path] else { throw .notFound(path) }
    // The file may have become a link or a pipe since it was listed; neither is followed or waited for.
    let handle = Platform.open(diskPath(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard handle >= 0 else { throw .notReadable(path, String(cString: strerror(errno))) }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notReadable(path, "no regular file any more")
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    repeat {
      let count = Platform.read(handle, &buffer, buffer.count)
      guard count >= 0 else { throw .notReadable(path, String(cString: strerror(errno))) }
      if count == 0, total > 0 { return }
      take(path, buffer[..<count])
      if count == 0 { return }
      total += count
    } while total <= limits.file
    throw .notReadable(path, "the file grew while it was read")
  }

  /// The path of the disk with a zero at its end.
  private func diskPath(_ name: [UInt8]) -> [CChar] {
    (Array(root.utf8) + [UInt8(ascii: "/")] + name + [0]).map { CChar(bitPattern: $0) }
  }

  /// The names in a folder, in the order of their bytes.
  private static func names(in folder: [CChar], shownAs root: String) throws(FileTreeError)
    -> [[UInt8]]
  {
    guard let stream = opendir(folder) else {
      throw .notReadable(root, String(cString: strerror(errno)))
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
