import TestSupport
import Testing

@testable import Rubrics

@Suite(.timed) struct VocabularyTests {
  @Test func everyConstructThatAKeyNamesExists() {
    let names = Set(Vocabulary.rubric.constructs.map(\.name))
    for construct in Vocabulary.rubric.constructs {
      for key in construct.keys {
        for name in key.kind.constructNames {
          #expect(names.contains(name), "`\(construct.name)` → `\(key.name)` → `\(name)`")
        }
      }
    }
  }

  @Test func noKeyStandsTwiceInAConstruct() {
    for construct in Vocabulary.rubric.constructs + Vocabulary.rubricTests.constructs {
      let names = construct.keys.flatMap { [$0.name] + $0.aliases }
      #expect(Set(names).count == names.count, "\(construct.name)")
    }
  }
}
