@NullMarked
package kz.senim.core.law;

import org.jspecify.annotations.NullMarked;
