/** Working days: which days are, and sums of them in constant time. */
@NullMarked
package kz.senim.core.calendar;

import org.jspecify.annotations.NullMarked;
