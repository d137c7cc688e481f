import Foundation
import TestSupport

/// Which folder of a module mentions types and functions of which other folder.
///
/// Only names that one file of the module declares at its margin, and nobody inside something else, are looked at; what stands in
/// comments and in texts is not.
struct FolderGraph {
  struct Arrow {
    let from: String
    let to: String
    /// The file that mentions the name.
    let file: String
    let name: String
  }

  /// By path inside the module.
  let folders: Set<String>
  let arrows: [Arrow]

  init(of module: String) throws {
    let root = Places.root.appending(path: "Sources/\(module)")
    var files: [(folder: String, name: String, code: String)] = []
    for file in Places.files(in: root, extension: "swift") {
      let path = file.deletingLastPathComponent().path.dropFirst(root.path.count)
      let code = SwiftCode(try String(contentsOf: file, encoding: .utf8)).text
      files.append((path.trimmingCharacters(in: ["/"]), file.lastPathComponent, code))
    }
    self.init(files)
  }

  init(_ files: [(folder: String, name: String, code: String)]) {
    folders = Set(files.map(\.folder))
    let owners = Self.owners(in: files.map(\.code))
    var arrows: [Arrow] = []
    for file in files {
      for name in Set(file.code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
        guard let owner = owners[name], files[owner].folder != file.folder else { continue }
        arrows.append(
          Arrow(from: file.folder, to: files[owner].folder, file: file.name, name: String(name)))
      }
    }
    self.arrows = arrows.sorted { ($0.file, $0.name) < ($1.file, $1.name) }
  }

  /// The file that declares a name, where only one does.
  private static func owners(in codes: [String]) -> [Substring: Int] {
    let words: Set<Substring> = [
      "struct", "class", "enum", "protocol", "actor", "typealias", "func", "let", "var",
    ]
    var owners: [Substring: Int] = [:]
    var several: Set<Substring> = []
    for (number, code) in codes.enumerated() {
      for line in code.split(separator: "\n") {
        let parts = line.prefix { $0 != "{" && $0 != ":" && $0 != "=" && $0 != "(" && $0 != "<" }
          .split(separator: " ")
        guard let word = parts.firstIndex(where: words.contains), word < 4,
          parts.indices.contains(word + 1)
        else { continue }
        let name = parts[word + 1]
        guard line.first?.isLetter == true else {
          // A type inside another; a variable of the same name says nothing.
          if name.first?.isUppercase == true { several.insert(name) }
          continue
        }
        if parts[..<word].contains(where: { $0.hasSuffix("private") }) { continue }
        if let other = owners.updateValue(number, forKey: name), other != number {
          several.insert(name)
        }
      }
    }
    return owners.filter { !several.contains($0.key) }
  }

  /// Folders that look at each other, directly or over others; each circle sorted.
  var circles: [[String]] {
    var next: [String: Set<String>] = [:]
    for arrow in arrows { next[arrow.from, default: []].insert(arrow.to) }
    func reached(from start: String) -> Set<String> {
      var seen: Set<String> = []
      var open = Array(next[start] ?? [])
      while let one = open.popLast() {
        if seen.insert(one).inserted { open += next[one] ?? [] }
      }
      return seen
    }
    let reach = Dictionary(uniqueKeysWithValues: folders.map { ($0, reached(from: $0)) })
    var circles: Set<[String]> = []
    for folder in folders where reach[folder]?.contains(folder) == true {
      circles.insert(
        folders.filter {
          reach[folder]?.contains($0) == true && reach[$0]?.contains(folder) == true
        }
        .sorted())
    }
    return circles.sorted { ($0.first ?? "") < ($1.first ?? "") }
  }
}

/// Swift without its comments and texts; what is interpolated stays.
struct SwiftCode {
  private(set) var text = ""
  private let source: [UInt8]
  private var at = 0
  private var kept: [UInt8] = []

  init(_ source: String) {
    self.source = Array(source.utf8)
    readCode(untilClosed: false)
    text = String(decoding: kept, as: UTF8.self)
  }

  private func stands(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      at + wanted.count <= source.count
        && wanted.indices.allSatisfy { source[at + $0] == wanted[$0] }
    }
  }

  private mutating func readCode(untilClosed: Bool) {
    var depth = 0
    while at < source.count {
      if stands("//") {
        while at < source.count, source[at] != UInt8(ascii: "\n") { at += 1 }
      } else if let hashes = hashesOfText() {
        readText(hashes: hashes)
      } else {
        if untilClosed {
          if stands("(") { depth += 1 }
          if stands(")") {
            if depth == 0 { return }
            depth -= 1
          }
        }
        kept.append(source[at])
        at += 1
      }
    }
  }

  /// How many `#` stand before the quote of a text that begins here.
  private func hashesOfText() -> Int? {
    var ahead = at
    while ahead < source.count, source[ahead] == UInt8(ascii: "#") { ahead += 1 }
    return ahead < source.count && source[ahead] == UInt8(ascii: "\"") ? ahead - at : nil
  }

  private mutating func readText(hashes: Int) {
    at += hashes
    let isLong = stands("\"\"\"\n")
    let end =
      Array(repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1)
      + Array(repeating: UInt8(ascii: "#"), count: hashes)
    at += isLong ? 3 : 1
    kept += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
    while at < source.count {
      if source[at...].starts(with: end) {
        at += end.count
        return
      }
      if hashes == 0, stands("\\(") {
        at += 2
        kept.append(UInt8(ascii: " "))
        readCode(untilClosed: true)
        kept.append(UInt8(ascii: " "))
        at += 1
      } else {
        at += hashes == 0 && stands("\\") ? 2 : 1
      }
    }
  }
}
