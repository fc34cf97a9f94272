package kz.senim.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
