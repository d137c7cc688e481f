package import Diagnostics
import Values

/// Reads JSON with exact numbers; stops at the first mistake, which is reported at its place.
///
/// - Source: RFC 8259. A key written twice is a mistake here, and a number beyond decimal128.
package struct JSONReader {
  /// Our own results nest to about 20; the call stack is safe at this depth.
  package static let maximumDepth = 128

  private let source: SourceText
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  /// One word, so that deep documents need little of the stack: a diagnostic has many.
  private final class Fault: Error {
    let diagnostic: Diagnostic

    init(diagnostic: Diagnostic) {
      self.diagnostic = diagnostic
    }
  }

  /// - Returns: `nil` where the text is not one JSON document.
  package static func read(_ source: SourceText, into diagnostics: inout Diagnostics) -> JSON? {
    let answer = source.text.utf8.withContiguousStorageIfAvailable {
      bytes -> Result<JSON, Fault> in
      var reader = JSONReader(source: source, bytes: bytes)
      return Result { () throws(Fault) in try reader.readDocument() }
    }
    switch answer {
    case .success(let json): return json
    case .failure(let fault):
      diagnostics.report(fault.diagnostic)
      return nil
    case nil: return nil
    }
  }

  private init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
  }

  private func place(_ start: Int, _ end: Int) -> Place {
    .text(source, Span(start, min(end, bytes.count)))
  }

  private func unexpected(_ expected: Wording) -> Fault {
    Fault(diagnostic: .jsonUnexpected(expected, at: place(offset, offset + 1)))
  }

  private func tooDeep() -> Fault {
    Fault(diagnostic: .jsonTooDeep(Self.maximumDepth, at: place(offset, offset + 1)))
  }

  private func writtenTwice(_ key: String, from start: Int) -> Fault {
    Fault(diagnostic: .jsonDuplicateKey(key, at: place(start, offset)))
  }

  private mutating func readDocument() throws(Fault) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    let json = try readValue(depth: 0)
    passBlanks()
    guard offset == bytes.count else { throw unexpected(.jsonEnd) }
    return json
  }

  private mutating func readValue(depth: Int) throws(Fault) -> JSON {
    passBlanks()
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    guard offset < bytes.count else { throw unexpected(.jsonValue) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t") where pass("true"): return .boolean(true)
    case UInt8(ascii: "f") where pass("false"): return .boolean(false)
    case UInt8(ascii: "n") where pass("null"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw unexpected(.jsonValue)
    }
  }

  private mutating func readObject(depth: Int) throws(Fault) -> JSON {
    offset += 1
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    passBlanks()
    if pass("}") { return .object([]) }
    while true {
      passBlanks()
      let start = offset
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
        throw unexpected(.jsonKey)
      }
      let key = try readString()
      guard keys.insert(key).inserted else { throw writtenTwice(key, from: start) }
      passBlanks()
      guard pass(":") else { throw unexpected(.jsonColon) }
      members.append(JSON.Member(key, try readValue(depth: depth + 1)))
      passBlanks()
      if pass(",") { continue }
      guard pass("}") else { throw unexpected(.jsonObjectEnd) }
      return .object(members)
    }
  }

  private mutating func readArray(depth: Int) throws(Fault) -> JSON {
    offset += 1
    var items: [JSON] = []
    passBlanks()
    if pass("]") { return .array([]) }
    while true {
      items.append(try readValue(depth: depth + 1))
      passBlanks()
      if pass(",") { continue }
      guard pass("]") else { throw unexpected(.jsonArrayEnd) }
      return .array(items)
    }
  }

  private mutating func readNumber() throws(Fault) -> JSON {
    let start = offset
    _ = pass("-")
    let integer = offset
    let integerCount = passDigits()
    let hasLeadingZero = integerCount > 1 && bytes[integer] == UInt8(ascii: "0")
    var isWellFormed = integerCount > 0 && !hasLeadingZero
    if pass(".") { isWellFormed = passDigits() > 0 && isWellFormed }
    if pass("e") || pass("E") {
      if !pass("+") { _ = pass("-") }
      isWellFormed = passDigits() > 0 && isWellFormed
    }
    guard isWellFormed, let number = Number(utf8: .init(rebasing: bytes[start..<offset])) else {
      throw Fault(diagnostic: .jsonNumber(at: place(start, max(offset, start + 1))))
    }
    return .number(number)
  }

  private mutating func passDigits() -> Int {
    let start = offset
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    return offset - start
  }

  private mutating func readString() throws(Fault) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count {
      let run = offset
      while offset < bytes.count, bytes[offset] != 0x22, bytes[offset] != 0x5C,
        bytes[offset] >= 0x20
      {
        offset += 1
      }
      text.append(contentsOf: bytes[run..<offset])
      guard offset < bytes.count else { break }
      switch bytes[offset] {
      case 0x22:
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try readEscape(into: &text)
      default:
        throw Fault(diagnostic: .jsonControlCharacter(at: place(offset, offset + 1)))
      }
    }
    throw Fault(diagnostic: .jsonUnclosedString(at: place(start, start + 1)))
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Fault) {
    let start = offset
    offset += 2
    switch offset <= bytes.count ? bytes[offset - 1] : 0 {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = readScalar() else {
        throw Fault(diagnostic: .jsonEscape(at: place(start, offset)))
      }
      text.append(contentsOf: String(scalar).utf8)
    default: throw Fault(diagnostic: .jsonEscape(at: place(start, offset)))
    }
  }

  /// Four hexadecimal digits, or twice four for a letter that UTF-16 writes as a pair.
  private mutating func readScalar() -> Unicode.Scalar? {
    guard let first = readUnit() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard pass("\\u"), let second = readUnit(), (0xDC00...0xDFFF).contains(second) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func readUnit() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 + UInt32(digit)
    }
    offset += 4
    return unit
  }

  private mutating func passBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func pass(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    for index in 0..<count where bytes[offset + index] != word.utf8Start[index] { return false }
    offset += count
    return true
  }
}
