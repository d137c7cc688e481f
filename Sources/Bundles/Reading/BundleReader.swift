package import Archives
package import Diagnostics
package import Formats
import Seals
import Values

/// Reads a bundle, in which nothing is trusted: what does not fit is reported, and the rest is read.
package struct BundleReader {
  static let mainFile = "bundle.yaml"
  static let findingsFile = "findings.yaml"

  let path: String
  private let tree: FileTree
  /// The tables and surveys that somebody asks for, by their file names; `nil`: all.
  let wanted: Set<HeaderName>?
  var diagnostics = Diagnostics()
  /// The content of tables and YAML files, by path; documents are only digested.
  var contents: [String: [UInt8]] = [:]
  private(set) var files: [String: BundleFile] = [:]
  var doubtfulDocuments: [Document] = []
  var lostMarks: [LostMark] = []
  var hasWholeFindings = true
  var faults: [Fault] = []
  var followUps: [FollowUp] = []
  var advice: [Advice] = []
  /// Those that papers of visits hold.
  var visitFindings: [Finding] = []
  /// Those that a sheet of a workbook holds.
  var sheetFacts: [BundleFact] = []
  /// A form that was handed out and came back, in the place of `bundle.xlsx`.
  var form: ReadForm?

  /// The bundle at `location`, a folder or a zip; `path` is its name in messages.
  ///
  /// Of tables that are not `wanted` only the digest is taken: nobody knows how many there are, and how large.
  /// - Returns: `nil` where there is neither, or a zip that is damaged or explodes; that was reported.
  package static func read(
    _ location: String,
    shownAs path: String,
    wanted: Set<HeaderName>? = nil,
    limits: FileTree.Limits = .init(),
    into diagnostics: inout Diagnostics
  ) -> Bundle? {
    do throws(FileTreeError) {
      var reader = BundleReader(
        path: path, tree: try FileTree.open(location, limits: limits), wanted: wanted)
      let bundle = reader.read()
      diagnostics.append(reader.diagnostics)
      return bundle
    } catch {
      diagnostics.report(.unreadableBundle(error, path))
      return nil
    }
  }

  private init(path: String, tree: FileTree, wanted: Set<HeaderName>?) {
    self.path = path
    self.tree = tree
    self.wanted = wanted
  }

  /// A path inside the bundle, as messages show it.
  func shown(_ file: String) -> String { "\(path)/\(file)" }

  private mutating func read() -> Bundle {
    for refusal in tree.refusals {
      diagnostics.report(.refusedFile(refusal.reason, shown(refusal.path)))
    }
    readFiles()
    for refusal in tree.refusals { lose(refusal.path) }
    readForm()
    let main = readMain()
    let subject = main?.text("subject", into: &diagnostics)
    checkForm(against: subject)
    if let main { checkEncodings(main) }
    if let main { checkMissingColumns(main) }
    let documents = readDocuments(main)
    let rules = readRowRules(main)
    let tables = readTables(in: "tables", main, rules)
    let surveys = readTables(in: "surveys", main, rules)
    let judgements = readJudgements()
    let findings = readFindings()
    checkFollowUps()
    reportUnread()
    let ordered = files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return Bundle(
      path: path,
      digest: Self.digest(of: ordered),
      hasManifest: main != nil || form != nil,
      subject: subject ?? form?.head(.subject),
      kind: main?.text("kind", into: &diagnostics) ?? form?.head(.kind),
      title: main?.wording("title", into: &diagnostics) ?? form?.head(.title).map { Wording($0) },
      isFictional: main?.boolean("fictional", into: &diagnostics)
        ?? form?.marker.isFictional ?? false,
      region: main?.text("region", into: &diagnostics) ?? form?.head(.region),
      operation: main.flatMap { readOperation($0) } ?? readFormOperation(),
      period: main.flatMap { readPeriod($0) } ?? readFormPeriod(),
      operatorName: main?.text("operator", into: &diagnostics) ?? form?.head(.operatorName),
      relations: main?.relations(into: &diagnostics) ?? [],
      facts: readFacts(main),
      tables: tables,
      surveys: surveys,
      documents: documents,
      doubtfulDocuments: doubtfulDocuments,
      judgements: judgements,
      lostMarks: lostMarks,
      findings: findings,
      faults: faults,
      followUps: followUps,
      advice: advice,
      hasWholeFindings: hasWholeFindings,
      files: ordered
    )
  }

  /// One pass over everything: each file's digest, and the content of what is read further.
  private mutating func readFiles() {
    var streams: [String: DigestStream] = [:]
    let failures = tree.stream(Set(tree.files.map(\.path))) { file, bytes in
      streams[file, default: DigestStream()].append(Array(bytes))
      if isKept(file) { contents[file, default: []] += bytes }
    }
    for file in tree.files {
      if let failure = failures[file.path] {
        diagnostics.report(.unreadableFile(failure, inBundle: shown(file.path)))
        lose(file.path)
        continue
      }
      let digest = streams[file.path, default: DigestStream()].finished().hexadecimal
      files[file.path] = BundleFile(
        path: file.path, byteCount: file.byteCount, digest: digest)
    }
  }

  /// Keeps in mind what a file that is not read, or of which there are two, may have said.
  private mutating func lose(_ file: String) {
    contents[file] = nil
    // A folder of papers that is not entered is as good as all of them.
    let folders = ["judgements", Self.visitsFolder]
    if folders.contains(where: { file == $0 || file.hasPrefix($0 + "/") }) {
      lostMarks.append(LostMark(item: nil, role: nil, place: .file(shown(file))))
    }
    if file == Self.findingsFile { hasWholeFindings = false }
  }

  private static func digest(of files: [BundleFile]) -> String {
    var stream = DigestStream()
    for file in files { stream.append(Array("\(file.digest)  \(file.path)\n".utf8)) }
    return stream.finished().hexadecimal
  }

  /// Everything but documents, whose content is for people.
  private static func isRead(_ file: String) -> Bool {
    file == mainFile || file == findingsFile || isTable(file, in: "tables")
      || isTable(file, in: "surveys") || isJudgement(file) || isVisit(file) || isWorkbook(file)
  }

  private static func isWorkbook(_ file: String) -> Bool {
    isWorkbook(file, in: "tables") || isWorkbook(file, in: "surveys")
  }

  private func isKept(_ file: String) -> Bool {
    // Which tables a workbook holds is known when it is open.
    if file == Self.mainWorkbook { return true }
    if Self.isWorkbook(file) { return wanted?.isEmpty != true }
    guard let wanted, Self.isTable(file, in: "tables") || Self.isTable(file, in: "surveys") else {
      return Self.isRead(file)
    }
    return wanted.contains(HeaderName(String(file.split(separator: "/").last ?? "")))
  }

  static func isTable(_ file: String, in folder: String) -> Bool {
    let parts = file.split(separator: "/")
    guard parts.count == 2, parts[0] == folder else { return false }
    return [".csv", ".tsv"].contains { parts[1].lowercased().hasSuffix($0) }
  }

  static func isJudgement(_ file: String) -> Bool {
    file.hasPrefix("judgements/") && (file.hasSuffix(".yaml") || file.hasSuffix(".yml"))
  }

  /// Files that stand where nothing looks: a misspelt folder, a workbook among the tables.
  private mutating func reportUnread() {
    // A page of notes in the bundle's root, such as the evidence list, is for people.
    for file in files.keys.sorted()
    where !Self.isRead(file) && !file.hasPrefix("documents/")
      && !(file.hasSuffix(".md") && !file.contains("/"))
    {
      diagnostics.report(.fileNotRead(shown(file)))
    }
  }

  /// - Returns: `nil` also for a file of which only a part could be read: what the rest says may matter most.
  mutating func readYAML(_ file: String) -> Node? {
    guard let bytes = contents[file],
      let source = TextReader.read(
        bytes, path: shown(file), isPrivate: true, into: &diagnostics)
    else { return nil }
    let faults = diagnostics.errorCount
    let node = YAMLReader.read(source, into: &diagnostics)
    return diagnostics.errorCount == faults ? node : nil
  }
}
