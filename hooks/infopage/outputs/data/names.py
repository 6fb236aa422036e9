"""The names of a document's own data files, in the folder of its page or of the page with its text as of a day."""

JSON_NAME, TEXT_NAME, AKN_NAME = "van-ban.json", "van-ban.txt", "van-ban.akn"
