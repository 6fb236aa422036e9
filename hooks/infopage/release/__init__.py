"""What stands between a built site and the public: the guard, permanent addresses, proof, publishing."""
