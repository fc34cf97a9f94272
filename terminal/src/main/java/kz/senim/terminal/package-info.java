/**
 * What all commands share: in which language they speak, their help, and what is wrong with how
 * they were called.
 */
@NullMarked
package kz.senim.terminal;

import org.jspecify.annotations.NullMarked;
