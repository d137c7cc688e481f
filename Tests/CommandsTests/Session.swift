import Commands
import Foundation
import TestSupport

/// Commands and their screens, as they stand in a Markdown file.
///
///     ```console
///     $ hengxing eval "1 + 1"
///     2
///     ```
///
/// Lines that begin with `$ hengxing` are run; what follows is the screen, standard error first. `[1]` alone on a
/// line is an exit code other than 0; `…` alone on a line stands for any lines. Other commands are not run.
struct Session {
  struct Step {
    let command: String
    let expected: [String]
    let line: Int
  }

  let file: String
  let steps: [Step]

  init(file: URL) throws {
    self.file = file.lastPathComponent
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    var steps: [Step] = []
    var command: (text: String, line: Int)?
    var expected: [String] = []
    var isConsole = false
    func close() {
      guard let open = command else { return }
      while expected.last?.isEmpty == true { expected.removeLast() }
      steps.append(Step(command: open.text, expected: expected, line: open.line))
      command = nil
      expected = []
    }
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        close()
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        close()
        command = (String(line.dropFirst(2)), number + 1)
      } else if isConsole, command != nil {
        expected.append(line)
      }
    }
    self.steps = steps
  }

  /// The words of a command as a shell would split them: quotes hold words together.
  static func words(of command: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isOpen = false
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        isOpen = true
      } else if character == " " {
        if isOpen || !word.isEmpty { words.append(word) }
        word = ""
        isOpen = false
      } else {
        word.append(character)
      }
    }
    if isOpen || !word.isEmpty { words.append(word) }
    return words
  }

  /// The screen of a command, standard error first, with its exit code where it is not 0.
  static func screen(of words: [String], input: [String] = []) -> [String] {
    var out = ""
    var complaints = ""
    var rest = input[...]
    let terminal = Terminal(
      write: { out += $0 },
      complain: { complaints += $0 },
      readLine: { rest.popFirst() }
    )
    let code = Program.run(words, on: terminal)
    var screen = (complaints + out).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    while screen.last?.isEmpty == true { screen.removeLast() }
    if code != .done { screen.append("[\(code.rawValue)]") }
    return screen
  }

  /// Whether `screen` is what was `expected`, where `…` stands for any lines.
  static func agree(_ screen: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return screen.isEmpty }
    let later = expected.dropFirst()
    if first == "…" {
      return (screen.startIndex...screen.endIndex).contains { agree(screen[$0...], later) }
    }
    return screen.first == first && agree(screen.dropFirst(), later)
  }
}
