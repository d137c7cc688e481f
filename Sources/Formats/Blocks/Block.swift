/// Room for the bytes of some whole records of a file, used again for the next.
///
/// Behind the bytes there is room that may be read, so that they are looked at in large words.
package final class Block {
  /// Bytes behind the last that may be read.
  package static let margin = 128

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// How many bytes are in it.
  var count = 0
  /// Which block of the file it is, counted from 0.
  var ordinal = 0
  /// Ends inside a record that is longer than records may be, perhaps inside a letter.
  var isCut = false

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.margin)
    base.initialize(repeating: 0, count: capacity + Self.margin)
  }

  deinit {
    base.deallocate()
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Whether the bytes are letters.
  var isUTF8: Bool { Self.isUTF8(bytes, isCut: isCut) }

  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>, isCut: Bool) -> Bool {
    var whole = bytes[...]
    // A letter has at most three bytes behind its first.
    if isCut {
      let tail = whole.suffix(4)
      if let first = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }) { whole = whole[..<first] }
    }
    return String(validating: whole, as: UTF8.self) != nil
  }

  /// More room; what is in it stays.
  func grow(to capacity: Int) {
    guard capacity > self.capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.margin)
    larger.initialize(repeating: 0, count: capacity + Self.margin)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    self.capacity = capacity
  }
}
