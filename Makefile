# Short names for the commands in scripts/. ARGS is passed to the command behind a target.
.PHONY: help fetch site serve test test-thorough check accept hook guard publish rollback package last-words pages bench bench-search judge-feeds judge-epub judge-pictures lock

help: ## danh sách lệnh này
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 22

fetch: ## lấy sổ lần đăng đầu của bản đang hiển thị, trước khi dựng bản mới để xuất bản
	@scripts/lib/run build infopage fetch $(ARGS)

site: ## kiểm tra và dựng trang vào site/
	@scripts/site $(ARGS)

serve: ## xem trước trang trên máy này, cả mục chưa đến ngày đăng
	@scripts/serve $(ARGS)

test: ## chạy mọi kiểm thử
	@scripts/test $(ARGS)

test-thorough: ## thử trọn những gì make test chỉ thử một phần; cần LibreOffice, Ghostscript, reportlab, tự cài bằng apt-get nếu được
	@scripts/test-thorough $(ARGS)

check: ## chỉ kiểm tra docs/ và data/, trong vài giây
	@scripts/lib/run build infopage check $(ARGS)

accept: ## dựng trang từ văn bản thật: make accept CORPUS=thư-mục
	@test -n "$(CORPUS)" || { echo 'make accept cần thư mục văn bản: make accept CORPUS=thư-mục' >&2; exit 2; }
	@scripts/lib/run test python -m tests.accept "$(CORPUS)" $(ARGS)

hook: ## cài tường bảo vệ vào git trên máy này: kiểm tra trước mỗi lần ghi, mỗi lần đẩy
	@scripts/lib/run release infopage install-hook

guard: ## tìm những gì không được công khai: make guard ARGS="--site site"
	@scripts/lib/run release infopage guard $(ARGS)

publish: ## đưa trang đã dựng trong site/ lên máy chủ, không dựng lại: make publish ARGS=--dry-run
	@scripts/lib/release publish $(ARGS)

rollback: ## cho máy chủ hiển thị lại bản trước: make rollback [ARGS=mã-bản]
	@scripts/lib/release rollback $(ARGS)

package: ## đóng site/ thành các tệp zip trong build/goi/: cả trang, và bản đọc không cần mạng
	@scripts/lib/release package $(ARGS)

last-words: ## lấy sổ câu chữ mà lần xuất bản lên Pages trước để lại trên GitHub, GitLab
	@scripts/lib/last-words

pages: ## chép site/ vào public/ cho GitHub Pages, GitLab Pages; lần đầu tiên: make pages ARGS=--first
	@scripts/lib/release pages $(ARGS)

bench: ## đo việc dựng 10.000 mục cạnh Material, Hugo, Zensical; nhanh hơn: make bench ARGS="--items 1000"; xem trước: ARGS=--serve
	@scripts/lib/run test python -m tests.bench $(ARGS)

judge-feeds: ## cho các chương trình đọc tin khác (ROME, rss-parser, feedparser, feedsmith, rss2email) đọc nguồn tin
	@scripts/lib/run test python -m tests.judge $(ARGS)

judge-epub: ## cho EPUBCheck kiểm tra sách điện tử của trang mẫu
	@scripts/lib/run test python -m tests.judge.epub

judge-pictures: ## cho ExifTool tìm siêu dữ liệu trong mọi ảnh của bản trình diễn
	@scripts/lib/run test python -m tests.judge.pictures

bench-search: ## đo tìm kiếm bằng câu hỏi có đáp án: SEARCH=thư-mục (CORPUS=, SCALE= nếu có), hoặc JUDGED=tệp SITE=trang-đã-dựng
	@test -n "$(SEARCH)$(JUDGED)" || { echo 'make bench-search cần câu hỏi: make bench-search SEARCH=thư-mục, hoặc JUDGED=tệp SITE=trang-đã-dựng' >&2; exit 2; }
	@test -z "$(JUDGED)" || scripts/lib/run test python -m tests.bench.judged $(JUDGED) --site "$(or $(SITE),site)" $(ARGS)
	@test -z "$(SEARCH)" || scripts/lib/run test python -m tests.bench.search "$(SEARCH)" $(ARGS)
	@test -z "$(CORPUS)" || scripts/lib/run test python -m tests.bench.retrieval "$(CORPUS)"
	@test -z "$(SCALE)" || scripts/lib/run test python -m tests.bench.search_index "$(SCALE)"
	@test -z "$(SCALE)" || scripts/lib/run test python -m tests.bench.search_net "$(SCALE)"

lock: ## ghi lại requirements/ theo pyproject.toml; bản mới hơn: make lock ARGS=--upgrade
	@scripts/lib/lock $(ARGS)
