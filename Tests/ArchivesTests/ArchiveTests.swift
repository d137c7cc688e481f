import Archives
import Testing

@Suite struct ArchiveTests {
  @Test func theLibraryIsThere() {
    #expect(archiveLibraryVersion > 3_000_000)
  }
}
