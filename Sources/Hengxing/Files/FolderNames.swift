import Formats
import NormalForms
import Reports
import Seals

/// Makes names of folders out of ids, in one place: two never meet, and none leads out of the folder above it.
///
///     name(for: "station")          // station
///     name(for: "../rubrics/a.yaml")  // _.-rubrics-a.yaml
///
/// A name holds on every usual system; whoever would get a name that is taken, in whatever case, gets it with digits of
/// the digest of its id.
struct FolderNames {
  /// What stands at the root of every output folder beside the folders of subjects.
  static let reserved: Set<String> = [
    OutputFolder.mark, "index.html", RoundStandings.fileName, PublicRecord.fileName,
    "index.en.html", "index.zh.html", "index.round.en.html", "index.round.zh.html",
    "index.missing.en.html", "index.missing.zh.html", "agreement.en.html", "agreement.zh.html",
    "materials.en.html", "materials.zh.html",
  ]

  /// In bytes of UTF-8; encrypted disks take 143.
  private static let longest = 120
  private static let devices: Set<String> = ["con", "prn", "aux", "nul"]

  private var taken: Set<String>

  init(reserving names: Set<String> = []) {
    taken = Set(names.map(Self.folded))
  }

  mutating func name(for id: String) -> String {
    let plain = Self.safe(id)
    var name = plain
    var number = 1
    while !taken.insert(Self.folded(name)).inserted {
      name = "\(plain)~\(Self.digits(of: id))" + (number > 1 ? "~\(number)" : "")
      number += 1
    }
    return name
  }

  /// Systems hold names that differ in case, or in how an accent is written, for the same.
  static func folded(_ name: String) -> String {
    name.normalFormD.lowercased()
  }

  /// A name that is one part of a path on every system.
  private static func safe(_ id: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in id.normalFormC.unicodeScalars {
      scalars.append(replacement(for: scalar))
    }
    // A dot in front hides a file or leads upwards; one behind it, or a space, is cut off by some systems.
    if scalars.first == "." || scalars.first == " " {
      scalars.replaceSubrange(..<scalars.index(after: scalars.startIndex), with: ["_"])
    }
    if let last = scalars.last, last == "." || last == " " {
      scalars.removeLast()
      scalars.append("_")
    }
    var name = String(scalars)
    if name.isEmpty { name = "_" }
    if isDevice(name) { name = "_" + name }
    guard name.utf8.count > longest else { return name }
    while name.utf8.count > longest { name.unicodeScalars.removeLast() }
    return "\(name)~\(digits(of: id))"
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "/", "\\": "-"
    case ":", "*", "?", "\"", "<", ">", "|", "~": "_"
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        "_"
      default: scalar
      }
    }
  }

  /// `con` and `con.txt` are devices of Windows, not files.
  private static func isDevice(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.lowercased()
    let isNumbered = ["com", "lpt"].contains { stem.hasPrefix($0) } && stem.utf8.count == 4
    return devices.contains(stem) || (isNumbered && stem.last?.isNumber == true)
  }

  private static func digits(of id: String) -> Substring {
    Digest.sha256(of: Array(id.utf8)).prefix(8)
  }
}

extension [RoundEntry] {
  /// Where the reports of every entry stand below the output folder.
  var folders: [String] {
    var subjects = FolderNames(reserving: FolderNames.reserved)
    var bySubject: [String: (name: String, rubrics: FolderNames)] = [:]
    return map { entry in
      let id = entry.subject.id
      var own = bySubject[id] ?? (subjects.name(for: id), FolderNames())
      defer { bySubject[id] = own }
      guard entry.subject.rubrics.count > 1 else { return own.name }
      return "\(own.name)/\(own.rubrics.name(for: entry.name.text))"
    }
  }
}
