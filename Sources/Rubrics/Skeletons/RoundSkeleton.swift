package import Diagnostics

/// A round with one subject, to be changed into one's own; or with those of a list.
package enum RoundSkeleton {
  package struct Subject: Sendable {
    package let id: String
    package let title: String?

    package init(id: String, title: String?) {
      self.id = id
      self.title = title
    }
  }

  /// The round file alone.
  package static func round(
    id: String, rubric: Rubric, rubricPath: String, subjects: [Subject], year: Int,
    language: Language
  ) -> SkeletonFile {
    SkeletonFile("round.yaml", round(id, rubric, rubricPath, language, subjects, year))
  }

  package static func files(id: String, rubric: Rubric, rubricPath: String, language: Language)
    -> [SkeletonFile]
  {
    let bundle = BundleSkeleton(for: rubric, language: language).files.map {
      SkeletonFile("bundles/\(rubric.subject.kind)-1/\($0.path)", $0.text)
    }
    return [SkeletonFile("round.yaml", round(id, rubric, rubricPath, language))] + bundle
  }

  private static func round(
    _ id: String, _ rubric: Rubric, _ rubricPath: String, _ language: Language,
    _ subjects: [Subject]? = nil, _ year: Int = 2024
  ) -> String {
    func word(_ en: String, _ zh: String) -> String {
      Wording(en: en, zh: zh).text(in: language)
    }
    let kind = rubric.subject.kind
    var text = word(
      "# A round: who is evaluated, by which rubric, over which period.\n# Run it with `hengxing run round.yaml --out results`.\n",
      "# 一轮评估：评谁、用哪份细则、评哪段时间。\n# 运行：hengxing run round.yaml --out 结果\n")
    text += "round: \(id)\n"
    text += "title: \(word("My round", "我的评估轮次"))\n"
    if subjects != nil, language == .en { text += "language: en\n" }
    if subjects != nil, rubric.isFictional { text += "fictional: true\n" }
    text += "period: {from: \(year)-01-01, to: \(year)-12-31}\n"
    text += word("# The only clock.\n", "# 唯一的时钟。\n") + "as of: \(year + 1)-01-15\n"
    text += "rubrics: [\(yamlScalar(rubricPath))]\n"
    let references = rubric.facts.filter { $0.origin == .reference }
    if !references.isEmpty {
      text += word(
        "# Outside figures, each with its year and source.\n", "# 外部数据，注明年份和来源。\n")
      text += "# references:\n"
      for fact in references {
        text +=
          "#   \(yamlScalar(fact.name)): {value: 0, unit: \(fact.unit ?? ""), year: 2023, source: …}\n"
      }
    }
    let parties = Set(
      (rubric.facts.map(\.origin) + rubric.tables.map(\.origin)).compactMap(\.role)
    ).sorted()
    text += "subjects:\n"
    for subject in subjects ?? [Subject(id: "\(kind)-1", title: nil)] {
      text += entry(subject, rubric, parties, word)
    }
    return text
  }

  private static func entry(
    _ subject: Subject, _ rubric: Rubric, _ parties: [String], _ word: (String, String) -> String
  ) -> String {
    let kind = rubric.subject.kind
    var text = "  - id: \(yamlScalar(subject.id))\n"
    if let title = subject.title { text += "    title: \(yamlScalar(title))\n" }
    text += "    kind: \(kind)\n"
    text += "    rubric: \(rubric.id)\n"
    let taken = Set(
      rubric.takenResults.compactMap { $0.taken.giver == .round(role: nil) ? $0.taken.rubric : nil }
    ).sorted()
    if !taken.isEmpty {
      text += word(
        "    # Its own results by these are taken over: list their files above, and write\n",
        "    # 本细则要引用该对象按下列细则得出的结果：请把它们的文件列入 rubrics，并写\n")
      text += "    # rubric: [\(([rubric.id] + taken).joined(separator: ", "))]\n"
    }
    text += "    bundle: \(yamlScalar("bundles/\(subject.id)"))\n"
    if !parties.isEmpty {
      text += word(
        "    # Who gives the rest: the id of a subject of this round for each role.\n",
        "    # 其余证据由谁提供：每个角色写本轮某个对象的 id。\n")
      text += "    # parties: {\(parties.map { "\($0): …" }.joined(separator: ", "))}\n"
    }
    return text
  }
}
