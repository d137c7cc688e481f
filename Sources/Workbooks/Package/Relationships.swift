/// What a part says of the parts that it goes with.
///
/// - Source: ECMA-376 Part 2, 6.5.
struct Relationships {
  struct Relationship {
    /// The last word of its type: `worksheet`, `styles`.
    let kind: String
    /// The name of a part; `nil` where it lies outside the workbook.
    let target: String?
  }

  private(set) var all: [Relationship] = []
  private var indices: [String: Int] = [:]
  /// Ids that mean two things.
  private(set) var doubled: Set<String> = []

  /// More than any workbook has.
  private static let most = 100_000

  init() {}

  /// Of a part; the empty name means the whole package.
  init(of part: String, in package: WorkbookPackage) throws(XMLFault) {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    let name = folder + "_rels/" + part[slash...] + ".rels"
    guard var reader = try? package.open(name) else { return }
    while true {
      switch try reader.next() {
      case .start where reader.depth == 2 && reader.localName.is("Relationship"):
        guard all.count < Self.most else { return }
        add(
          id: try reader.value("Id") ?? "", type: try reader.value("Type") ?? "",
          target: try reader.value("Target") ?? "",
          isExternal: reader.attribute("TargetMode")?.is("External") ?? false, folder, package)
      case .done: return
      default: break
      }
    }
  }

  private mutating func add(
    id: String, type: String, target: String, isExternal: Bool, _ folder: String,
    _ package: WorkbookPackage
  ) {
    let relationship = Relationship(
      kind: type.split(separator: "/").last.map(String.init) ?? "",
      target: isExternal ? nil : Self.part(target, from: folder, in: package))
    if let first = indices[id], all[first].target != relationship.target { doubled.insert(id) }
    indices[id] = all.count
    all.append(relationship)
  }

  subscript(id: String) -> Relationship? { indices[id].map { all[$0] } }

  /// The part that stands for something of which there is one.
  func target(ofKind kind: String) -> String? {
    all.first { $0.kind == kind && $0.target != nil }?.target
  }

  /// The name of a part from where it is named.
  private static func part(
    _ target: String, from folder: String, in package: WorkbookPackage
  ) -> String {
    let written = target.replacing("\\", with: "/").prefix { $0 != "#" }
    var parts = written.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in written.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let name = parts.joined(separator: "/")
    return package.has(name) ? name : unescaped(name)
  }

  /// With `%E6%98%8E` as the letters that it means.
  private static func unescaped(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var unescaped: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        unescaped.append(byte)
        index += 3
      } else {
        unescaped.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }
}
