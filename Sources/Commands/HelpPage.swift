package import Diagnostics

/// The help pages, printed from the same values that the parser reads.
package enum HelpPage {
  package static func overview(in language: Language) -> String {
    var page = HelpWording.purpose.text(in: language) + "\n\n"
    page += "\(HelpWording.usage.label(in: language))hengxing VERB …\n\n"
    page += HelpWording.verbs.label(in: language) + "\n"
    let width = Verb.all.map { displayWidth(of: $0.name) }.max() ?? 0
    for verb in Verb.all {
      page += "  \(padded(verb.name, to: width))  \(verb.summary.text(in: language))\n"
    }
    page += "\n" + HelpWording.more.text(in: language) + "\n"
    page += HelpWording.exitCodes.text(in: language) + "\n"
    return page
  }

  package static func page(for verb: Verb, in language: Language) -> String {
    var page = verb.summary.text(in: language) + "\n\n"
    page += "\(HelpWording.usage.label(in: language))hengxing \(verb.name) \(verb.synopsis)\n\n"
    page += HelpWording.options.label(in: language) + "\n"
    let width = verb.options.map { displayWidth(of: $0.spelling) }.max() ?? 0
    for option in verb.options {
      page += "  \(padded(option.spelling, to: width))  \(option.summary.text(in: language))\n"
    }
    page += "\n\(HelpWording.example.label(in: language))\n  \(verb.example)\n"
    return page
  }
}
