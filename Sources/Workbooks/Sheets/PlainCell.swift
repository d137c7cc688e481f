/// A cell that stands in the window as most programs write it, with nothing in it that has to be looked at twice.
///
///     <c r="A7" s="1" t="s"><v>42</v></c>
///     <c r="B7" t="inlineStr"><is><t>个案</t></is></c>
///     <c r="C7" s="3"/>
struct PlainCell {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let name: Bytes
  let style: Int?
  let type: SheetReader.Written
  /// Not empty, without entities, escapes, control characters and outer blanks; `nil` in a cell without a value.
  let text: Bytes?
  /// Where the next tag begins.
  let end: Int

  /// - Returns: `nil` where there is anything else, or not all of it.
  init?(_ bytes: Bytes) {
    var scan = Scan(bytes)
    guard scan.skip("<c r=\""), let name = scan.upToQuote() else { return nil }
    self.name = name
    var style: Int?
    if scan.skip(" s=\"") {
      guard let written = scan.upToQuote(), let number = SheetReader.integer(written) else {
        return nil
      }
      style = number
    }
    self.style = style
    var written: Bytes?
    if scan.skip(" t=\"") {
      written = scan.upToQuote()
      if written == nil { return nil }
    }
    type = SheetReader.Written(written)
    if scan.skip("/>") {
      text = nil
    } else if type == .inline {
      guard scan.skip("><is><t>"), let found = scan.text(mayHoldEscapes: false),
        scan.skip("</t></is></c>")
      else { return nil }
      text = found
    } else {
      guard scan.skip("><v>"), let found = scan.text(mayHoldEscapes: type != .text),
        scan.skip("</v></c>")
      else { return nil }
      text = found
    }
    end = scan.index
  }

  private struct Scan {
    let bytes: Bytes
    var index = 0

    @inline(__always)
    init(_ bytes: Bytes) {
      self.bytes = bytes
    }

    @inline(__always)
    mutating func skip(_ words: StaticString) -> Bool {
      let count = words.utf8CodeUnitCount
      guard index + count <= bytes.count else { return false }
      for place in 0..<count where bytes[index + place] != words.utf8Start[place] { return false }
      index += count
      return true
    }

    /// What stands before the next quotation mark, which is passed over.
    @inline(__always)
    mutating func upToQuote() -> Bytes? {
      let start = index
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") {
          defer { index += 1 }
          return Bytes(rebasing: bytes[start..<index])
        }
        // An entity, a tag, a blank: for somebody else.
        guard byte > 0x20, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "<") else { return nil }
        index += 1
      }
      return nil
    }

    @inline(__always)
    mutating func text(mayHoldEscapes: Bool) -> Bytes? {
      let start = index
      var isSpecial = false
      while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
        let byte = bytes[index]
        isSpecial =
          isSpecial || byte < 0x20 || byte == UInt8(ascii: "&")
          || byte == UInt8(ascii: "_") && !mayHoldEscapes
        index += 1
      }
      guard !isSpecial, index > start, bytes[start] != 0x20, bytes[index - 1] != 0x20 else {
        return nil
      }
      return Bytes(rebasing: bytes[start..<index])
    }
  }
}
