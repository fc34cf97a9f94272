package kz.senim.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor with which it goes on; absent at the end
 */
public record Part<T>(List<T> items, @Nullable String next) {}
