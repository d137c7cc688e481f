import Platform

/// Standard output, which may be full or closed: what is lost must be told.
///
/// A reader that has gone away (`hengxing … | head`) is no fault of ours.
final class StandardOutput {
  /// The system's words for the first thing that could not be written.
  private(set) var failure: String?

  /// Files that are opened later must not come to stand where a stream should be, so closed streams lead nowhere.
  static func keepStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(stream, F_GETFD) == -1 {
      // For reading only: what is written to it fails, and is told.
      _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  func write(_ text: String) {
    guard failure == nil else { return }
    do throws(SystemFailure) {
      try Descriptor.write(text, to: STDOUT_FILENO)
    } catch {
      if error.code != EPIPE { failure = error.words }
    }
  }
}
