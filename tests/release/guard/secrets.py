"""Made-up keys, passwords and telephone numbers.

They are assembled from parts, as this file must pass the guard (the checks before a commit) too.
"""

A16, A20, A34, A36, A43 = (
    "a1B2c3D4" * 2,
    "a1B2c" * 4,
    "a1B2c3D4e5F6g7H8i9" + "J0k1L2m3N4o5P6q7",
    "a1B2" * 9,
    "a1B2c3d" * 6 + "Z",
)
UPPER = "T0A1B2C3D"
_HOOK = "https://hooks.slack" + ".com/"
_KEY = "PRIVATE" + " KEY"

KEYS = {
    "ghu": "ghu" + f"_{A36}",
    "ghr": "ghr" + f"_{A36}",
    "ghp": "ghp" + f"_{A36}",
    "gho": "gho" + f"_{A36}",
    "ghs": "ghs" + f"_{A36}",
    "glrt": "glrt" + f"-{A20}",
    "glpat": "glpat" + f"-{A20}",
    "glptt": "glptt" + f"-{A20}",
    "gocspx": "GOCSPX" + f"-{A20}12345678",
    "google": "AIza" + "a1B2c" * 7,
    "ya29": "ya29" + f".{A20}{A20}",
    "slack": "xoxb" + f"-{A20}",
    "slack-app": "xapp" + f"-1-{A20}",
    "slack-webhook": f"{_HOOK}services/{UPPER}/B0A1B2C3D/{A20}1234",
    "slack-webhook-json": f"{_HOOK}services/{UPPER}/B0A1B2C3D/{A20}1234".replace("/", "\\/"),
    "slack-workflow": f"{_HOOK}workflows/{UPPER}/x",
    "teams-webhook": "https://tinh.webhook" + ".office.com/webhookb2/" + "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f@x",
    "teams-old": "https://outlook" + ".office.com/webhook/" + "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f@x",
    "teams-flow": "https://prod-1.southeastasia.logic" + ".azure.com:443/workflows/" + "0a1b2c3d" * 4,
    "discord": "https://discord" + ".com/api/webhooks/" + "12345678" * 2 + "12/" + A36 + A36[:28],
    "stripe": "sk" + f"_live_{A20}",
    "stripe-rk": "rk" + f"_live_{A20}",
    "sendgrid": "SG" + f".{A20}Ab.{A43}",
    "hugging-face": "hf" + f"_{A34}",
    "azure": "AccountName=x;Account" + f"Key={A43}{A43}==",
    "azure-bus": "SharedAccess" + f"Key={A43}=",
    "digital-ocean": "dop" + "_v1_" + "0a1b2c3d" * 8,
    "docker": "dckr" + f"_pat_{A20}1234567",
    "pem": f"-----BEGIN RSA {_KEY}-----",
    "pem-ec": f"-----BEGIN EC {_KEY}-----",
    "pem-gach-dai": f"—–—–—BEGIN {_KEY}—–—–—",
    "pem-khong-gach": f"BEGIN {_KEY}",
    "pem-xuong-dong": f"a\\n-----BEGIN {_KEY}-----\\nMIIE",
    "pem-an": f"-----BEGIN {_KEY}-----".replace("N P", "N P\u200b"),
    "pem-rong": "－－－－－ＢＥＧＩＮ　" + "ＰＲＩＶＡＴＥ　ＫＥＹ－－－－－",
    "pem-base64": "LS0tLS1CRUdJTi" + "BSU0EgUFJJVkFURSBLRVkt",
    "pkcs8": "MIIEvQ" + "IBADANBgkqhkiG9w0BAQEFAASC" + A20,
    "pkcs1": "MIIEow" + "IBAAKCAQEA" + A20,
    "ec-der": "MHcCAQEE" + "I" + A20 + A20,
    "ed25519-der": "MC4CAQAwBQYDK2Vw" + "BCIEI" + A20 + A20,
    "openssh": "b3BlbnNzaC1r" + "ZXktdjE" + "AAAAABG5vbmUAAAAEbm9uZQ",
    "jwt": "eyJ" + f"{A20}.eyJ{A20}.{A20}",
    "aws": "AKIA" + "A1B2C3D4" * 2,
    "npm": "npm" + f"_{A36}",
    "an-giua": ("ghp" + f"_{A36}").replace("B2a", "B2\u200ba"),
}
"""Keys as services issue them, by name."""

