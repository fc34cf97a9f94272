package kz.senim.server.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the endings off Kazakh words: number, possession, case and the commonest forms of verbs.
 * Light: what is left is the same for the forms of a word, and need not be one.
 */
final class KazakhStemmer {

  private static final int SHORTEST = 4;
  private static final int MOST_ENDINGS = 5;
  private static final String VOICELESS = "кқпстфхцчшщбвгд";

  private static final List<String> ENDINGS =
      Stream.of(
              "лар лер дар дер тар тер",
              "ымыз іміз ыңыз іңіз сын сін ын ін ым ім ың ің сы сі ы і",
              "ның нің дың дің тың тің",
              "ға ге қа ке на не",
              "ны ні ды ді ты ті",
              "нда нде да де та те",
              "нан нен дан ден тан тен",
              "мен бен пен",
              "ндағы ндегі дағы дегі тағы тегі",
              "ады еді йды йді ған ген қан кен атын етін йтын йтін ып іп",
              "у")
          .flatMap(some -> Stream.of(some.split(" ", -1)))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();

  private KazakhStemmer() {}

  /**
   * @param word in lower case
   */
  static String stem(String word) {
    String stem = word;
    for (int i = 0; i < MOST_ENDINGS; i++) {
      String shorter = shorten(stem);
      if (shorter.equals(stem)) {
        break;
      }
      stem = shorter;
    }
    return devoiced(stem);
  }

  private static String shorten(String word) {
    for (String ending : ENDINGS) {
      int left = word.length() - ending.length();
      if (left >= SHORTEST && word.endsWith(ending) && fits(word.charAt(left - 1), ending)) {
        return word.substring(0, left);
      }
    }
    return word;
  }

  /** Which consonant an ending begins with depends on the sound before it. */
  private static boolean fits(char before, String ending) {
    return switch (ending.charAt(0)) {
      // After к the т mostly belongs to the word itself: объекті, актіні.
      case 'т' -> before != 'к' && VOICELESS.indexOf(before) >= 0;
      case 'қ', 'к', 'п' -> VOICELESS.indexOf(before) >= 0;
      case 'с' -> isVowel(before);
      case 'у', 'ы', 'і' -> !isVowel(before) || ending.equals("у");
      default -> true;
    };
  }

  private static boolean isVowel(char letter) {
    return "аәеёиоөуұүыіэюя".indexOf(letter) >= 0;
  }

  /** Before a vowel the last consonant is voiced: қауіпсіздік, қауіпсіздігі. */
  private static String devoiced(String word) {
    int last = word.length() - 1;
    char voiceless =
        switch (word.charAt(last)) {
          case 'г' -> 'к';
          case 'ғ' -> 'қ';
          case 'б' -> 'п';
          default -> word.charAt(last);
        };
    return word.substring(0, last) + voiceless;
  }
}
