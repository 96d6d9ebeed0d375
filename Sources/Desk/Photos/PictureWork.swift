import Disk
import Jobs
import Kernel
package import Pictures

/// Where photos lie and how pictures are cleaned: two at once, each in a process of its own, and at most so
/// many waiting.
package final class PictureWork: Sendable {
    package let folder: PhotoFolder
    private let process: PictureProcess
    private let lanes: WorkLanes

    /// `program` is the path of `yjb-photo`.
    package init(_ folder: PhotoFolder, program: String, waiting most: Int = 32) {
        (self.folder, process) = (folder, PictureProcess(program: program))
        lanes = WorkLanes("photo", waiting: most)
    }

    /// Throws `photo.busy`, and what the process and the folder answer.
    func run<T: Sendable>(
        _ work: @escaping @Sendable (PictureProcess, PhotoFolder) throws(Refusal) -> T
    ) async throws(Refusal) -> T {
        let (process, folder) = (process, folder)
        let done = await lanes.run { Result { () throws(Refusal) in try work(process, folder) } }
        guard let done else { throw Refusal(.photoBusy) }
        return try done.get()
    }
}

extension PhotoFolder {
    /// The file of a smaller size: it can be made again, and is in no backup.
    func file(_ hash: Code, _ size: CleanedPicture.Size) -> String {
        path + "/" + hash.text + (size == .full ? "" : "-" + size.rawValue)
    }
}
