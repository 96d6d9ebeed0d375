package import Jobs
package import Kernel

/// What a password must be. Length counts most; what can be guessed from the person is refused.
package enum PasswordRules {
    private static let guarded: Set<Role> = [.admin, .finance, .cashier, .leader]
    package static let longest = 256

    /// Twelve signs for those who move money or people, ten for others.
    package static func shortest(for roles: [Role]) -> Int { roles.contains(where: guarded.contains) ? 12 : 10 }

    /// Everything that stands against it.
    package static func faults(_ password: String, of user: User, in street: String) -> [Phrase] {
        let shortest = shortest(for: user.roles)
        let low = password.lowercased()
        var faults: [Phrase] = []
        if password.count < shortest { faults.append(Phrase("至少 \(shortest) 个字符", "at least \(shortest) characters")) }
        if password.count > longest { faults.append(Phrase("至多 \(longest) 个字符", "at most \(longest) characters")) }
        let own = [user.user.text, user.name.text, street].map { $0.lowercased() }
        if own.contains(where: { $0.count > 1 && low.contains($0) }) {
            faults.append(Phrase("不得含用户名、姓名或街道名", "not your name, your user name or the street's"))
        }
        if Set(low).count < 5 || hasRun(low) {
            faults.append(Phrase("不得连号或重复", "no runs such as 123456 and no repeats"))
        }
        if common.contains(where: low.contains) {
            faults.append(Phrase("太常用，换一句只有您想得到的话", "too common: take a sentence that only you would think of"))
        }
        return faults
    }

    /// Six signs that each follow the one before.
    private static func hasRun(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        var (up, down) = (1, 1)
        for (a, b) in zip(values, values.dropFirst()) {
            up = b == a + 1 ? up + 1 : 1
            down = b == a - 1 ? down + 1 : 1
            if up >= 6 || down >= 6 { return true }
        }
        return false
    }

    private static let common = [
        "password", "passw0rd", "qwerty", "qazwsx", "1qaz2wsx", "asdfgh", "zxcvbn", "iloveyou", "woaini",
        "admin123", "letmein", "welcome1",
        "5201314", "1314520", "aa123456", "a1b2c3", "abc123", "112233", "888888", "666666", "123123",
    ]
}
