@NullMarked
package kz.senim.core.source;

import org.jspecify.annotations.NullMarked;
