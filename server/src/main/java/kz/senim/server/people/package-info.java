/** Accounts, their roles in organisations, and how they enter. */
@NullMarked
package kz.senim.server.people;

import org.jspecify.annotations.NullMarked;
