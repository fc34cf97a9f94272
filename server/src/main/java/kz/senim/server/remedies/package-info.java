/** The work on a requirement: its remedies with owner and day, its proof, and what people judge. */
@NullMarked
package kz.senim.server.remedies;

import org.jspecify.annotations.NullMarked;
