/** Compares the law book with the text of an act. */
@NullMarked
package kz.senim.core.coverage;

import org.jspecify.annotations.NullMarked;
