@NullMarked
package kz.senim.core.rule;

import org.jspecify.annotations.NullMarked;
