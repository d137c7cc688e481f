import Diagnostics
package import Reports

/// As much of a report as a paper about a whole round looks at, so that thousands fit into memory.
package struct Brief: Sendable {
  package let report: Report

  package init(_ report: Report) {
    var brief = report
    brief.figures = []
    brief.inputs = []
    brief.files = []
    brief.notices = []
    brief.sources = []
    brief.calendars = []
    brief.responsibility = []
    brief.agreement = nil
    brief.cohort = nil
    brief.relatives = nil
    brief.sections = report.sections.map(Self.section)
    brief.extras = report.extras.map(Self.section)
    self.report = brief
  }

  private static func section(_ section: Report.SectionLine) -> Report.SectionLine {
    var brief = section
    brief.sections = section.sections.map(Self.section)
    brief.items = section.items.map(item)
    return brief
  }

  private static func item(_ item: Report.ItemLine) -> Report.ItemLine {
    var brief = item
    brief.sentence = Wording("")
    brief.says = Wording("")
    brief.citation = nil
    brief.derivation = []
    brief.judgements = []
    brief.panels = nil
    brief.documents = []
    brief.missing = []
    brief.excuse = nil
    brief.advice = nil
    brief.uses = []
    brief.stages = []
    return brief
  }
}
