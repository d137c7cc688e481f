import Diagnostics
import Hengxing

/// The whole command line: words in, text and exit code out.
package enum Program {
  package static let version = "0.1.0"

  /// - Parameters:
  ///   - words: what was typed after the program's name.
  ///   - terminal: where text goes to and comes from.
  /// - Returns: what the shell is told.
  package static func run(_ words: [String], on terminal: Terminal) -> ExitCode {
    guard let first = words.first(where: { !isGlobal($0, in: words) }) else {
      return answerWithoutVerb(words, on: terminal)
    }
    guard let verb = Verb.all.first(where: { $0.name == first }) else {
      return complain(.unknownVerb(first), verb: nil, in: language(asked: words), on: terminal)
    }
    var rest = words
    if let index = rest.firstIndex(of: first) { rest.remove(at: index) }
    do throws(UsageMistake) {
      let invocation = try Invocation.read(rest, for: verb)
      if invocation.has("help") {
        terminal.write(HelpPage.page(for: verb, in: invocation.language ?? .en))
        return .done
      }
      return verb.run(invocation, terminal)
    } catch {
      return complain(error, verb: verb.name, in: language(asked: words), on: terminal)
    }
  }

  /// Says that standard output could not be written, in the system's words.
  package static func outputLost(
    _ reason: String, _ words: [String], on terminal: Terminal
  ) -> ExitCode {
    Screen(terminal: terminal, language: language(asked: words)).show(.outputLost(reason))
    return .unreadable
  }

  private static func answerWithoutVerb(_ words: [String], on terminal: Terminal) -> ExitCode {
    let language = language(asked: words)
    if words.contains("--version") {
      terminal.write("hengxing \(version)\n")
      return .done
    }
    let page = HelpPage.overview(in: language)
    guard words.contains("--help") || words.contains("-h") else {
      terminal.complain(page)
      return .usage
    }
    terminal.write(page)
    return .done
  }

  /// Whether a word belongs to the options that may stand before a verb.
  private static func isGlobal(_ word: String, in words: [String]) -> Bool {
    if word.hasPrefix("-") { return true }
    guard let index = words.firstIndex(of: word), index > 0 else { return false }
    return words[index - 1] == "--lang"
  }

  private static func language(asked words: [String]) -> Language {
    if words.contains("--lang=zh") { return .zh }
    guard let index = words.firstIndex(of: "--lang"), index + 1 < words.count else { return .en }
    return Language(rawValue: words[index + 1]) ?? .en
  }

  /// Says what the command line got wrong and where help stands.
  static func complain(
    _ mistake: UsageMistake,
    verb: String?,
    in language: Language,
    on terminal: Terminal
  ) -> ExitCode {
    terminal.complain("hengxing: \(TextEscape.line(mistake.wording.text(in: language)))\n")
    terminal.complain(HelpWording.tryHelp(verb).text(in: language) + "\n")
    return .usage
  }
}
