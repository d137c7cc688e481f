import Diagnostics
import Formats

extension NodeMapping {
  /// The entry of a key of rubrics, in either language of keys.
  func entry(of key: String, in construct: String) -> Entry? {
    guard let key = Vocabulary.rubric[construct].key(key) else { return nil }
    return ([key.name] + key.aliases).lazy.compactMap { self.entry($0) }.first
  }

  func rubricText(_ key: String) -> String? {
    entry(of: key, in: "rubric")?.value.scalar?.text
  }

  func rubricTitle(_ id: String) -> Wording {
    guard let title = entry(of: "title", in: "rubric")?.value else { return Wording(id) }
    if let scalar = title.scalar { return Wording(scalar.text) }
    let zh = title.mapping?["zh"]?.scalar?.text
    let en = title.mapping?["en"]?.scalar?.text
    return Wording(en: en ?? zh ?? id, zh: zh ?? en ?? id)
  }
}
