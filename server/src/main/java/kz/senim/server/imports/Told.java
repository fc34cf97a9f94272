package kz.senim.server.imports;

import java.util.List;
import kz.senim.core.decision.Passport;
import org.jspecify.annotations.Nullable;

/**
 * What one file, or one column of it, tells of an object.
 *
 * @param file the file's name, with the column when it holds several objects
 * @param passport null when there is a mistake
 */
record Told(String file, @Nullable Passport passport, List<Mistake> mistakes) {}
