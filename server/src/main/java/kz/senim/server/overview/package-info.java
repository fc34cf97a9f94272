/** The first page: all organisations of the viewer at a glance. */
@NullMarked
package kz.senim.server.overview;

import org.jspecify.annotations.NullMarked;
