// Reads feeds with rss-parser and feedsmith: node read.mjs ADDRESS…
// Prints {program: {address: [[id, title, link, published, content], …]}} as JSON.
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";

const read = { "rss-parser": {}, feedsmith: {} };
const parser = new Parser({ customFields: { item: ["guid", ["content:encoded", "encoded"]] } });

for (const address of process.argv.slice(2)) {
  if (!address.endsWith(".json")) {
    const feed = await parser.parseURL(address);
    read["rss-parser"][address] = feed.items.map((item) => [
      item.guid ?? item.id, item.title, item.link, item.isoDate, item.encoded ?? item.content,
    ]);
  }
  const { feed } = parseFeed(await (await fetch(address)).text());
  read.feedsmith[address] = (feed.items ?? feed.entries ?? []).map((item) => [
    item.guid?.value ?? item.id,
    item.title.value ?? item.title,
    item.url ?? item.link ?? item.links.find((link) => link.rel === "alternate").href,
    item.date_published ?? item.pubDate ?? item.published,
    item.content_html ?? item.content?.encoded ?? item.content?.value,
  ]);
}
console.log(JSON.stringify(read));
