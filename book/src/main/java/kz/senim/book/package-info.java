/**
 * Where the law book meets the disk: reading {@code law/}, writing and loading the compiled book.
 */
@NullMarked
package kz.senim.book;

import org.jspecify.annotations.NullMarked;
