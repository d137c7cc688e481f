import CArchive

/// The version of the library that reads archives, as `about` prints it.
package let archiveLibraryVersion = archive_version_number()
