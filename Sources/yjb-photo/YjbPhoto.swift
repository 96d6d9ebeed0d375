import Disk
import Glibc
import Pictures

/// Reads one picture from standard input, writes it cleaned and in three sizes to standard output, and ends:
/// what a decoder's fault can do, it does here, to one upload.
@main
enum YjbPhoto {
    static func main() {
        var frame = CleanedPicture.frame(.broken)
        do throws(CleanedPicture.Fault) {
            frame = try cleaned().frame
        } catch {
            frame = CleanedPicture.frame(error)
        }
        var rest = frame[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { _exit(1) }
            rest = rest.dropFirst(count)
        }
        // Without whatever the library does at an end.
        _exit(0)
    }

    private static func cleaned() throws(CleanedPicture.Fault) -> CleanedPicture {
        guard Cage.limit(), let bytes = input() else { throw .broken }
        // A paper is kept as it is: it is no picture.
        guard let type = PhotoType(bytes), type != .pdf, PictureEnd.isThere(in: bytes) else { throw .broken }
        let decoder = try Decoder(type)
        guard Cage.shut() else { throw .library }
        return try decoder.picture(bytes)
    }

    /// nil when it is longer than a photo may be.
    private static func input() -> [UInt8]? {
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(STDIN_FILENO, &buffer, buffer.count), count > 0 {
            bytes += buffer[..<count]
            if bytes.count > PhotoType.limit { return nil }
        }
        return bytes
    }
}
