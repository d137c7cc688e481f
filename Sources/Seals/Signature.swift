import CSodium

/// A private key that seals results; made from 32 bytes that its owner keeps.
package struct SigningKey: Sendable {
  package static let seedByteCount = 32

  private let secret: [UInt8]
  package let publicKey: PublicKey

  /// The key that belongs to a seed.
  ///
  /// - Returns: `nil` for a seed of another length than 32 bytes, or when libsodium does not start.
  package init?(seed: [UInt8]) {
    guard seed.count == Self.seedByteCount, sodium_init() >= 0 else { return nil }
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_secretkeybytes()))
    var open = [UInt8](repeating: 0, count: PublicKey.byteCount)
    guard crypto_sign_seed_keypair(&open, &secret, seed) == 0 else { return nil }
    self.secret = secret
    publicKey = PublicKey(checked: open)
  }

  /// The signature of a message; the same message gives the same signature.
  ///
  /// - Returns: 128 lower-case hexadecimal digits.
  /// - Source: RFC 8032, Ed25519.
  package func signature(of message: [UInt8]) -> String {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_bytes()))
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return Hexadecimal.text(of: signature)
  }
}

/// The key with which everybody can check a seal.
package struct PublicKey: Sendable, Hashable {
  static let byteCount = 32

  private let bytes: [UInt8]

  package var hexadecimal: String { Hexadecimal.text(of: bytes) }

  /// The key as files print it.
  ///
  /// - Returns: `nil` for anything but 64 hexadecimal digits.
  package init?(hexadecimal: String) {
    guard let bytes = Hexadecimal.bytes(of: hexadecimal), bytes.count == Self.byteCount else {
      return nil
    }
    self.bytes = bytes
  }

  init(checked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether whoever holds the private key signed exactly this message.
  package func isValid(_ signature: String, of message: [UInt8]) -> Bool {
    guard let signature = Hexadecimal.bytes(of: signature),
      signature.count == Int(crypto_sign_bytes()), sodium_init() >= 0
    else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}
