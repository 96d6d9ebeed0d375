import Jobs
import Kernel

/// A caller's number among what people type: it stands in no address, in no log and beside no journal.
extension String {
    /// The digits of a mobile number, if this is one and nothing else, however it is written.
    var asPhone: String? {
        let digits = comparedPhone
        let others = halfWidth.filter { !($0.isASCII && $0.isNumber) && !" -+".contains($0) }
        return others.isEmpty && digits.utf8.count == 11 ? digits : nil
    }

    /// Whether eleven digits stand in it, with blanks or hyphens between them or without.
    var holdsPhone: Bool { halfWidth.filter { $0 != " " && $0 != "-" }.contains(/[0-9]{11}/) }
}
