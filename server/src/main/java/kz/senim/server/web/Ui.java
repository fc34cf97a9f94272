package kz.senim.server.web;

import java.util.Locale;
import kz.senim.core.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * What the layout of every page needs.
 *
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param viewer null for a stranger
 * @param path the page's own path, with its question mark and parameters
 * @param area the first part of the path, for marking where one is
 * @param unread notices that the viewer has not read; 100 for as many and more
 */
public record Ui(
    Lang lang,
    String theme,
    @Nullable Viewer viewer,
    AsOf asOf,
    String path,
    String area,
    int unread) {

  public Locale locale() {
    return Locale.of(lang.code());
  }
}
