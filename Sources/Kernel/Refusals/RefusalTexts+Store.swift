extension RefusalTexts {
    /// The database, its key, files and settings.
    static let store: Texts = [
        .storeMissing: RefusalText(
            "找不到账套 {path}", "请核对路径，或先运行 yjb init；服务器上请先建数据库（createdb）",
            "There is no database {path}",
            "Check the path, or run yjb init; on a server, create the database first (createdb)"),
        .storeExists: RefusalText(
            "{path} 已经存在", "请直接使用，或换一个路径",
            "{path} already exists",
            "Use it, or choose another path"),
        .storeLeftover: RefusalText(
            "{path} 旁边还有另一个账套留下的 {found}，会被并入新文件", "请先确认不再需要其中的内容，再移走它们，或换一个路径",
            "Beside {path} lies {found}, left by another database, which would be played into the new one",
            "Make sure that nobody needs what is in it and move it away, or choose another path"),
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
        .storeUnreachable: RefusalText(
            "连不上数据库服务器 {path}：{detail}", "请检查服务器和网络后重试；未答复的命令没有入账",
            "The database server {path} cannot be reached: {detail}",
            "Check the server and the network and try again; nothing unanswered was kept"),
        .storeDenied: RefusalText(
            "数据库服务器 {path} 拒绝登录：{detail}", "请核对用户、口令和证书",
            "The database server {path} refused the login: {detail}",
            "Check user, password and certificates"),
        .storeUnknown: RefusalText(
            "提交时服务器失联，结果未知：{detail}", "请用同一 id 再发一次：已入账的会得到原答复，不会重复",
            "The server was lost while committing, and the outcome is unknown: {detail}",
            "Send the same command with the same id again: what was kept is answered as before, and not done twice"),
        .storeTimeout: RefusalText(
            "数据库超时：{detail}", "请稍后重试，或在连接串中放宽 statement_timeout、lock_timeout",
            "The database took too long: {detail}",
            "Try again later, or raise statement_timeout or lock_timeout in the URL"),
        .storeConflict: RefusalText(
            "与其他写入反复冲突，已放弃：{detail}", "请重试",
            "Given up after repeated conflicts with other writers: {detail}",
            "Try again"),
        .storeCancelled: RefusalText(
            "查询已取消", "需要时请重新查询",
            "The question was cancelled",
            "Ask again when it is needed"),
        .keyMissing: RefusalText(
            "找不到密钥文件 {path}", "请把建账时生成的密钥文件放回账套旁",
            "There is no key file {path}",
            "Put the key file made at init back beside the database"),
        .keyInvalid: RefusalText(
            "密钥 {path} 不可用：{reason}", "请核对密钥文件及其权限（0600）",
            "The key {path} cannot be used: {reason}",
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
        .photoType: RefusalText(
            "这个文件不是能收的照片", "可收 JPEG、PNG、WebP 和 PDF，按内容而不按文件名判断",
            "This file is no photo that is taken",
            "JPEG, PNG, WebP and PDF are taken, told by their content and not by their name"),
        .photoBytes: RefusalText(
            "照片超过 {limit} MB", "请用较小的尺寸重拍或压缩后再传",
            "The photo is larger than {limit} MB",
            "Take it in a smaller size, or make it smaller"),
        .photoSize: RefusalText(
            "照片的像素太多：每边至多 {side}，合计至多 {pixels} 百万", "请用较小的尺寸",
            "The photo has too many pixels: at most {side} a side and {pixels} million in all",
            "Make it smaller"),
        .photoBroken: RefusalText(
            "照片解不开，或不完整", "请再传一次；仍不行就重拍",
            "The photo cannot be decoded, or is not whole",
            "Send it again; take it anew if that does not help"),
        .photoBusy: RefusalText(
            "正在处理的照片太多", "请稍等片刻再传",
            "Too many photos are being worked on",
            "Send it again in a moment"),
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
        .settingUsage: RefusalText(
            "命令的写法不对：{detail}", "写法见该命令的 --help",
            "The command line is not understood: {detail}",
            "The command's --help says how it is written"),
        .settingExposed: RefusalText(
            "{setting} 会让同一台机器上的其他用户从进程列表里看到来电人", "请改用 {option}：从文件、标准输入（-）或提示中读取姓名和电话",
            "{setting} would show the caller to every user of this machine in the list of processes",
            "Use {option} instead: name and phone from a file, from standard input (-) or from a prompt"),
    ]
}
