/// The members of a zip, listed once; each pass over their content opens the file anew.
struct Zip {
  private(set) var files: [FileTree.File] = []
  private(set) var refusals: [FileTree.Refusal] = []
  private let path: String
  private let limits: FileTree.Limits
  /// Which member of the zip, counted from 0, a path stands for.
  private var members: [String: Int] = [:]

  init(_ path: String, _ limits: FileTree.Limits) throws(FileTreeError) {
    self.path = path
    self.limits = limits
    var listed: [(path: String, member: Int, byteCount: Int)] = []
    let pass = try ZipPass(path)
    var member = -1
    while let entry = try pass.next() {
      member += 1
      guard member < limits.fileCount else { throw .tooManyFiles(limit: limits.fileCount) }
      guard let name = takenPath(of: entry) else { continue }
      listed.append((name, member, entry.byteCount))
    }
    let common = Self.commonFolder(of: listed.map(\.path))
    for (name, member, byteCount) in listed {
      add(String(name.dropFirst(common.count)), member, byteCount: byteCount)
    }
    try checkTotal(of: files.reduce(0) { $0 &+ $1.byteCount }, compressed: pass.fileSize)
  }

  /// - Returns: `nil` for what is not taken, which is refused unless it is a folder or a leftover.
  private mutating func takenPath(of entry: ZipPass.Entry) -> String? {
    let shown = MemberPath.shown(entry.name)
    switch MemberPath.read(entry.name, isFromZip: true) {
    case .failure(.absolute): refuse(shown, .absolutePath)
    case .failure(.leavesRoot): refuse(shown, .leavesRoot)
    case .failure(.undecodable): refuse(shown, .undecodableName)
    case .failure(.empty):
      if entry.kind != .folder { refuse(shown, .undecodableName) }
    case .success(let path):
      if path.isLeftover { return nil }
      switch entry.kind {
      case .folder: return nil
      case .link: refuse(path.text, .link)
      case .encrypted: refuse(path.text, .encrypted)
      case .other: refuse(path.text, .notAFile)
      case .file: return path.text
      }
    }
    return nil
  }

  private mutating func add(_ path: String, _ member: Int, byteCount: Int) {
    guard (0...limits.file).contains(byteCount) else { return refuse(path, .tooLarge) }
    guard members[path] == nil else { return refuse(path, .duplicate) }
    members[path] = member
    files.append(FileTree.File(path: path, byteCount: byteCount))
  }

  private mutating func refuse(_ path: String, _ reason: FileTree.Refusal.Reason) {
    refusals.append(FileTree.Refusal(path: path, reason: reason))
  }

  /// Whoever zips a folder gets its name before every path; that folder is the root.
  private static func commonFolder(of paths: [String]) -> String {
    guard let slash = paths.first?.firstIndex(of: "/"), let first = paths.first else { return "" }
    let folder = String(first[...slash])
    let ownNames: Set = ["tables/", "documents/", "judgements/", "surveys/"]
    return ownNames.contains(folder) || !paths.allSatisfy { $0.hasPrefix(folder) } ? "" : folder
  }

  private func checkTotal(of total: Int, compressed: Int) throws(FileTreeError) {
    guard total <= limits.total else { throw .totalTooLarge(limit: limits.total) }
    let ratio = limits.compressionRatio.multipliedReportingOverflow(by: max(1, compressed))
    guard ratio.overflow || total <= max(FileTree.Limits.freeBytes, ratio.partialValue) else {
      throw .compressionBomb(ratio: limits.compressionRatio)
    }
  }

  func stream(
    _ wanted: Set<String>, _ take: (String, ArraySlice<UInt8>) -> Void
  ) -> [String: FileTreeError] {
    var failures: [String: FileTreeError] = [:]
    var paths: [Int: String] = [:]
    for path in wanted {
      if let member = members[path] {
        paths[member] = path
      } else {
        failures[path] = .notFound(path)
      }
    }
    do throws(FileTreeError) {
      try stream(&paths, take, failures: &failures)
      for path in paths.values { failures[path] = .damaged(path, "the zip changed") }
    } catch {
      for path in paths.values { failures[path] = error }
    }
    return failures
  }

  /// Takes the members that were read out of `paths`; what is left could not be reached.
  private func stream(
    _ paths: inout [Int: String],
    _ take: (String, ArraySlice<UInt8>) -> Void,
    failures: inout [String: FileTreeError]
  ) throws(FileTreeError) {
    let pass = try ZipPass(path)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var member = -1
    var total = 0
    while !paths.isEmpty, let entry = try pass.next() {
      member += 1
      guard let path = paths[member] else { continue }
      do throws(FileTreeError) {
        try stream(path, entry, pass, &buffer, &total, take)
      } catch {
        guard case .damaged = error else { throw error }
        failures[path] = error
      }
      paths[member] = nil
    }
  }

  private func stream(
    _ path: String,
    _ entry: ZipPass.Entry,
    _ pass: ZipPass,
    _ buffer: inout [UInt8],
    _ total: inout Int,
    _ take: (String, ArraySlice<UInt8>) -> Void
  ) throws(FileTreeError) {
    var count = 0
    while true {
      let read = try pass.read(into: &buffer)
      if read == 0, count > 0 { return }
      count += read
      total += read
      guard count <= min(limits.file, entry.byteCount) else {
        throw .damaged(path, "more content than declared")
      }
      try checkTotal(of: total, compressed: pass.fileSize)
      take(path, buffer[..<read])
      if read == 0 { return }
    }
  }
}
