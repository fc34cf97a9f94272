/** What those who run the server need: health, measures, and clear words when something is gone. */
@NullMarked
package kz.senim.server.operations;

import org.jspecify.annotations.NullMarked;
