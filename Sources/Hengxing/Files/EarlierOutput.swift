import Diagnostics
import Formats
import Platform
import Seals

/// An output folder of an earlier run: which of its files are ours, and which somebody else put there or changed.
struct EarlierOutput {
  /// Files of ours, as they were left.
  private var own: [String] = []
  /// Everything else that is no folder.
  private(set) var foreign: [String] = []

  init(_ root: String) {
    let digests = Self.digests(of: root)
    var open = [""]
    while let folder = open.popLast() {
      for name in Folders.names(in: Files.joined(root, folder)) ?? [] {
        let path = Files.joined(folder, name)
        let whole = Files.joined(root, path)
        switch Folders.kind(of: whole) {
        case S_IFDIR: open.append(path)
        case S_IFREG where Self.isOwn(path, at: whole, digests): own.append(path)
        default: foreign.append(path)
        }
      }
    }
    foreign.sort()
  }

  private static func isOwn(_ path: String, at file: String, _ digests: [String: String]?) -> Bool {
    if path == OutputFolder.mark { return true }
    guard let digests else { return isName(path) }
    var quiet = Diagnostics()
    return digests[path] != nil && digests[path] == FileSeal(of: file, into: &quiet)?.digest
  }

  /// Earlier marks list no files; these are the names that a run gave.
  private static func isName(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let names = parts.count == 1 ? FolderNames.reserved : []
    let name = String(parts.last ?? "")
    return names.contains(name)
      || [
        "report.en.html", "report.zh.html", "report.en.txt", "report.zh.txt", "result.json",
      ].contains(name)
  }

  /// What the mark lists; `nil` where it lists nothing or cannot be read.
  private static func digests(of root: String) -> [String: String]? {
    var quiet = Diagnostics()
    let mark = Files.joined(root, OutputFolder.mark)
    guard Folders.kind(of: mark) == S_IFREG,
      let (source, _) = Files.text(mark, as: .evidence, into: &quiet),
      let files = JSONReader.read(source, into: &quiet)?["files"]?.array
    else { return nil }
    return Dictionary(
      files.compactMap { file in
        file["path"]?.string.flatMap { path in file["sha256"]?.string.map { (path, $0) } }
      }, uniquingKeysWith: { _, last in last })
  }

  /// The files of others that stand where one of `names`, or a folder above one, is to stand, or the other way round.
  func foreign(inTheWayOf names: [String]) -> [String] {
    let files = Set(names)
    let folders = Set(names.flatMap { Self.folders(above: $0) })
    return foreign.filter {
      files.contains($0) || folders.contains($0)
        || Self.folders(above: $0).contains(where: files.contains)
    }
  }

  private static func folders(above path: String) -> [String] {
    var folders: [String] = []
    var above = path
    while let slash = above.lastIndex(of: "/") {
      above = String(above[..<slash])
      folders.append(above)
    }
    return folders
  }

  /// Removes our own files, and the folders in which nothing else stands.
  func removeOwn(from root: String) {
    var folders = Set<String>()
    for path in own {
      unlink(Files.joined(root, path))
      folders.formUnion(Self.folders(above: path))
    }
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      rmdir(Files.joined(root, folder))
    }
  }

  /// Moves what stands in a folder into another one, and removes it when it is empty.
  ///
  /// - Returns: false where something could not be moved; it stays.
  static func move(_ old: String, into new: String) -> Bool {
    if rmdir(old) == 0 { return true }
    for name in Folders.names(in: old) ?? [] {
      let from = Files.joined(old, name)
      let to = Files.joined(new, name)
      if Folders.kind(of: to) == nil {
        rename(from, to)
      } else if Folders.kind(of: from) == S_IFDIR, Folders.kind(of: to) == S_IFDIR {
        _ = move(from, into: to)
      }
    }
    return rmdir(old) == 0
  }
}
