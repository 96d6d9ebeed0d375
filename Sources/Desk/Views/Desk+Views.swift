package import Jobs
package import Kernel
import Seal
import Store

/// A list of jobs that somebody has kept under a name.
package struct SavedView: Sendable, Equatable {
    package let id: Code
    package let name: Label
    /// The query of the list's address.
    package let query: String
    /// For whom it is, when it is not its maker's own.
    package let role: Role?
    package let who: Code

    fileprivate init(_ stored: StoredView) {
        (id, name, query) = (stored.id, stored.name, stored.query)
        (role, who) = (stored.role, stored.who)
    }

    /// Whether a user finds it above the list.
    fileprivate func isFor(_ user: User) -> Bool { role.map(user.has) ?? (who == user.user) }

    /// One's own, and those of roles by whoever may keep such.
    package func mayDrop(_ user: User) -> Bool {
        role == nil ? who == user.user : user.roles.contains(where: Self.makers.contains)
    }

    /// Who keeps a list for everybody of a role (web.md 2.4.2).
    package static let makers: Set<Role> = [.head, .leader]
}

/// What became of a list that was to be kept.
package enum ViewKeeping: Sendable, Equatable {
    case kept
    /// There are as many as a line above a list can hold.
    case full
}

extension Desk {
    /// Of one person, and of one role.
    private static let most = 20

    /// What a user finds above the list: the lists of the user's roles, then the user's own.
    package func views(of user: User, in org: Code) async throws(Refusal) -> [SavedView] {
        try await look { (connection, _) throws(Refusal) in
            try SavedViewStore(connection, org: org).all().map { SavedView($0) }.filter { $0.isFor(user) || $0.mayDrop(user) }
        }
    }

    /// Keeps a list's query; the same name of the same person or role takes the place of the earlier one.
    /// Throws `role.required` when it is for a role and somebody else's to give.
    package func keepView(
        _ name: Label, _ query: String, for role: Role?, by user: User, in org: Code
    ) async throws(Refusal) -> ViewKeeping {
        if role != nil, !user.roles.contains(where: SavedView.makers.contains) {
            let makers = Role.allCases.filter(SavedView.makers.contains)
            throw Refusal.roleRequired(makers, does: "view.keep", Phrase("为角色存视图", "keep a view for a role"))
        }
        let id = try Code(RandomToken.id())
        return try await tend(org) { (connection, clock) throws(Refusal) in
            let store = SavedViewStore(connection, org: org)
            let same = try store.all().filter { $0.role == role && (role != nil || $0.who == user.user) }
            if let old = same.first(where: { $0.name == name }) {
                try store.remove(old.id)
            } else if same.count >= Self.most {
                return .full
            }
            try store.write(StoredView(id: id, who: user.user, role: role, name: name, query: query, made: clock.wall))
            return .kept
        }
    }

    /// Takes one away that is the user's to take away; nothing happens to others.
    package func dropView(_ id: Code, by user: User, in org: Code) async throws(Refusal) {
        try await tend(org) { (connection, _) throws(Refusal) in
            let store = SavedViewStore(connection, org: org)
            guard let view = try store.all().first(where: { $0.id == id }), SavedView(view).mayDrop(user) else { return }
            try store.remove(id)
        }
    }
}
