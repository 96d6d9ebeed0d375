extension RefusalTexts {
    /// The database, its key, files and settings.
    static let store: Texts = [
        .storeMissing: RefusalText(
            "找不到账套 {path}", "请核对路径，或先运行 yjb init",
            "There is no database {path}",
            "Check the path, or run yjb init"),
        .storeExists: RefusalText(
            "{path} 已经存在", "请直接使用，或换一个路径",
            "{path} already exists",
            "Use it, or choose another path"),
        .storeLocked: RefusalText(
            "账套正被占用：{detail}", "请稍后重试",
            "The database is locked: {detail}",
            "Try again later"),
        .storeReadOnly: RefusalText(
            "账套不可写：{detail}", "请检查文件权限和磁盘",
            "The database cannot be written: {detail}",
            "Check its permissions and the disk"),
        .storeFull: RefusalText(
            "磁盘已满：{detail}", "请腾出空间后重试",
            "The disk is full: {detail}",
            "Make room and try again"),
        .storeNotDatabase: RefusalText(
            "{path} 不是应急包账套", "请核对路径",
            "{path} is not a database of yjb",
            "Check the path"),
        .storeNewer: RefusalText(
            "账套版本 {found} 高于本程序可用的 {known}", "请升级程序",
            "The database has version {found}; this program knows {known}",
            "Upgrade the program"),
        .storeDamaged: RefusalText(
            "账套已损坏：{detail}", "请用备份恢复，并运行 yjb audit verify",
            "The database is damaged: {detail}",
            "Restore a backup and run yjb audit verify"),
        .storeIO: RefusalText(
            "账套读写失败：{detail}", "请检查磁盘后重试",
            "The database cannot be read or written: {detail}",
            "Check the disk and try again"),
        .keyMissing: RefusalText(
            "找不到密钥文件 {path}", "请把建账时生成的密钥文件放回账套旁",
            "There is no key file {path}",
            "Put the key file made at init back beside the database"),
        .keyInvalid: RefusalText(
            "密钥不可用：{reason}", "请核对密钥文件及其权限（0600）",
            "The key cannot be used: {reason}",
            "Check the key file and its mode (0600)"),
        .fileMissing: RefusalText(
            "找不到文件 {path}", "请核对路径",
            "There is no file {path}",
            "Check the path"),
        .fileUnreadable: RefusalText(
            "文件 {path} 不可读：{detail}", "请检查权限和内容",
            "The file {path} cannot be read: {detail}",
            "Check its permissions and content"),
        .fileUnwritable: RefusalText(
            "文件 {path} 不可写：{detail}", "请检查权限和磁盘",
            "The file {path} cannot be written: {detail}",
            "Check its permissions and the disk"),
        .clockForbidden: RefusalText(
            "YJB_NOW 只能用于演练账套", "请去掉 YJB_NOW",
            "YJB_NOW may be set for a sandbox street only",
            "Unset YJB_NOW"),
        .settingMissing: RefusalText(
            "没有指定 {setting}", "请加上选项 {option}",
            "{setting} is not given",
            "Give the option {option}"),
        .settingInvalid: RefusalText(
            "{setting} 的值 {value} 不可用", "应为：{expected}",
            "{setting} cannot be {value}",
            "Expected: {expected}"),
    ]
}
