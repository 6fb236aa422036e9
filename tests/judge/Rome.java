import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.PrintStream;
import java.net.URL;
import java.util.Date;

/** Reads feeds with ROME and prints, for each entry, a line of its feed's address and what ROME has of it, by tabs. */
public class Rome {
    public static void main(String[] addresses) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String address : addresses) {
            try (XmlReader reader = new XmlReader(new URL(address))) {
                for (SyndEntry entry : new SyndFeedInput().build(reader).getEntries()) {
                    SyndContent content = entry.getContents().isEmpty() ? entry.getDescription() : entry.getContents().get(0);
                    out.println(String.join("\t", address, line(entry.getUri()), line(entry.getTitle()), line(entry.getLink()),
                        instant(entry.getPublishedDate()), instant(entry.getUpdatedDate()), line(content.getValue())));
                }
            }
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String instant(Date at) {
        return at == null ? "" : at.toInstant().toString();
    }
}
