package import Kernel

/// A photo that somebody has sent, as it is kept.
package struct KeptPhoto: Sendable, Equatable {
    /// What a record says of it, with what the picture said of itself.
    package let photo: Photo
    package let who: Code
    /// The SHA-256 of what was sent.
    package let came: Code
    /// In pixels; nil for a paper.
    package let width: Int?
    package let height: Int?
    package let made: Instant

    package init(photo: Photo, who: Code, came: Code, width: Int?, height: Int?, made: Instant) {
        (self.photo, self.who, self.came) = (photo, who, came)
        (self.width, self.height, self.made) = (width, height, made)
    }
}
