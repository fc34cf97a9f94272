package kz.senim.server.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a password must be: long, and none of those that are tried first. */
final class Passwords {

  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** Words on which common passwords are built, in Latin letters and on the Russian keyboard. */
  private static final Set<String> COMMON_WORDS =
      Set.of(
          "password",
          "passw0rd",
          "p@ssword",
          "p@ssw0rd",
          "pass",
          "parol",
          "parol1",
          "gfhjkm",
          "пароль",
          "құпиясөз",
          "qwerty",
          "qwertyuiop",
          "йцукен",
          "йцукенгшщзхъ",
          "asdfgh",
          "asdfghjkl",
          "zxcvbn",
          "zxcvbnm",
          "фывапролджэ",
          "admin",
          "administrator",
          "root",
          "user",
          "login",
          "letmein",
          "welcome",
          "iloveyou",
          "monkey",
          "dragon",
          "master",
          "secret",
          "changeme",
          "default",
          "temp",
          "test",
          "guest",
          "senim",
          "kazakhstan",
          "qazaqstan",
          "казахстан",
          "қазақстан",
          "astana",
          "almaty",
          "астана",
          "алматы",
          "nursultan",
          "qwerty1",
          "1qaz2wsx",
          "1q2w3e4r",
          "1q2w3e4r5t",
          "qazwsx",
          "qazwsxedc",
          "abc",
          "abcd",
          "abcdef",
          "football",
          "sunshine",
          "princess",
          "superman",
          "batman",
          "privet",
          "привет",
          "marina",
          "natasha",
          "aidana",
          "nurlan");

  /** Rows of the keyboard, and the alphabet: no password is a walk along one of them. */
  private static final List<String> ROWS =
      List.of(
          "12345678901234567890",
          "09876543210987654321",
          "qwertyuiopasdfghjklzxcvbnm",
          "abcdefghijklmnopqrstuvwxyz",
          "йцукенгшщзхъфывапролджэячсмитьбю",
          "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
          "1q2w3e4r5t6y7u8i9o0p");

  /** Those that are used most, in lower case; their origin stands in the file. */
  static final Set<String> MOST_USED = mostUsed();

  private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Passwords() {}

  private static Set<String> mostUsed() {
    try (InputStream in = Passwords.class.getResourceAsStream("/people/common-passwords.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keys of all that is wrong with the password; empty when nothing is.
   *
   * @param organizations the names of those in which the person has a role
   */
  static List<String> mistakes(
      String password, String again, String email, String name, List<String> organizations) {
    List<String> mistakes = new ArrayList<>();
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      mistakes.add("people.setup.bad-password");
    } else if (isOwn(password, email)
        || isNamed(password, name)
        || organizations.stream().anyMatch(organization -> isNamed(password, organization))) {
      mistakes.add("people.setup.own-password");
    } else if (isCommon(password)) {
      mistakes.add("people.setup.common-password");
    }
    if (!password.equals(again)) {
      mistakes.add("people.setup.bad-again");
    }
    return mistakes;
  }

  /** Whether it is the e-mail or the name, or one of them with little added. */
  private static boolean isOwn(String password, String own) {
    String lower = password.toLowerCase(Locale.ROOT);
    String word = own.strip().toLowerCase(Locale.ROOT);
    String user = word.contains("@") ? word.substring(0, word.indexOf('@')) : word;
    return (!word.isEmpty() && lower.contains(word))
        || (user.length() >= 4 && lower.contains(user) && lower.length() - user.length() < 6);
  }

  /** The same with a name of several words, of which none may be most of the password. */
  private static boolean isNamed(String password, String name) {
    return isOwn(password, name)
        || SEPARATORS.splitAsStream(name).anyMatch(word -> isWord(password, word));
  }

  private static boolean isWord(String password, String word) {
    return word.length() >= 4
        && password.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))
        && password.length() - word.length() < 6;
  }

  static boolean isCommon(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (MOST_USED.contains(lower) || lower.chars().distinct().count() < 5 || isRepeated(lower)) {
      return true;
    }
    for (String row : ROWS) {
      if (row.contains(lower)) {
        return true;
      }
    }
    // A common word, or two of them, with digits and signs around: Password2026!, qwerty-123456.
    String core = ENDS.matcher(lower).replaceAll("");
    if (core.isEmpty()) {
      return lower.matches("[0-9 ./:-]+") && lower.length() < 16;
    }
    return COMMON_WORDS.contains(core)
        || COMMON_WORDS.contains(lower)
        || COMMON_WORDS.stream()
            .filter(core::startsWith)
            .map(word -> ENDS.matcher(core.substring(word.length())).replaceAll(""))
            .anyMatch(COMMON_WORDS::contains);
  }

  /** Whether it is a shorter word written again and again. */
  private static boolean isRepeated(String text) {
    for (int length = 1; length <= text.length() / 2; length++) {
      String unit = text.substring(0, length);
      if (unit.repeat(text.length() / length + 1).startsWith(text)) {
        return true;
      }
    }
    return false;
  }
}
