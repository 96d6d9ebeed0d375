package import Jobs
package import Kernel

/// Whether every photo that records name is there, and is that photo.
package struct PhotoCheck {
    package let named: Int
    package let lost: [(hash: String, reason: Phrase)]

    package init(_ photos: [Photo], in folder: PhotoFolder) {
        named = photos.count
        lost = photos.compactMap { photo in folder.fault(of: photo).map { (photo.hash.text, $0) } }
    }

    package var isWhole: Bool { lost.isEmpty }
}
