/// Folders of the disk.
package enum Folders {
  /// What a folder holds, in the order in which the system tells it; `nil` where it cannot be read.
  package static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder, and those above it, where they are not there.
  package static func make(_ path: String) throws(SystemFailure) {
    if mkdir(path, 0o777) == 0 || isFolder(path) { return }
    let failure = SystemFailure()
    guard failure.code == ENOENT, let above = above(path) else { throw failure }
    try make(above)
    guard mkdir(path, 0o777) == 0 || isFolder(path) else { throw SystemFailure() }
  }

  /// Makes a file among the temporary ones, under a name that nobody has, for reading and writing.
  package static func makeTemporaryFile() throws(SystemFailure) -> (number: Int32, path: String) {
    var name = (temporary + "/hengxing-XXXXXX").utf8CString.map(\.self)
    let number = mkstemp(&name)
    guard number >= 0 else { throw SystemFailure() }
    return (number, String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// The folder in which a path lies; `nil` where the path names none.
  package static func above(_ path: String) -> String? {
    var rest = path[...]
    while rest.last == "/" { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/") else { return nil }
    let folder = rest[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// Gives what stands there another place on the same disk, where nothing may stand.
  package static func move(_ path: String, to target: String) throws(SystemFailure) {
    guard kind(of: target) == nil else { throw SystemFailure(code: EEXIST) }
    guard rename(path, target) == 0 else { throw SystemFailure() }
  }

  /// Removes what stands there, with all that is below it; links are not followed.
  package static func remove(_ path: String) {
    if kind(of: path) == S_IFDIR {
      for name in names(in: path) ?? [] { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Whether a folder stands there, also behind a link.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The kind of what stands there, `nil` where there is nothing; links are not followed.
  package static func kind(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Where files may stand for a while.
  package static var temporary: String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  /// Where paths that begin with no slash begin.
  package static var current: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}
