import Diagnostics

/// What a shell offers after `hengxing`, made from the verbs themselves.
enum Completion: String, CaseIterable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash: Self.bashScript
    // Its own completion of words reads that of bash.
    case .zsh: "autoload -U +X bashcompinit && bashcompinit\n" + Self.bashScript
    case .fish: Self.fishScript
    }
  }

  private static let names = Verb.all.map(\.name).joined(separator: " ")

  private static var bashScript: String {
    var script = """
      _hengxing() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(names) --help --version --lang" -- "$word"))
          return
        fi
        case "$verb $before" in

      """
    for verb in Verb.all {
      for option in verb.options {
        if case .choice(let words) = option.kind {
          script +=
            "    '\(verb.name) --\(option.name)') COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\")); return;;\n"
        }
      }
    }
    script += "  esac\n  case \"$verb\" in\n"
    for verb in Verb.all {
      let options = verb.options.map { "--\($0.name)" }.joined(separator: " ")
      script +=
        "    \(verb.name)) [ \"${word#-}\" != \"$word\" ] && COMPREPLY=($(compgen -W '\(options)' -- \"$word\"));;\n"
    }
    return script + "  esac\n}\ncomplete -o default -o bashdefault -F _hengxing hengxing\n"
  }

  private static var fishScript: String {
    var script = ""
    for verb in Verb.all {
      script +=
        "complete -c hengxing -n __fish_use_subcommand -a \(verb.name) -d \(quoted(verb.summary.en))\n"
      for option in verb.options {
        var line =
          "complete -c hengxing -n '__fish_seen_subcommand_from \(verb.name)' -l \(option.name)"
        switch option.kind {
        case .flag: break
        case .value: line += " -r"
        case .choice(let words): line += " -x -a '\(words.joined(separator: " "))'"
        }
        script += "\(line) -d \(quoted(option.summary.en))\n"
      }
    }
    return script
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
      + "'"
  }
}
