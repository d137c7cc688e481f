import CSodium

/// A SHA-256 digest.
///
/// - Source: FIPS 180-4, section 6.2.
package struct Digest: Sendable, Hashable {
  package static let byteCount = 32

  /// 64 lower-case hexadecimal digits.
  package let hexadecimal: String

  /// The digest of all of `bytes`.
  package init(of bytes: some Sequence<UInt8>) {
    var stream = DigestStream()
    stream.append(Array(bytes))
    self = stream.finished()
  }

  /// The digest of `bytes` as files and reports print it.
  package static func sha256(of bytes: [UInt8]) -> String {
    Digest(of: bytes).hexadecimal
  }

  fileprivate init(_ bytes: [UInt8]) {
    hexadecimal = Hexadecimal.text(of: bytes)
  }
}

/// A digest in the making, for files that are read in pieces.
package struct DigestStream {
  private var state = crypto_hash_sha256_state()

  package init() {
    crypto_hash_sha256_init(&state)
  }

  package mutating func append(_ bytes: [UInt8]) {
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  package func finished() -> Digest {
    var state = state
    var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
    crypto_hash_sha256_final(&state, &bytes)
    return Digest(bytes)
  }
}
