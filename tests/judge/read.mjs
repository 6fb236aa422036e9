// Reads feeds with rss-parser, feedparser and feedsmith: node read.mjs ADDRESS…
// Prints {program: {address: [[id, title, link, published, content], …]}} as JSON.
import { parseFeed } from "feedsmith";
import FeedParser from "feedparser";
import Parser from "rss-parser";
import { Readable } from "node:stream";

const read = { "rss-parser": {}, feedparser: {}, feedsmith: {} };
const parser = new Parser({ customFields: { item: ["guid", ["content:encoded", "encoded"]] } });

for (const address of process.argv.slice(2)) {
  if (!address.endsWith(".json")) {
    const feed = await parser.parseURL(address);
    read["rss-parser"][address] = feed.items.map((item) => [
      item.guid ?? item.id, item.title, item.link, item.isoDate, item.encoded ?? item.content,
    ]);
  }
  // feedparser removes text in angle brackets from every title; RSS has no way to prevent that.
  if (address.endsWith("atom.xml")) {
    read.feedparser[address] = [];
    const items = Readable.fromWeb((await fetch(address)).body).pipe(new FeedParser());
    for await (const item of items)
      read.feedparser[address].push([item.guid, item.title, item.link, item.pubdate.toISOString(), item.description]);
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
