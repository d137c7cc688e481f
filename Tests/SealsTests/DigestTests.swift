import Seals
import Testing

@Suite struct DigestTests {
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
