package kz.senim.server.assets;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which assets a list shows.
 *
 * @param words in the name, number, owner or supplier; empty for all
 * @param kind one of {@link Asset#KINDS}; empty for all
 * @param object null for all
 * @param lacks one of {@link #LACKS}; empty for all
 * @param worth the class, 1 to 3; null for all
 */
public record AssetFilter(
    String words, String kind, @Nullable UUID object, String lacks, @Nullable Integer worth) {

  static final List<String> LACKS = List.of("class", "marking", "owner", "object");
}
