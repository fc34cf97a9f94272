package kz.senim.server.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.senim.core.text.Lang;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Brings the forms of a word to one, in each language. */
final class Stems {

  private static final CharArraySet KAZAKH_STOP_WORDS =
      new CharArraySet(
          List.of(
              "және", "мен", "бен", "пен", "немесе", "үшін", "бойынша", "осы", "бұл", "сол", "ол",
              "да", "де", "та", "те", "туралы", "арқылы", "емес", "бар", "өзге"),
          false);

  private static final NormalizeCharMap YO = yo();
  private static final Map<Lang, Analyzer> ANALYZERS = new EnumMap<>(Lang.class);

  static {
    for (Lang lang : Lang.values()) {
      ANALYZERS.put(lang, analyzer(lang));
    }
  }

  private Stems() {}

  /**
   * A word of a text.
   *
   * @param start the index of its first character in the text
   * @param end the index after its last
   */
  record Token(String stem, int start, int end) {}

  static Analyzer of(Lang lang) {
    Analyzer analyzer = ANALYZERS.get(lang);
    if (analyzer == null) {
      throw new IllegalArgumentException(lang.code());
    }
    return analyzer;
  }

  /** The words of the text but for those that mean nothing by themselves. */
  static List<Token> tokens(String text, Lang lang) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = of(lang).tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static Analyzer analyzer(Lang lang) {
    return new Analyzer() {
      // Whoever types е means ё as well.
      @Override
      protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(YO, reader);
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(words);
        TokenStream telling = new StopFilter(lower, stopWords(lang));
        return new TokenStreamComponents(
            words,
            switch (lang) {
              case EN -> new PorterStemFilter(telling);
              case RU -> new RussianLightStemFilter(telling);
              case KK -> new KazakhStemFilter(telling);
            });
      }
    };
  }

  private static NormalizeCharMap yo() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    map.add("ё", "е");
    map.add("Ё", "Е");
    return map.build();
  }

  private static CharArraySet stopWords(Lang lang) {
    return switch (lang) {
      case EN -> EnglishAnalyzer.getDefaultStopSet();
      case RU -> RussianAnalyzer.getDefaultStopSet();
      case KK -> KAZAKH_STOP_WORDS;
    };
  }

  private static final class KazakhStemFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    KazakhStemFilter(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String stem = KazakhStemmer.stem(term.toString());
      term.setEmpty().append(stem);
      return true;
    }
  }
}
