"""What each role of a street does in a working day: a file a role, each a function `walk(desk, street)`."""
