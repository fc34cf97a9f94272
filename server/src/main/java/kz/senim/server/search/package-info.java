/** Search over the law and over what the other modules keep. */
@NullMarked
package kz.senim.server.search;

import org.jspecify.annotations.NullMarked;
