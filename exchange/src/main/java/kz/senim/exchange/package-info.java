/** Assessments and the law book in the forms that people and other programs read. */
@NullMarked
package kz.senim.exchange;

import org.jspecify.annotations.NullMarked;
