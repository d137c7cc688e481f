package import Diagnostics

/// What was typed after a verb, taken apart by the verb's options.
package struct Invocation: Sendable {
  package let verb: String
  package let arguments: [String]
  private let values: [String: [String]]

  package init(verb: String, arguments: [String], values: [String: [String]]) {
    self.verb = verb
    self.arguments = arguments
    self.values = values
  }

  package func has(_ option: String) -> Bool { values[option] != nil }

  /// The value of an option; the last one where it stands twice, `nil` where it is absent.
  package func value(_ option: String) -> String? { values[option]?.last }

  package func values(of option: String) -> [String] { values[option] ?? [] }

  /// The language that was asked for; `nil` leaves it to the rubric.
  package var language: Language? { value("lang").flatMap(Language.init(rawValue:)) }
}

/// What the command line got wrong, and what would work.
package struct UsageMistake: Error, Sendable {
  package let wording: Wording
}

extension Invocation {
  /// Takes `words` apart: options wherever they stand, `--` ends them.
  package static func read(_ words: [String], for verb: Verb) throws(UsageMistake) -> Invocation {
    var arguments: [String] = []
    var values: [String: [String]] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      if word == "-h" {
        values["help", default: []].append("")
        continue
      }
      guard word.hasPrefix("--") else {
        arguments.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard let option = verb.options.first(where: { $0.name == name }) else {
        throw .unknownOption(name, of: verb)
      }
      if values[name] != nil && !option.isRepeatable { throw .optionTwice(name) }
      let attached = parts.count > 1 ? String(parts[1]) : nil
      switch option.kind {
      case .flag:
        guard attached == nil else { throw .flagWithValue(name) }
        values[name, default: []].append("")
      case .value(let placeholder):
        guard let value = attached ?? rest.popFirst() else {
          throw .missingValue(name, placeholder)
        }
        values[name, default: []].append(value)
      case .choice(let words):
        let listed = words.joined(separator: "|")
        guard let value = attached ?? rest.popFirst() else { throw .missingValue(name, listed) }
        guard words.contains(value) else { throw .notAChoice(name, value, words) }
        values[name, default: []].append(value)
      }
    }
    return Invocation(verb: verb.name, arguments: arguments, values: values)
  }
}
