/** Says in three languages why a decision came out as it did. */
@NullMarked
package kz.senim.core.explain;

import org.jspecify.annotations.NullMarked;
