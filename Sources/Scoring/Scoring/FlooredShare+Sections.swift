import Rubrics

extension FlooredShare {
  /// By the id of the section; those that do not count are not among them.
  static func all(in sections: [SectionResult]) -> [String: FlooredShare] {
    var found: [String: FlooredShare] = [:]
    func take(_ sections: [SectionResult], mayBeMissing: Bool) {
      for section in sections {
        let mayBeMissing = mayBeMissing || section.mayNotCount
        if let share = section.share {
          found[section.section.id] = FlooredShare(share: share, mayBeMissing: mayBeMissing)
        }
        take(section.subsections, mayBeMissing: mayBeMissing)
      }
    }
    take(sections, mayBeMissing: false)
    return found
  }
}
