import Diagnostics

extension Verb {
  static let completion = Verb(
    "completion",
    Wording(
      en: "print what completes verbs and options in a shell", zh: "打印 shell 的命令补全脚本"),
    synopsis: "bash | zsh | fish",
    options: [],
    example: "hengxing completion bash"
  ) { invocation, terminal in
    guard invocation.arguments.count == 1,
      let shell = Completion(rawValue: invocation.arguments[0])
    else {
      return Program.complain(
        .missingArgument("completion bash|zsh|fish"), verb: "completion",
        in: invocation.language ?? .en, on: terminal)
    }
    terminal.write(shell.script)
    return .done
  }

  static let man = Verb(
    "man", Wording(en: "print the manual page", zh: "打印手册页（man）"),
    synopsis: "",
    options: [],
    example: "hengxing man"
  ) { invocation, terminal in
    terminal.write(ManualPage.text(in: invocation.language ?? .en))
    return .done
  }
}
