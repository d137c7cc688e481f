import Diagnostics
import Formats
import NormalForms
import Values

extension BundleReader {
  private static let documentKeys = [
    "file", "kind", "dated", "from", "to", "pages", "sha256", "custodian", "serves",
    "stage",
  ]

  /// The documents of the manifest that are there and unchanged.
  mutating func readDocuments(_ main: Fields?) -> [Document] {
    var documents: [Document] = []
    var listed: Set<String> = []
    for node in main?.list("documents", into: &diagnostics) ?? [] {
      guard let fields = Fields(node, keys: Self.documentKeys, into: &diagnostics) else { continue }
      // Paths are compared in normal form C, which not every system writes.
      let file = fields.required("file", into: &diagnostics)?.normalFormC
      let kind = fields.required("kind", into: &diagnostics)
      if let file { listed.insert(file) }
      guard let file, let kind, let document = document(file, kind, fields) else { continue }
      if documents.contains(where: { $0.file == file && $0.kind == kind }) {
        diagnostics.report(.documentTwice(file, at: node.place))
        continue
      }
      documents.append(document)
    }
    let requested = readFormDocuments(besides: documents)
    documents += requested
    listed.formUnion((requested + doubtfulDocuments).map(\.file))
    for file in files.keys.sorted() where file.hasPrefix("documents/") && !listed.contains(file) {
      diagnostics.report(.documentNotListed(shown(file)))
    }
    return documents
  }

  private mutating func document(_ file: String, _ kind: String, _ fields: Fields) -> Document? {
    let place = fields.node("file")?.place ?? fields.mapping.place
    guard file.hasPrefix("documents/"), !file.split(separator: "/").contains("..") else {
      diagnostics.report(.documentOutside(at: place))
      return nil
    }
    if let kind = PersonalNumber(in: file) {
      diagnostics.report(.personalNumberInName(kind, at: place))
    }
    let found = files[file]
    let document = Document(
      file: file,
      kind: kind,
      dated: fields.date("dated", into: &diagnostics),
      from: fields.date("from", into: &diagnostics),
      to: fields.date("to", into: &diagnostics),
      pages: pages(fields),
      stage: fields.text("stage", into: &diagnostics),
      custodian: fields.text("custodian", into: &diagnostics),
      serves: fields.texts("serves", into: &diagnostics),
      digest: found?.digest ?? "",
      byteCount: found?.byteCount ?? 0,
      place: place
    )
    guard isAsListed(document, found, fields) else {
      doubtfulDocuments.append(document)
      return nil
    }
    return document
  }

  private mutating func isAsListed(
    _ document: Document, _ found: BundleFile?, _ fields: Fields
  ) -> Bool {
    guard let found else {
      diagnostics.report(.documentMissing(document.file, at: document.place))
      return false
    }
    guard found.byteCount > 0 else {
      diagnostics.report(.documentEmpty(document.file, at: document.place))
      return false
    }
    if let declared = fields.text("sha256", into: &diagnostics),
      declared.lowercased() != found.digest
    {
      diagnostics.report(
        .documentChanged(
          document.file, found.digest, at: fields.node("sha256")?.place ?? document.place))
      return false
    }
    return true
  }

  private mutating func pages(_ fields: Fields) -> Int? {
    guard let number = fields.number("pages", into: &diagnostics) else { return nil }
    guard let pages = number.intValue, pages >= 0 else {
      diagnostics.report(
        .bundleForm(.count, at: fields.node("pages")?.place ?? fields.mapping.place))
      return nil
    }
    return pages
  }
}
