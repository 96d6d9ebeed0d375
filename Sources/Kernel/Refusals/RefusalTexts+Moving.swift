extension RefusalTexts {
    /// Streets that are copied, backed up and restored.
    static let moving: Texts = [
        .storeUnclean: RefusalText(
            "{path} 中街道 {org} 的账套不一致：{detail}", "请运行 yjb audit verify；账套有问题时不要用它覆盖任何东西，换一份完好的",
            "The street {org} in {path} is not clean: {detail}",
            "Run yjb audit verify, and take a copy that is clean"),
        .keyDiffers: RefusalText(
            "街道 {org} 在目标处已有另一把密钥 {path}", "请核对两边的密钥文件；没有复制任何东西",
            "The street {org} has another key at the target: {path}",
            "Compare the key files of both sides; nothing was copied"),
        .copyDiverged: RefusalText(
            "街道 {org} 两边的账在第 {seq} 条记录处不同（来源 {source}，目标 {target}）",
            "这不是同一本账：请核对，或复制到新的账套；没有复制任何东西",
            "The journals of the street {org} differ at record {seq} (source {source}, target {target})",
            "They are not one journal: check them, or copy to a new database; nothing was copied"),
        .copyAhead: RefusalText(
            "街道 {org} 在目标处已有 {found} 条记录，来源只有 {known} 条", "目标更新，请反方向复制；没有复制任何东西",
            "The street {org} has {found} records at the target and only {known} at the source",
            "The target is newer: copy the other way; nothing was copied"),
        .copyMoving: RefusalText(
            "街道 {org} 在复制时仍有新记录：目标已到第 {target} 条并核对无误，来源已到第 {source} 条", "请停止写入来源后再运行一次",
            "The street {org} was written to while it was copied: the target has proved equal up to record {target}, "
                + "the source is at {source}",
            "Stop writing to the source and run it again"),
        .backupFormat: RefusalText(
            "{path} 是 {found} 的备份，不能恢复成 {wanted}", "请先按原类型恢复，再用 yjb copy 转换",
            "{path} is a backup of {found} and cannot be restored as {wanted}",
            "Restore it as what it is, then run yjb copy"),
        .backupSchema: RefusalText(
            "备份在模式 {found} 中，目标地址指向模式 {wanted}", "请在目标地址中加上 options=-csearch_path%3D{found}",
            "The backup lies in the schema {found}; the target's URL leads to {wanted}",
            "Put options=-csearch_path%3D{found} into the target's URL"),
        .toolMissing: RefusalText(
            "找不到程序 {tool}", "请安装 Debian 软件包 {package}",
            "The program {tool} is not there",
            "Install the Debian package {package}"),
        .toolFailed: RefusalText(
            "{tool} 失败：{detail}", "请按其提示处理后重试",
            "{tool} failed: {detail}",
            "Do what its message asks for and try again"),
    ]
}
