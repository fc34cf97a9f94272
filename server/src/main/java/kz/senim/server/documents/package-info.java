/** The technical documentation on information security as a living catalogue of four levels. */
@NullMarked
package kz.senim.server.documents;

import org.jspecify.annotations.NullMarked;
