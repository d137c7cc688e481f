import Platform

extension XMLReader {
  private enum TagEnd {
    case whole(Int, isEmpty: Bool)
    case missing
  }

  mutating func readStartTag() throws(XMLFault) {
    var end = try scanTag()
    while case .missing = end {
      guard try refill() else { throw .cutOff }
      end = try scanTag()
    }
    guard case .whole(let behind, let isEmpty) = end else { return }
    position = behind
    isEmptyElement = isEmpty
    depth += 1
    guard open.push(UnsafeBufferPointer(start: window + tag.name, count: tag.nameCount)) else {
      throw .tooDeep
    }
    if hasDeclarations { declarePrefixes() }
  }

  /// Takes the tag at `position` apart, as far as it stands in the window.
  private mutating func scanTag() throws(XMLFault) -> TagEnd {
    var index = position + 1
    tag.removeAll()
    tag.name = index
    tag.localName = index
    index = scanName(from: index)
    tag.nameCount = index - tag.name
    guard index < filled else { return .missing }
    guard tag.nameCount > 0 else { throw .illFormed(.tag) }
    for colon in tag.name..<index where window[colon] == UInt8(ascii: ":") {
      tag.localName = colon + 1
    }
    hasDeclarations = false
    while true {
      while index < filled, window[index].isXMLBlank { index += 1 }
      guard index < filled else { return .missing }
      switch window[index] {
      case UInt8(ascii: ">"): return .whole(index + 1, isEmpty: false)
      case UInt8(ascii: "/"):
        guard index + 1 < filled else { return .missing }
        guard window[index + 1] == UInt8(ascii: ">") else { throw .illFormed(.tag) }
        return .whole(index + 2, isEmpty: true)
      default:
        guard let behind = try scanAttribute(from: index) else { return .missing }
        index = behind
      }
    }
  }

  /// - Returns: `nil` where it does not end within the window.
  private mutating func scanAttribute(from start: Int) throws(XMLFault) -> Int? {
    var index = scanName(from: start)
    let nameEnd = index
    while index < filled, window[index].isXMLBlank { index += 1 }
    guard index < filled else { return nil }
    guard nameEnd > start, window[index] == UInt8(ascii: "=") else { throw .illFormed(.tag) }
    index += 1
    while index < filled, window[index].isXMLBlank { index += 1 }
    guard index < filled else { return nil }
    let quote = window[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw .illFormed(.tag)
    }
    index += 1
    let value = index
    // Most values have a few letters; looking for the quote byte by byte is the quicker way.
    while index < filled, window[index] != quote { index += 1 }
    guard index < filled else { return nil }
    tag.append(
      XMLTag.Attribute(
        name: Int32(truncatingIfNeeded: start),
        nameCount: Int32(truncatingIfNeeded: nameEnd - start),
        value: Int32(truncatingIfNeeded: value),
        valueCount: Int32(truncatingIfNeeded: index - value)))
    if nameEnd - start >= 5, window[start] == UInt8(ascii: "x"),
      UnsafeBufferPointer(start: window + start, count: 5).is("xmlns")
    {
      hasDeclarations = true
    }
    return index + 1
  }

  @inline(__always)
  private func scanName(from start: Int) -> Int {
    var index = start
    while index < filled {
      switch window[index] {
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "&"):
        return index
      default: index += 1
      }
    }
    return index
  }

  private mutating func declarePrefixes() {
    for index in 0..<tag.count {
      let name = name(of: tag[index])
      guard name.count >= 5, UnsafeBufferPointer(rebasing: name[..<5]).is("xmlns") else { continue }
      let prefix: [UInt8]
      if name.count == 5 {
        prefix = []
      } else if name[5] == UInt8(ascii: ":") {
        prefix = Array(name[6...])
      } else {
        continue
      }
      open.bind(prefix, to: XMLNamespace(bytes(of: tag[index])))
    }
  }

  mutating func readEndTag() throws(XMLFault) {
    var index = position + 2
    while true {
      index = scanName(from: index)
      if index < filled { break }
      let length = index - position
      guard try refill() else { throw .cutOff }
      index = position + length
    }
    let nameEnd = index
    let name = UnsafeBufferPointer(start: window + position + 2, count: nameEnd - position - 2)
    guard open.ends(name) else { throw .illFormed(.endTag) }
    while true {
      while index < filled, window[index].isXMLBlank { index += 1 }
      if index < filled { break }
      let length = index - position
      guard try refill() else { throw .cutOff }
      index = position + length
    }
    guard window[index] == UInt8(ascii: ">") else { throw .illFormed(.endTag) }
    position = index + 1
    close()
  }

  mutating func close() {
    open.pop()
    depth -= 1
  }

  // MARK: what a tag says

  /// Without its prefix.
  @inline(__always)
  var localName: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: window + tag.localName, count: tag.name + tag.nameCount - tag.localName)
  }

  /// Whether the element that starts is this one of SpreadsheetML, under whatever prefix.
  @inline(__always)
  func starts(_ name: StaticString) -> Bool {
    localName.is(name) && namespace == .spreadsheet
  }

  var namespace: XMLNamespace {
    guard tag.localName > tag.name else { return open.plain }
    return open.namespace(
      of: UnsafeBufferPointer(start: window + tag.name, count: tag.localName - tag.name - 1))
  }

  private func name(of attribute: XMLTag.Attribute) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window + Int(attribute.name), count: Int(attribute.nameCount))
  }

  private func bytes(of attribute: XMLTag.Attribute) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: window + Int(attribute.value), count: Int(attribute.valueCount))
  }

  /// The value of an attribute as it stands; for values in which nothing is escaped.
  @inline(__always)
  func attribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<tag.count where self.name(of: tag[index]).is(name) {
      return bytes(of: tag[index])
    }
    return nil
  }

  /// The value of an attribute, unescaped.
  func value(_ name: StaticString) throws(XMLFault) -> String? {
    guard let bytes = attribute(name) else { return nil }
    return try unescaped(bytes)
  }

  /// The value of an attribute of another vocabulary.
  func value(_ local: StaticString, of namespace: XMLNamespace) throws(XMLFault) -> String? {
    for index in 0..<tag.count {
      let name = name(of: tag[index])
      guard let colon = name.firstIndex(of: UInt8(ascii: ":")),
        UnsafeBufferPointer(rebasing: name[(colon + 1)...]).is(local),
        open.namespace(of: UnsafeBufferPointer(rebasing: name[..<colon])) == namespace
      else { continue }
      return try unescaped(bytes(of: tag[index]))
    }
    return nil
  }

  private func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) -> String {
    var unescaped: [UInt8] = []
    try XMLText.append(bytes, isLiteral: false, to: &unescaped)
    for index in unescaped.indices where unescaped[index] == 0x0A || unescaped[index] == 0x09 {
      unescaped[index] = 0x20
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// Whether blanks around the text of the element count.
  var preservesSpace: Bool { attribute("xml:space")?.is("preserve") ?? false }
}
