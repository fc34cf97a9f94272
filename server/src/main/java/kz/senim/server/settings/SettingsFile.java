package kz.senim.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.text.Message;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Reads the one file in which settings may stand: YAML, or properties where its name says so. */
final class SettingsFile {

  private SettingsFile() {}

  /** A value with the place where it stands. */
  record Entry(String value, Message where) {}

  /** The entries by name, in the file's order; what cannot be read is a mistake. */
  static Map<String, Entry> read(Path file, List<SettingsMistake> mistakes) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (!Files.isReadable(file)) {
      mistakes.add(
          new SettingsMistake(
              null,
              SettingSay.THE_FILE.with(file),
              (Files.exists(file) ? SettingSay.NOT_READABLE : SettingSay.NOT_THERE).with(),
              SettingSay.NAME_A_FILE.with()));
      return entries;
    }
    PropertySourceLoader loader =
        file.toString().endsWith(".properties")
            ? new PropertiesPropertySourceLoader()
            : new YamlPropertySourceLoader();
    List<PropertySource<?>> sources = new ArrayList<>();
    try {
      sources.addAll(loader.load("settings", new FileSystemResource(file)));
    } catch (IOException | RuntimeException e) {
      mistakes.add(
          new SettingsMistake(
              null,
              SettingSay.THE_FILE.with(file),
              SettingSay.NOT_YAML.with(
                  String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\n\\s*", " ")),
              SettingSay.LINES.with()));
    }
    for (PropertySource<?> source : sources) {
      if (source instanceof EnumerablePropertySource<?> some) {
        for (String name : some.getPropertyNames()) {
          Origin origin = OriginLookup.getOrigin(source, name);
          String named = String.valueOf(file.getFileName());
          Message where =
              origin instanceof TextResourceOrigin text && text.getLocation() != null
                  ? SettingSay.LINE.with(named, text.getLocation().getLine() + 1)
                  : Message.of(named);
          entries.put(name, new Entry(String.valueOf(some.getProperty(name)).strip(), where));
        }
      }
    }
    return entries;
  }
}
