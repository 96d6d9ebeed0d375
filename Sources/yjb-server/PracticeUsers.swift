import Desk
import Glibc
import Jobs
import Kernel
import Seal
import Web

/// Ways into a practice street for whoever wants to look: one user of each role gets a password, new with
/// each start, by the same invitation that everybody gets.
struct PracticeUsers {
    let site: WebSite

    func open(_ streets: [Code], at address: String) async throws(Refusal) {
        for org in streets {
            tell("\n\(address)/\(org.text)/desk\n")
            let users = try await site.desk.practiceUsers(of: org)
            for (role, user) in users {
                let password = String(RandomToken.invitation().prefix(12))
                let code = try await site.desk.invite(user.user, in: org, by: nil)
                _ = try await site.desk.takeUp(code, password: password, in: org, site.passwords)
                tell("  \(user.user.text.padded(14)) \(password)  \(role.title.zh) \(role.title.en)")
            }
        }
        tell("\nCtrl-C 停止 · stops the server.\n")
    }
}

/// Written at once: whoever waits for the server reads it in a pipe.
private func tell(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
