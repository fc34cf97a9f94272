/** The law book as pages, and as what the other modules decide with. */
@NullMarked
package kz.senim.server.law;

import org.jspecify.annotations.NullMarked;
