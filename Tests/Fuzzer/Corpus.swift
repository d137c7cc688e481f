import Foundation

/// Files from which inputs are made, kept in the tree: small honest ones, and each that once was a fault.
struct Corpus {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()

  let folder: URL
  let files: [[UInt8]]

  init(of target: String) {
    folder = Self.root.appending(path: "Corpus/\(target)")
    files = Self.files(in: folder)
  }

  /// The bytes of the files in a folder, ordered by name.
  static func files(in folder: URL, endingIn end: String = "") -> [[UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(end) }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
    }
  }

  /// Where an input is put that was a fault: the next run begins with it.
  func place(of fault: String) -> String { folder.appending(path: fault).path }
}
