package import Kernel

/// What a page may say about who called. The full name and phone are shown by a command of their own, to
/// those who may.
package enum CallerSight: Sendable, Equatable {
    /// The call came without a name or phone.
    case unknown
    case erased
    case confidential
    /// There is one, and no more of it may be seen.
    case present
    /// There is one, but it cannot be opened here.
    case locked(Lock)
    case known(name: String?, phone: String?)

    /// Why a caller cannot be opened.
    package enum Lock: Sendable {
        case missing, wrong, unreadable
    }

    /// `张** 138****0001`, or a word where there is nothing to show.
    package var words: Phrase {
        switch self {
        case .unknown: Phrase("未留", "not given")
        case .erased: Phrase("已删除", "erased")
        case .confidential: Phrase("保密", "confidential")
        case .present: Phrase("有来电人", "there is a caller")
        case .locked(.missing): Phrase("缺密钥文件，不可显示", "not shown: the key file is missing")
        case .locked(.wrong): Phrase("密钥不对或不可用，不可显示", "not shown: the key is another one or cannot be used")
        case .locked(.unreadable): Phrase("无权读取密钥文件，不可显示", "not shown: the key file cannot be read")
        case .known(let name, let phone):
            Phrase(Self.masked(name, phone), Self.masked(name, phone))
        }
    }

    private static func masked(_ name: String?, _ phone: String?) -> String {
        [name.map(mask(name:)), phone.map(mask(phone:))].compactMap(\.self).joined(separator: " ")
    }

    /// The first character, and always two asterisks: the length of a name is part of it.
    static func mask(name: String) -> String { String(name.prefix(1)) + "**" }

    /// Three digits before and four behind, where that leaves something hidden.
    static func mask(phone: String) -> String {
        phone.count >= 10 ? phone.prefix(3) + "****" + phone.suffix(4) : "****" + phone.suffix(2)
    }
}