_WORD = "Tinhuy" + "@2026"
PASSWORDS = {
    "mat-khau": f"Mật khẩu: {_WORD}",
    "mat-khau-hoa": f"MẬT KHẨU: {_WORD}",
    "mat-khau-la": f"Mật khẩu đăng nhập là {_WORD}",
    "mat-khau-wifi": "Mật khẩu wifi: " + "daihoi" + "dang",
    "mat-khau-so": "Mật khẩu họp: " + "202" + "611",
    "mat-khau-bang": f"mật khẩu = {_WORD}",
    "mat-khau-dam": f"**Mật khẩu:** {_WORD}",
    "mat-khau-ngoac": f"Mật khẩu: “{_WORD}”",
    "mat-khau-sau": f"Tài khoản: vanthu; mật khẩu: {_WORD}",
    "mat-khau-mac-dinh": "Mật khẩu mặc định: " + "Abc" + "@123",
    "mat-khau-tam": f"Mật khẩu tạm thời (đổi ngay): {_WORD}.",
    "khong-dau": "Mat khau: " + "abc" + "12345",
    "mk": "MK: " + "thamsau" + "2026",
    "mk-thuong": "tk: vanthu mk: " + "thamsau" + "#1",
    "pass": "Pass: " + "thamsau" + "2026",
    "password": "Password: " + "hunter" + "2hunter",
    "pwd": "pwd=" + "hunter" + "2!x",
    "passcode": "Passcode: " + "123" + "456",
    "pin": "Mã PIN: " + "84" + "12",
    "phong-hop": "Mã phòng họp: " + "abc" + "-123x",
    "ma-dang-nhap": "Mã đăng nhập: " + "TU" + "2026x",
    "token": "Token: " + A20,
    "api-key": "API key: " + A20,
    "secret": "client_secret: " + A20,
    "access-key": "access_key=" + A20,
    "rong": "Ｍật khẩu： " + "Abc" + "1234x",
    "an": "Mật\u200b khẩu: " + "Abc" + "1234x",
    "mui-ten": "Mật khẩu → " + "Abc" + "1234x",
    "hai-cham-lien": "Mật khẩu:" + "Abc" + "1234x",
    "dia-chi": "https://vanthu:" + "Abc1234x" + "@mail.minhhoa.example/",
    "dia-chi-csdl": "postgres://app:" + "Abc1234x" + "@db.minhhoa.example:5432/a",
    "dia-chi-ftp": "ftp://vanthu:" + "Abc1234x" + "@10.0.0.5/",
    "dia-chi-khong-ten": "redis://:" + "Abc1234x" + "@10.0.0.5",
    "dia-chi-ma": "https://x.example/a?access_token=" + A20,
    "dia-chi-pwd": "https://x.example/a?id=1&pwd=" + "Abc1234x",
    "dia-chi-khoa": "https://x.example/a?api_key=" + A20,
    "dia-chi-sas": "https://x.example/a?sv=2024&sig=" + A20,
    "trong-doan": f"Đăng nhập bằng tài khoản vanthu, mật khẩu: {_WORD}, rồi đổi ngay.",
    "ma-truy-cap": "Mã truy cập: " + "HN" + "-8842a",
    "passphrase": "Passphrase: " + "song-lo" + "-2026!x",
    "mat-ma-dang-nhap": "Mật mã đăng nhập: " + "Abc" + "1234x",
}
"""Passwords as notices and guides write them."""

PHONES = tuple(
    "".join(parts)
    for parts in (
        ("0912 34", " 56 78"), ("0912.34", ".56.78"), ("0912-34", "-56-78"), ("(0912) 345", " 678"),
        ("(0912)345", "678"), ("(091) 234", " 5678"), ("0912345", "678"), ("0912 345", " 678"),
        ("0912.345", ".678"), ("0912-345", "-678"), ("091 234", " 5678"), ("091.234", ".5678"),
        ("091 2345", " 678"), ("091.2345", ".678"), ("09123", " 45678"), ("09123.", "45678"),
        ("0912 3456", " 78"), ("0912 34", " 5678"), ("0912 345", "678"), ("+84 912 345", " 678"),
        ("+84912345", "678"), ("+84 91 234", " 5678"), ("(+84) 912 345", " 678"), ("(+84)912345", "678"),
        ("+84 (0) 912 345", " 678"), ("+84.912.345", ".678"), ("+84-912-345", "-678"),
        ("0084 912 345", " 678"), ("0084912345", "678"), ("+84 912 34", " 56 78"), ("０９１２３４５", "６７８"),
        ("０９１２ ３４５", " ６７８"), ("０９１２．３４５", "．６７８"), ("0912–345", "–678"), ("0912—345", "—678"),
        ("0912·345", "·678"), ("0912\u200b345", "\u200b678"), ("0912\xa0345", "\xa0678"),
        ("ĐT: 0 9 1 2 3", " 4 5 6 7 8"), ("SĐT 09 12 34", " 56 78"), ("Zalo: 0.9.1.2.3", ".4.5.6.7.8"),
        ("Di động: 84912345", "678"), ("0387 12", " 34 56"), ("0567.123", ".456"), ("0778 123", " 456"),
        ("0861 234", " 567"),
    )
)  # fmt: skip
"""Mobile telephone numbers in the spellings of an office."""
