/** Reads, checks and compiles the law that people write in YAML. */
@NullMarked
package kz.senim.core.authoring;

import org.jspecify.annotations.NullMarked;
