/** The commands: thin shells around the core. */
@NullMarked
package kz.senim.cli;

import org.jspecify.annotations.NullMarked;
