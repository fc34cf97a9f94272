/** Organisations, their informatisation objects, what is known of them, and how they stand. */
@NullMarked
package kz.senim.server.objects;

import org.jspecify.annotations.NullMarked;
