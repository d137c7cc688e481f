import Formats
import Synchronization

/// Numbers that stand for texts: the same for the same text, on whatever thread, and different for different ones.
///
///     C0198492     eight letters of seven bits and their count, in one word
///     330102…      longer ones, and such with other letters: numbered as they come
final class TextIdentities: Sendable {
  /// Which kind of identity a word is, in its highest four bits.
  private enum Kind {
    static let numbered: UInt64 = 1 << 60
  }

  /// What stands for no text.
  static let null = Int64.min

  private final class Shard: @unchecked Sendable {
    let codes = TextCodes()
  }

  /// Threads rarely meet in one of so many.
  private static let shardCount = 64

  private let shards: [Locked<Shard>]

  init() {
    shards = (0..<Self.shardCount).map { _ in Locked<Shard>(Shard()) }
  }

  var byteCount: Int { shards.reduce(0) { $0 + $1.mutex.withLock { $0.codes.byteCount } } }

  /// The identity of a text of up to eight plain letters.
  ///
  /// - Returns: `nil` for any other.
  @inline(__always)
  static func packed(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard count > 0, count <= 8 else { return nil }
    let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    let text = count == 8 ? word : word & ~(UInt64.max << UInt64(count * 8))
    guard text & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Blanks and control characters at either end are not part of a text.
    guard start[0] > 0x20, start[count - 1] > 0x20, start[count - 1] != 0x7F else { return nil }
    var bits = text
    bits = (bits & 0x007F_007F_007F_007F) | (bits & 0x7F00_7F00_7F00_7F00) >> 1
    bits = (bits & 0x0000_3FFF_0000_3FFF) | (bits & 0x3FFF_0000_3FFF_0000) >> 2
    bits = (bits & 0x0000_0000_0FFF_FFFF) | (bits & 0x0FFF_FFFF_0000_0000) >> 4
    return Int64(bitPattern: bits | UInt64(count) << 56)
  }

  /// The identity of any text without blanks around it; eight bytes behind it may be read.
  func identity(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
    if let packed = Self.packed(start, count) { return packed }
    let words = TextWords(start, count)
    let shard = words.hash(start) >> 40 & (Self.shardCount - 1)
    let code = shards[shard].mutex.withLock { $0.codes.code(of: 0..<count, in: start) }
    return Int64(bitPattern: Kind.numbered | UInt64(code) << 6 | UInt64(shard))
  }

  /// The seven bits of each letter of a text that is its own identity, and how many there are.
  static func letters(of identity: Int64) -> (bits: UInt64, count: Int)? {
    let word = UInt64(bitPattern: identity)
    guard identity >= 0, word & Kind.numbered == 0 else { return nil }
    return (word & 0x00FF_FFFF_FFFF_FFFF, Int(word >> 56))
  }

  /// The text with an identity; `nil` for what stands for none.
  func text(of identity: Int64) -> String? {
    if let (bits, count) = Self.letters(of: identity) {
      return String(
        decoding: (0..<count).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 7) & 0x7F) },
        as: UTF8.self)
    }
    guard identity >= 0 else { return nil }
    let number = Int(identity & 0x0FFF_FFFF_FFFF_FFFF)
    let (code, shard) = (number >> 6, number & (Self.shardCount - 1))
    return shards[shard].mutex.withLock { shard in
      code < shard.codes.count ? shard.codes.text(of: code) : nil
    }
  }

  /// What the numbered texts are made of.
  var signs: TextSigns {
    shards.reduce(into: TextSigns()) { signs, shard in
      signs.join(shard.mutex.withLock { $0.codes.signs })
    }
  }

  func identity(of text: String) -> Int64 {
    var bytes = Array(text.utf8)
    let count = bytes.count
    bytes += [UInt8](repeating: 0, count: Block.margin)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { identity($0, count) } ?? Self.null
    }
  }
}
