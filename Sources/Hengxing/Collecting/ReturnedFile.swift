import Archives
import Bundles
import Diagnostics
import Formats
import Platform
import Seals
import Workbooks

/// A file that came back, and what it turned out to be.
struct ReturnedFile {
  enum Kind {
    case form(Workbook, FormMarker)
    /// A workbook that no form is: perhaps a document.
    case workbook
    /// It should be a workbook and cannot be read; that was told.
    case broken
    /// Left behind by a program in which a workbook is open.
    case lock
    case loose
  }

  /// As seen from the folder.
  let path: String
  /// As messages name it.
  let shown: String
  let bytes: [UInt8]
  let digest: String
  let kind: Kind

  var name: String { String(path.split(separator: "/").last ?? "") }

  /// The folders above it, from the outermost.
  var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }

  /// The name without its ending.
  var stem: String { String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]) }

  private static let largest = 1 << 30
  private static let workbooks = [".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xlsb"]

  /// Everything below a folder, by name; what is hidden is no return.
  static func all(in folder: String, into diagnostics: inout Diagnostics) -> [ReturnedFile] {
    var names: [String] = []
    var open = [""]
    while let inner = open.popLast() {
      for name in Folders.names(in: Files.joined(folder, inner)) ?? [] where !name.hasPrefix(".") {
        let path = Files.joined(inner, name)
        // Links are not followed: they may lead anywhere.
        switch Folders.kind(of: Files.joined(folder, path)) {
        case S_IFDIR: open.append(path)
        case S_IFREG: names.append(path)
        default: diagnostics.report(.leftOut(Files.joined(folder, path), LeftOutWording.link))
        }
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { read($0, in: folder, into: &diagnostics) }
  }

  private static func read(
    _ path: String, in folder: String, into diagnostics: inout Diagnostics
  ) -> ReturnedFile? {
    let shown = Files.joined(folder, path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard !name.hasPrefix("~$") else {
      return ReturnedFile(path: path, shown: shown, bytes: [], digest: "", kind: .lock)
    }
    guard let bytes = Files.bytes(shown, atMost: largest, into: &diagnostics) else { return nil }
    return ReturnedFile(
      path: path, shown: shown, bytes: bytes, digest: Digest.sha256(of: bytes),
      kind: kind(of: name, bytes, shown, into: &diagnostics))
  }

  private static func kind(
    of name: String, _ bytes: [UInt8], _ shown: String, into diagnostics: inout Diagnostics
  ) -> Kind {
    guard workbooks.contains(where: name.lowercased().hasSuffix) else { return .loose }
    guard
      let workbook = Workbook.open(.bytes(ZipBytes(bytes)), shownAs: shown, into: &diagnostics)
    else { return .broken }
    return FormMarker(of: workbook).map { .form(workbook, $0) } ?? .workbook
  }
}
