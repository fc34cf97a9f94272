/** Work that comes back at its time and that one of several servers does. */
@NullMarked
package kz.senim.server.rounds;

import org.jspecify.annotations.NullMarked;
