import Disk
import Kernel
import Seal

/// Temporary files of programs that died.
enum Leftovers {
    /// The same in a folder.
    static func sweep(in folder: String, _ language: Language) { sweep(beside: folder + "/.", language) }

    /// Removes those beside a file that is about to be made, and names each.
    static func sweep(beside path: String, _ language: Language) {
        for file in FreshFile.sweep(beside: path) {
            Console.message(Phrase(
                "已删除中断的程序留下的临时文件 \(file)", "Removed \(file), left behind by a program that was broken off")(language))
        }
    }
}
