import Diagnostics
import Formats

extension Source {
  package init?(_ entry: Written.Entry) {
    guard let record = entry.value.record else { return nil }
    self.init(
      id: entry.key.text, title: record.wording("title") ?? Wording(entry.key.text),
      author: record.string("author"), issuer: record.string("issuer"),
      number: record.string("number"), date: record.string("date"), url: record.string("url"),
      licence: record.string("licence"))
  }
}
