package kz.senim.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.senim.core.coverage.OfficialText;
import kz.senim.core.text.Lang;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The official texts that an operator has imported, a file for each act and language. A file has a
 * line for the edition and then a line for each unit: citation, tab, text.
 */
public final class OfficialTexts {

  /**
   * The official text of the longest act is some 300 KB; a saved page with its markup is larger.
   */
  public static final int MOST_BYTES = 16 << 20;

  private final Path folder;

  public OfficialTexts(Path folder) {
    this.folder = folder;
  }

  /** The folder of this user: {@code SENIM_DATA}, or {@code ~/.local/share/senim}. */
  public static OfficialTexts ofUser() {
    String data = System.getenv("SENIM_DATA");
    Path base =
        data == null
            ? Path.of(System.getProperty("user.home"), ".local", "share", "senim")
            : Path.of(data);
    return new OfficialTexts(base.resolve("texts"));
  }

  /** The lines of a saved page of the legal portal, or the text itself when it is no page. */
  public static String plain(String text) {
    String start = text.stripLeading();
    if (!start.startsWith("<")) {
      return text;
    }
    Document page = Jsoup.parse(text);
    page.select("script, style, nav, header, footer").remove();
    StringBuilder lines = new StringBuilder();
    for (Element block : page.select("p, h1, h2, h3, h4, td, li, pre, div")) {
      // Only the innermost blocks: their parents would repeat them.
      if (block.select("p, h1, h2, h3, h4, td, li, pre, div").size() == 1 && block.hasText()) {
        lines.append(block.text()).append("\n\n");
      }
    }
    return lines.toString();
  }

  /** Keeps the text, in place of one of the same act and language. */
  public void save(OfficialText text) throws IOException {
    Files.createDirectories(folder);
    StringBuilder out = new StringBuilder(text.edition().toString()).append('\n');
    text.units()
        .forEach(
            (citation, words) ->
                out.append(citation)
                    .append('\t')
                    .append(words.replaceAll("\\s+", " "))
                    .append('\n'));
    Path file = file(text.act(), text.lang());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, out);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  public Optional<OfficialText> find(String act, Lang lang) throws IOException {
    Path file = file(act, lang);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    Map<String, String> units = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        units.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return Optional.of(new OfficialText(act, lang, LocalDate.parse(lines.getFirst()), units));
  }

  /** All texts that have been imported. */
  public List<OfficialText> list() throws IOException {
    List<OfficialText> texts = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    for (Path file : files) {
      String[] name = file.getFileName().toString().split("\\.", -1);
      for (Lang lang : Lang.values()) {
        if (name.length == 3 && lang.code().equals(name[1])) {
          find(name[0], lang).ifPresent(texts::add);
        }
      }
    }
    return texts;
  }

  /** Whether there was one to remove. */
  public boolean remove(String act, Lang lang) throws IOException {
    return Files.deleteIfExists(file(act, lang));
  }

  private Path file(String act, Lang lang) {
    if (!act.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException(act);
    }
    return folder.resolve(act + "." + lang.code() + ".txt");
  }
}
