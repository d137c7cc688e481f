import Diagnostics

/// The page that `man hengxing` shows, made from the verbs themselves.
enum ManualPage {
  static func text(in language: Language) -> String {
    func say(_ wording: Wording) -> String { escaped(wording.text(in: language)) }
    var page = ".TH HENGXING 1 \"\" \"Hengxing \(Program.version)\"\n"
    page += ".SH \(say(ShellsWording.name))\nhengxing \\- \(say(HelpWording.purpose))\n"
    page += ".SH \(say(ShellsWording.synopsis))\n.B hengxing\n.I VERB\n[...]\n"
    page += ".SH \(say(ShellsWording.verbs))\n"
    for verb in Verb.all {
      page +=
        ".SS \(escaped("hengxing \(verb.name) \(verb.synopsis)"))\n\(line(say(verb.summary)))\n"
      for option in verb.options {
        page += ".TP\n.B \(escaped(option.spelling))\n\(line(say(option.summary)))\n"
      }
      page += ".PP\n\(say(ShellsWording.example))\n.PP\n.RS\n\(line(escaped(verb.example)))\n.RE\n"
    }
    return page + ".SH \(say(ShellsWording.exit))\n\(line(say(HelpWording.exitCodes)))\n"
  }

  /// Hyphens that are typed stay hyphens, and a backslash is no command.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for letter in text {
      switch letter {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\n": escaped += "\n.br\n"
      default: escaped.append(letter)
      }
    }
    return escaped
  }

  /// A point or a quote at the beginning of a line would be a command.
  private static func line(_ text: String) -> String {
    text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
