package kz.senim.server.web;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import kz.senim.core.text.Days;
import kz.senim.core.text.Lang;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days, moments and numbers as people read them; templates call it {@code @fmt}. */
@Component("fmt")
public final class Formats {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d MMMM yyyy");
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
  private static final String[] SIZES = {"B", "KB", "MB", "GB"};
  private static final String[] CYRILLIC_SIZES = {"Б", "КБ", "МБ", "ГБ"};

  /** With the month in words: {@code 23 November 2026}, {@code 23 ноября 2026 г.}. */
  public String day(LocalDate day) {
    return (lang() == Lang.EN ? DAY_FIRST : LONG)
        .withLocale(LocaleContextHolder.getLocale())
        .format(day);
  }

  /** Short: {@code 23.11.2026}; ISO in English. */
  public String shortDay(LocalDate day) {
    return Days.in(day, lang());
  }

  /** Day and minute in the country's zone. */
  public String moment(Instant instant) {
    var at = instant.atZone(ZONE);
    return shortDay(at.toLocalDate()) + " " + at.format(DateTimeFormatter.ofPattern("HH:mm"));
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(ULocale.forLocale(LocaleContextHolder.getLocale()))
        .format(number);
  }

  /** Bytes in the largest unit that leaves at least one. */
  public String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1024 && unit < SIZES.length - 1) {
      size /= 1024;
      unit++;
    }
    NumberFormat format =
        NumberFormat.getInstance(ULocale.forLocale(LocaleContextHolder.getLocale()));
    format.setMaximumFractionDigits(unit == 0 || size >= 10 ? 0 : 1);
    return format.format(size) + " " + (lang() == Lang.EN ? SIZES : CYRILLIC_SIZES)[unit];
  }

  private static Lang lang() {
    return Languages.of(LocaleContextHolder.getLocale());
  }
}
