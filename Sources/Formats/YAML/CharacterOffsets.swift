import Diagnostics

/// From libyaml's marks, which count characters, to the offsets of SourceText, which count bytes.
struct CharacterOffsets {
  /// A checkpoint at every 64th character keeps the table small and the walk short.
  private static let stride = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The byte at which each 64th character begins; `nil` where every character is one byte.
  private let checkpoints: [Int]?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      checkpoints = nil
      return
    }
    var checkpoints: [Int] = []
    var character = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if character % Self.stride == 0 { checkpoints.append(offset) }
      character += 1
    }
    self.checkpoints = checkpoints
  }

  /// The byte at which the given character begins; the end of the text for one that is behind it.
  func byteOffset(ofCharacter index: Int) -> Int {
    guard let checkpoints else { return min(index, bytes.count) }
    guard index / Self.stride < checkpoints.count else { return bytes.count }
    var offset = checkpoints[index / Self.stride]
    var left = index % Self.stride
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if left == 0 { return offset }
        left -= 1
      }
      offset += 1
    }
    return bytes.count
  }
}
