/**
 * Statutory procedures: from the acts in a case file to its stage, its clocks and what may be done.
 */
@NullMarked
package kz.senim.core.casework;

import org.jspecify.annotations.NullMarked;
