package import Diagnostics
import Formats
import Foundation

/// Reading files of the user: sizes are bounded, and every failure has words.
package enum Files {
  /// The text of a file written by hand: UTF-8.
  ///
  /// - Returns: `nil` where the file cannot be read; that was reported.
  package static func text(
    _ path: String,
    into diagnostics: inout Diagnostics
  ) -> (source: SourceText, bytes: [UInt8])? {
    guard let bytes = bytes(path, atMost: TextReader.maximumByteCount, into: &diagnostics),
      let source = TextReader.read(bytes, path: path, into: &diagnostics)
    else { return nil }
    return (source, bytes)
  }

  /// The bytes of a regular file of at most `limit` bytes.
  package static func bytes(
    _ path: String,
    atMost limit: Int,
    into diagnostics: inout Diagnostics
  ) -> [UInt8]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      diagnostics.report(.unreadableFile(path, UnreadableWording.missing))
      return nil
    }
    guard !isFolder.boolValue else {
      diagnostics.report(.unreadableFile(path, UnreadableWording.folder))
      return nil
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? Int, size > limit
    {
      diagnostics.report(.unreadableFile(path, UnreadableWording.tooLarge(limit)))
      return nil
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      diagnostics.report(.unreadableFile(path, UnreadableWording.forbidden))
      return nil
    }
    defer { try? handle.close() }
    let bytes: Data
    do {
      // Nothing at all is an empty file; a failure is not.
      bytes = try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      diagnostics.report(.unreadableFile(path, UnreadableWording.forbidden))
      return nil
    }
    guard bytes.count <= limit else {
      diagnostics.report(.unreadableFile(path, UnreadableWording.tooLarge(limit)))
      return nil
    }
    return [UInt8](bytes)
  }

  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// All YAML files at `path`: the file itself, or every one below the folder, by name.
  package static func yamlFiles(at path: String) -> [String] {
    guard isFolder(path) else { return exists(path) ? [path] : [] }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return
      names
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { joined(path, $0) }
  }

  /// `name` as seen from the folder of `file`; absolute paths stay.
  package static func path(_ name: String, besides file: String) -> String {
    if name.hasPrefix("/") { return name }
    guard let slash = file.lastIndex(of: "/") else { return name }
    return joined(String(file[..<slash]), name)
  }

  /// `file` as seen from `folder`, with `..` where it must climb.
  package static func path(of file: String, seenFrom folder: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    func parts(_ path: String) -> [String] {
      let whole = path.hasPrefix("/") ? path : joined(here, path)
      return URL(filePath: whole).standardized.pathComponents.filter { $0 != "/" }
    }
    let to = parts(file)
    let from = parts(folder)
    let shared = zip(to, from).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - shared)
    return (up + to.dropFirst(shared)).joined(separator: "/")
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
  static func tooLarge(_ limit: Int) -> Wording {
    Wording(en: "it is larger than \(limit >> 20) MiB", zh: "超过 \(limit >> 20) MiB")
  }
}
