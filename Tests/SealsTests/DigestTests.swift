import Seals
import TestSupport
import Testing

@Suite(.timed) struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func agreesWithTheVectorsOfTheStandard(text: String, expected: String) {
    #expect(Digest(of: text.utf8).hexadecimal == expected)
  }

  @Test func piecesGiveTheDigestOfTheWhole() {
    var stream = DigestStream()
    stream.append(Array("a".utf8))
    stream.append([])
    stream.append(Array("bc".utf8))
    #expect(stream.finished() == Digest(of: "abc".utf8))
  }
}

@Suite(.timed) struct SignatureTests {
  /// RFC 8032, section 7.1, test 2.
  static let seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
  static let publicKey = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
  static let signature =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"

  @Test func agreesWithTheVectorsOfTheStandard() throws {
    let seed = try #require(Hexadecimal.bytes(of: Self.seed))
    let key = try #require(SigningKey(seed: seed))
    #expect(key.publicKey.hexadecimal == Self.publicKey)
    #expect(key.signature(of: [0x72]) == Self.signature)
  }

  @Test func aSealHoldsForItsOwnMessageOnly() throws {
    let key = try #require(PublicKey(hexadecimal: Self.publicKey))
    #expect(key.isValid(Self.signature, of: [0x72]))
    #expect(!key.isValid(Self.signature, of: [0x73]))
    #expect(!key.isValid("", of: [0x72]))
    #expect(!key.isValid("zz", of: [0x72]))
    #expect(PublicKey(hexadecimal: "00") == nil)
    #expect(SigningKey(seed: [1, 2, 3]) == nil)
  }
}
