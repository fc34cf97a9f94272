/** Backups: all that the server keeps, in one encrypted file, and back from it. */
@NullMarked
package kz.senim.server.backup;

import org.jspecify.annotations.NullMarked;
