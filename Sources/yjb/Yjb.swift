@main struct Yjb { static func main() {} }
