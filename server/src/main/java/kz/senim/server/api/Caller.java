package kz.senim.server.api;

import java.time.LocalDate;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for which day, and in which language the answer's words are.
 *
 * @param only the one organisation that the token opens; null when it opens all of its owner's
 * @param day the parameter {@code asOf}, today when it is not given
 */
public record Caller(
    Viewer viewer, @Nullable UUID only, LocalDate day, LocalDate today, Lang lang) {}
