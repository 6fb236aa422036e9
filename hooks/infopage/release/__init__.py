"""What stands between a built site and the public: checks of its content, permanent addresses, proof, publishing."""
