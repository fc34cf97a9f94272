@NullMarked
package kz.senim.core.decision;

import org.jspecify.annotations.NullMarked;
