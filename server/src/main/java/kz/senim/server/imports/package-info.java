/** Passports on their way in: read from files, looked at, and taken over. */
@NullMarked
package kz.senim.server.imports;

import org.jspecify.annotations.NullMarked;
