@NullMarked
package kz.senim.core.text;

import org.jspecify.annotations.NullMarked;
