import Kernel

extension String {
    /// A phone as it is compared: its digits alone, without the country's 86. `+86 138-1234-9876`,
    /// `13812349876` and the same in full-width digits are one number; a text without a digit stays as it
    /// was typed.
    package var comparedPhone: String {
        let plain = halfWidth
        var digits = String(plain.filter { $0.isASCII && $0.isNumber })
        if digits.isEmpty { return self }
        let isMarked = plain.drop { $0 == " " }.hasPrefix("+")
        // Without the sign only what is then a mobile number: there are lines that begin with 86.
        let isMobile = digits.hasPrefix("861") && digits.utf8.count == Self.mobile + 2
        if digits.hasPrefix("0086") {
            digits.removeFirst(4)
        } else if digits.hasPrefix("86"), isMarked || isMobile {
            digits.removeFirst(2)
        }
        return digits
    }

    /// Digits of a mobile number.
    private static let mobile = 11
}
