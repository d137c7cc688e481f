import Diagnostics
import Formats
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
  @Test func readsAMapping() throws {
    var diagnostics = Diagnostics()
    let node = YAMLReader.read(SourceText("a: 1\nb: [x, y]\n", path: "f.yaml"), into: &diagnostics)
    #expect(diagnostics.isEmpty)
    let mapping = try #require(node?.mapping)
    #expect(mapping["a"]?.scalar?.text == "1")
    #expect(mapping["b"]?.sequence?.items.map { $0.scalar?.text } == ["x", "y"])
  }
}
