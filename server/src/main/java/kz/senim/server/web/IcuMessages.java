package kz.senim.server.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The interface's texts, from {@code i18n/<module>.<lang>.properties}, in ICU's message format: its
 * plurals are right in each language.
 */
@Component("messageSource")
public final class IcuMessages implements MessageSource {

  private final Map<Lang, Properties> texts = new EnumMap<>(Lang.class);
  private final Map<Lang, Map<String, MessageFormat>> formats = new EnumMap<>(Lang.class);

  IcuMessages() throws IOException {
    for (Lang lang : Lang.values()) {
      Properties all = new Properties();
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:i18n/*." + lang.code() + ".properties")) {
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          Properties some = new Properties();
          some.load(reader);
          for (String key : some.stringPropertyNames()) {
            if (all.put(key, some.getProperty(key)) != null) {
              throw new IllegalStateException(file + ": '" + key + "' stands in another file too");
            }
          }
        }
      }
      texts.put(lang, all);
      formats.put(lang, new ConcurrentHashMap<>());
    }
  }

  /** The text in the language, with its arguments. */
  public String get(Lang lang, String key, Object... args) {
    String text = text(lang, key);
    if (text == null) {
      throw new NoSuchMessageException(key);
    }
    return format(lang, key, text, args);
  }

  @Nullable Properties all(Lang lang) {
    return texts.get(lang);
  }

  private @Nullable String text(Lang lang, String key) {
    Properties all = texts.get(lang);
    return all == null ? null : all.getProperty(key);
  }

  private String format(Lang lang, String key, String text, Object @Nullable [] args) {
    if (args == null || args.length == 0) {
      return text;
    }
    MessageFormat format =
        formats
            .getOrDefault(lang, Map.of())
            .computeIfAbsent(key, _ -> new MessageFormat(text, new ULocale(lang.code())));
    @Nullable Object[] said = args.clone();
    for (int i = 0; i < said.length; i++) {
      // What the core says stands in a text in the text's language.
      said[i] = said[i] instanceof Message message ? message.in(lang) : said[i];
    }
    synchronized (format) {
      return format.format(said);
    }
  }

  @Override
  public @Nullable String getMessage(
      String code,
      Object @Nullable [] args,
      @Nullable String defaultMessage,
      @Nullable Locale locale) {
    Lang lang = Languages.of(locale);
    String text = text(lang, code);
    return text == null ? defaultMessage : format(lang, code, text, args);
  }

  @Override
  public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
    Lang lang = Languages.of(locale);
    String text = text(lang, code);
    if (text == null) {
      throw new NoSuchMessageException(code);
    }
    return format(lang, code, text, args);
  }

  @Override
  public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
    String[] codes = resolvable.getCodes();
    if (codes != null) {
      for (String code : codes) {
        String text = getMessage(code, resolvable.getArguments(), null, locale);
        if (text != null) {
          return text;
        }
      }
    }
    String text = resolvable.getDefaultMessage();
    if (text == null) {
      throw new NoSuchMessageException(codes == null ? "" : String.join(", ", codes));
    }
    return text;
  }
}
