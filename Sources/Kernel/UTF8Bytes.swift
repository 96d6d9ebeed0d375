extension String {
    /// The text that bytes are; nil when they are not UTF-8.
    ///
    /// What is not UTF-8 is repaired by the decoder and so becomes other bytes than it was. The library's own
    /// `String(validating:as:)` says the same and takes three times as long: it is generic down to its bytes,
    /// and a journal is nothing but texts.
    package init?(utf8Bytes bytes: UnsafeBufferPointer<UInt8>) {
        var text = String(decoding: bytes, as: UTF8.self)
        guard text.withUTF8({ $0.sameBytes(as: bytes) }) else { return nil }
        self = text
    }

    package init?(utf8Bytes bytes: ArraySlice<UInt8>) {
        guard let text = bytes.withUnsafeBufferPointer({ String(utf8Bytes: $0) }) else { return nil }
        self = text
    }

    /// Keys are compared by their bytes, as a database does: Swift's own `==` also equates texts that are
    /// only canonically equivalent (a letter with an accent in one character or in two).
    package func sameBytes(as other: String) -> Bool {
        let (mine, theirs) = (utf8, other.utf8)
        if mine.count != theirs.count { return false }
        let same = mine.withContiguousStorageIfAvailable { mine in
            theirs.withContiguousStorageIfAvailable { mine.sameBytes(as: $0) }
        }
        // Texts that are not Swift's own have no storage to look at.
        return (same ?? nil) ?? mine.elementsEqual(theirs)
    }

    package func hashBytes(into hasher: inout Hasher) {
        var copy = self
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(UInt8(0xFF))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Eight bytes at a time.
    package func sameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        let (mine, theirs) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
        let words = count & ~7
        for at in stride(from: 0, to: words, by: 8)
        where mine.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            != theirs.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
        for at in words..<count where mine[at] != theirs[at] { return false }
        return true
    }
}
