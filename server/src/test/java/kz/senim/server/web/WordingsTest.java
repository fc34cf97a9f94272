package kz.senim.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Wording;
import org.junit.jupiter.api.Test;

/** What is said outside of the pages, by the core and by commands, is said in all languages. */
class WordingsTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  @Test
  void every_wording_is_there_in_three_languages_about_the_same_things() throws Exception {
    List<Wording> all = all();
    assertThat(all).hasSizeGreaterThan(150);
    for (Wording wording : all) {
      String en = wording.text().in(Lang.EN);
      assertThat(CYRILLIC.matcher(en).find()).as(en).isFalse();
      for (Lang lang : Lang.values()) {
        String text = wording.text().in(lang);
        assertThat(places(text)).as(wording + " in " + lang.code()).isEqualTo(places(en));
        assertThat(text).as(wording + " in " + lang.code()).isNotBlank();
        if (lang != Lang.EN && PLACE.matcher(en).replaceAll("").matches(".*[a-z]{3}.*")) {
          assertThat(CYRILLIC.matcher(text).find()).as(lang.code() + ": " + text).isTrue();
        }
      }
      if (PLACE.matcher(en).replaceAll("").matches(".*[a-z]{8}.*")) {
        assertThat(wording.text().ru()).isNotEqualTo(wording.text().kk());
      }
    }
  }

  /** A mistake is told seldom: what is wrong with the telling would be found by whoever made it. */
  @Test
  void every_wording_is_told_with_as_many_things_as_it_has_places_for() throws Exception {
    Map<String, Integer> places = new HashMap<>();
    for (Wording wording : all()) {
      places.put(
          wording.getClass().getSimpleName() + "." + wording, places(wording.text().en()).size());
    }
    Pattern told = Pattern.compile("\\b([A-Z]\\w+\\.[A-Z][A-Z0-9_]+)\\s*\\.with\\(");
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Path file : sources()) {
      String code = Files.readString(file);
      Matcher matcher = told.matcher(code);
      while (matcher.find()) {
        Integer wanted = places.get(matcher.group(1));
        if (wanted != null) {
          seen++;
          if (arguments(code, matcher.end()) != wanted) {
            wrong.add(file.getFileName() + ": " + matcher.group(1));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(250);
  }

  private static List<Path> sources() throws Exception {
    List<Path> all = new ArrayList<>();
    for (String module : List.of("core", "book", "exchange", "terminal", "cli", "server")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  /** How many arguments a call has whose list begins at {@code at}. */
  private static int arguments(String code, int at) {
    int depth = 1;
    int commas = 0;
    boolean any = false;
    for (int i = at; ; i++) {
      char c = code.charAt(i);
      if (c == '"') {
        do {
          i += code.charAt(i) == '\\' ? 2 : 1;
        } while (code.charAt(i) != '"');
        any = true;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
        if (depth == 0) {
          return any ? commas + 1 : 0;
        }
      } else if (c == ',' && depth == 1) {
        commas++;
      } else if (!Character.isWhitespace(c)) {
        any = true;
      }
    }
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().forEach(result -> places.add(result.group()));
    return places;
  }

  private static List<Wording> all() throws Exception {
    List<Wording> all = new ArrayList<>();
    for (JavaClass found :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kz.senim")) {
      if (found.isEnum() && found.isAssignableTo(Wording.class)) {
        for (Object one : Class.forName(found.getName()).getEnumConstants()) {
          all.add((Wording) one);
        }
      }
    }
    return all;
  }
}
