import Archives
import Diagnostics

/// Finds the part of a Word document that holds its text, and reads it.
struct TextDocumentOpening {
  let path: String
  var diagnostics = Diagnostics()

  init(path: String) {
    self.path = path
  }

  mutating func open() -> TextDocument? {
    guard isZip(), let package = package() else { return nil }
    do throws(XMLFault) {
      let main = try Relationships(of: "", in: package).target(ofKind: "officeDocument")
      guard let main, package.has(main) else {
        diagnostics.report(.notATextDocument(path))
        return nil
      }
      guard let reader = reader(of: main, in: package) else { return nil }
      var body = TextDocumentReader(reader)
      guard let blocks = try body.read() else {
        diagnostics.report(.notATextDocument(path))
        return nil
      }
      return TextDocument(path: path, blocks: blocks)
    } catch let fault {
      diagnostics.report(.unreadableTextDocument(fault.wording, path))
      return nil
    }
  }

  private mutating func isZip() -> Bool {
    do throws(ByteStreamFailure) {
      let file = try OpenedFile(path)
      let head = try file.start(1024)
      guard let foreign = ForeignFile(head, path: path, rest: { FileStream(file) }) else {
        return true
      }
      diagnostics.report(
        foreign == .encrypted
          ? .unreadableTextDocument(WorkbookPackage.Missing.encrypted.wording, path)
          : .notATextDocument(path))
    } catch let failure {
      diagnostics.report(.unreadableTextDocument(failure.wording, path))
    }
    return false
  }

  private mutating func package() -> WorkbookPackage? {
    do throws(FileTreeError) {
      return try WorkbookPackage(.file(path))
    } catch let error {
      if case .damaged(_, let words) = error {
        diagnostics.report(
          .unreadableTextDocument(ByteStreamFailure.damaged(words).wording, path))
      } else {
        diagnostics.report(.notATextDocument(path))
      }
      return nil
    }
  }

  private mutating func reader(of part: String, in package: WorkbookPackage) -> XMLReader? {
    do throws(WorkbookPackage.Missing) {
      return try package.open(part)
    } catch let missing {
      diagnostics.report(.unreadableTextDocument(missing.wording, path))
      return nil
    }
  }
}
