import NormalForms

/// The path of a file below the root of its bundle, as checked and compared.
struct MemberPath {
  /// With `/` between parts, in normal form C; never absolute, never with `..`.
  let text: String

  /// Why a name is not taken.
  enum Fault: Error {
    case undecodable, absolute, leavesRoot, empty
  }

  /// - Source: a name in a zip is UTF-8 or in the code page of the system that made it; Windows may part it with `\`.
  static func read(_ name: [UInt8], isFromZip: Bool) -> Result<MemberPath, Fault> {
    guard let decoded = decode(name, isFromZip: isFromZip),
      !decoded.unicodeScalars.contains(where: isHidden)
    else { return .failure(.undecodable) }
    let written = decoded.normalFormC.replacing("\\", with: "/")
    if written.hasPrefix("/") || hasDrive(written) { return .failure(.absolute) }
    let parts = written.split(separator: "/").filter { $0 != "." }
    if parts.contains("..") { return .failure(.leavesRoot) }
    if parts.isEmpty { return .failure(.empty) }
    return .success(MemberPath(text: parts.joined(separator: "/")))
  }

  private static func decode(_ name: [UInt8], isFromZip: Bool) -> String? {
    let text = String(validating: name, as: UTF8.self)
    if let text, !isFromZip || !isDoubtful(text) { return text }
    guard let old = GB18030(name), old.faults.isEmpty else { return text }
    let chinese = String(decoding: old.utf8, as: UTF8.self)
    return text == nil || isAllHanzi(chinese) ? chinese : text
  }

  /// The four bytes of 专职 in GBK are two Hebrew letters in UTF-8: short names can be read both ways.
  ///
  /// UTF-8 of a Chinese name has letters of three bytes; a name with none of them is asked again.
  private static func isDoubtful(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x80 }
      && text.unicodeScalars.allSatisfy { $0.value < 0x800 }
  }

  private static func isAllHanzi(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x80 || (0x4E00...0x9FFF).contains($0.value) }
  }

  /// A name as far as it can be told: what is no letter becomes U+FFFD.
  static func shown(_ name: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
      text.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }

  /// Letters that change how a screen shows what stands around them.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `C:` at the beginning.
  private static func hasDrive(_ path: String) -> Bool {
    let first = Array(path.utf8.prefix(2))
    return first.count == 2 && first[1] == 0x3A && (0x41...0x5A).contains(first[0] & 0xDF)
  }

  /// What operating systems leave behind and nobody meant as evidence.
  var isLeftover: Bool {
    let parts = text.split(separator: "/")
    let name = parts.last ?? ""
    return parts.first == "__MACOSX" || name == ".DS_Store" || name.hasPrefix("._")
      || name.lowercased() == "thumbs.db" || name.lowercased() == "desktop.ini"
  }
}
