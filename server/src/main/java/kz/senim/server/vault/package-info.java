/**
 * Encryption at rest. What is stored is sealed under data keys; these lie in the database, wrapped
 * by a master key that never does.
 */
@NullMarked
package kz.senim.server.vault;

import org.jspecify.annotations.NullMarked;
