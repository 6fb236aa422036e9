"""The feeds: RSS 2.0, Atom 1.0 and JSON Feed 1.1 of the whole site and of each of its parts, with their archives."""
